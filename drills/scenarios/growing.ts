import type { ScenarioData } from '#drills/core/scenario.ts'
import { growingCalls } from '#drills/scenarios/growing-calls.ts'

const seats: Readonly<Record<string, readonly string[]>> = {
  '汐見 統': ['lead'],
  '貝塚 受': ['reception'],
  '千鳥 付': ['reception'],
  '松風 聴': ['needs'],
  '竹林 書': ['needs'],
  '野島 訪': ['survey'],
  '八景 組': ['dispatch'],
  '乙舳 送': ['equipment'],
  '長浜 渡': ['equipment'],
  '海公 迎': ['return'],
  '柴 帰': ['return'],
  '瀬戸 記': ['affairs'],
}

/**
 * A disaster that outgrows its first form: one front desk and twelve people on the first day; on the second morning the
 * lead makes the center large with one act, and five buses and 160 others come.
 */
export const growing: ScenarioData = {
  name: 'growing',
  title: '大きくなる2日間(小さな体制から、2日目の朝に300人へ)',
  about:
    '1日目は窓口ひとつで12人。夜のニュースのあと、2日目の朝に統括が「ふつうの体制」に広げ、バス5台の140人をふくむ300人が来る。',
  sources: [
    { figure: '小さな災害はふだんのボランティアセンターが名簿から動かす', source: '手引き 6(災害VCを開かない災害)' },
    { figure: '1日に数百人、団体はバスで来る', source: '手引き 4(2,300人の日)、2.2(団体の受付票)' },
    { figure: '町名', source: 'shared/places(位置参照情報)' },
  ],
  seed: 20261212,
  date: '2026-12-12',
  startsAt: '08:00',
  endsAt: '+1 16:30',
  servedFrom: '+1 08:40',
  center: {
    name: '金沢区ボランティアセンター',
    place: 'いきいきセンター金沢',
    phone: '0900000000',
    disasterName: '大雨による浸水(訓練の想定)',
    hazard: 'floodOrWind',
    insuranceBeginsAtOnce: true,
    profileName: 'small',
  },
  staff: Object.keys(seats).map((name, index) => ({ name, pin: String(200_001 + index), desks: ['frontDesk'] })),
  volunteers: {
    arrivals: [
      { from: '08:40', to: '09:30', people: 12 },
      { from: '+1 08:30', to: '+1 09:00', people: 70 },
      { from: '+1 09:00', to: '+1 09:40', people: 60 },
      { from: '+1 09:40', to: '+1 10:20', people: 30 },
    ],
    kinds: [
      { kind: 'おとな', people: 140, by: 'phone', ages: [20, 69], plan: 'naturalDisaster', experienced: 0.35 },
      { kind: '保険は基本だけ', people: 12, by: 'phone', ages: [25, 60], plan: 'basic', experienced: 0.2 },
      { kind: 'スマートフォンなし', people: 12, by: 'proxy', ages: [60, 77], plan: 'basic', experienced: 0.3 },
      { kind: '保険に未加入', people: 8, by: 'phone', ages: [19, 55], plan: 'none', enrols: true },
    ],
    buses: [
      { name: '浜大学 ボランティア部', at: '+1 08:50', people: 30, namedAfter: 20 },
      { name: '朝凪高等専門学校', at: '+1 09:00', people: 28, namedAfter: 15 },
      { name: '潮風自動車 社会貢献班', at: '+1 09:05', people: 26, namedAfter: 10 },
      { name: '夕凪生活協同組合', at: '+1 09:15', people: 28, namedAfter: 30 },
      { name: '白波町内会連合', at: '+1 09:30', people: 28, namedAfter: 25 },
    ],
  },
  calls: growingCalls,
  players: [
    { player: 'reception', staff: '貝塚 受', minutesPerProxy: 3, minutesPerCheck: 1 },
    { player: 'reception', staff: '千鳥 付', minutesPerProxy: 4, minutesPerCheck: 1 },
    { player: 'needs', staff: '松風 聴', minutesPerCall: 5 },
    { player: 'needs', staff: '竹林 書', minutesPerCall: 5 },
    { player: 'survey', staff: '野島 訪', from: '+1 08:10', minutesPerVisit: 24 },
    { player: 'dispatch', staff: '八景 組', from: '08:50', until: '12:45', every: 2 },
    { player: 'sendOff', staff: '乙舳 送', minutesPerTeam: 4 },
    { player: 'sendOff', staff: '長浜 渡', minutesPerTeam: 4 },
    { player: 'teams', travel: [8, 20] },
    { player: 'return', staff: '海公 迎', minutesPerTeam: 3, goHomeFrom: '15:00' },
    { player: 'return', staff: '柴 帰', minutesPerTeam: 3, goHomeFrom: '15:00' },
    { player: 'lead', staff: '汐見 統', closesFrom: '15:40' },
  ],
  steps: [
    {
      at: '08:10',
      by: '汐見 統',
      command: 'center.openDay',
      input: {
        dayId: '#day-1',
        date: '2026-12-12',
        receptionOpensAt: '08:30',
        receptionClosesAt: '11:00',
        capacity: 20,
        returnBy: '15:00',
      },
    },
    { at: '08:25', by: '汐見 統', command: 'center.setPublicReception', input: { dayId: '#day-1', open: true } },
    {
      at: '+1 07:40',
      by: '汐見 統',
      command: 'center.changeProfile',
      input: {
        changeId: '#growth',
        from: 'small',
        to: 'standard',
        seats: Object.entries(seats).map(([name, deskNames]) => ({
          staffId: `#staff-${name}`,
          deskNames: [...deskNames],
        })),
        publicReception: null,
      },
    },
    {
      at: '+1 07:55',
      by: '汐見 統',
      command: 'center.openDay',
      input: {
        dayId: '#day-2',
        date: '2026-12-13',
        receptionOpensAt: '08:30',
        receptionClosesAt: '11:00',
        capacity: 320,
        returnBy: '15:30',
      },
    },
    {
      at: '+1 12:30',
      by: '汐見 統',
      command: 'center.handOverDesk',
      input: {
        handOverId: '#hand-over',
        deskName: 'affairs',
        fromStaffId: '#staff-瀬戸 記',
        toStaffId: '#staff-竹林 書',
        note: '区本部への午後の報告は15時。数字は日報から。',
      },
    },
    { at: '+1 12:35', by: '竹林 書', command: 'center.acknowledgeHandOver', input: { handOverId: '#hand-over' } },
  ],
  expectations: [
    { check: 'volunteers', people: 300 },
    { check: 'groups', groups: 5, people: 140 },
    { check: 'grewWithoutLoss', to: 'standard' },
    { check: 'jobsVisited', jobs: 47 },
    { check: 'needsByStatus', statuses: { completed: 47 } },
    { check: 'needsDispatchedWithin', minutes: 180 },
    { check: 'allReturnedBy', clock: '15:30' },
    { check: 'dayClosedBy', clock: '16:20' },
    { check: 'noDoubleHouseholds' },
    { check: 'nobodyUninsuredOut' },
    { check: 'noMinorsAlone' },
    { check: 'leadersKnewTheWay' },
    { check: 'incidents', nearMisses: 0, injuries: 0 },
    { check: 'everyoneWentHome' },
    { check: 'summaryAgrees' },
    { check: 'refusedOnlyWith', codes: [] },
  ],
}
