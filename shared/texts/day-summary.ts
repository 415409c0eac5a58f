import { type DaySummary, hoursOf } from '#shared/reports/day-summary.ts'

/** One figure of the daily report. */
interface SummaryLine {
  word: string
  count: number
  unit: string
  /** A part of the line above it. */
  part?: true
}

/** Figures that belong together. */
export interface SummaryGroup {
  title: string
  lines: readonly SummaryLine[]
}

const people = (word: string, count: number): SummaryLine => ({ word, count, unit: '人' })
const jobs = (word: string, count: number): SummaryLine => ({ word, count, unit: '件' })
const partOf = (word: string, count: number, unit: string): SummaryLine => ({ word, count, unit, part: true })

function arrivalLines({ arrivals }: DaySummary): SummaryLine[] {
  const { byChannel, byAge } = arrivals
  return [
    people('受付した人', arrivals.total),
    partOf('個人', arrivals.total - arrivals.withGroup, '人'),
    partOf('団体', arrivals.withGroup, '人'),
    partOf('団体の数', arrivals.groups, '団体'),
    partOf('スマートフォンから', byChannel.phone, '人'),
    partOf('代行入力', byChannel.proxy, '人'),
    partOf('紙から', byChannel.paper, '人'),
    partOf('はじめて', arrivals.firstTime, '人'),
    partOf('2回目以降', arrivals.returning, '人'),
    partOf('18歳未満', byAge.under18, '人'),
    partOf('18〜29歳', byAge['18-29'], '人'),
    partOf('30代', byAge['30s'], '人'),
    partOf('40代', byAge['40s'], '人'),
    partOf('50代', byAge['50s'], '人'),
    partOf('60代', byAge['60s'], '人'),
    partOf('70歳以上', byAge['70andOver'], '人'),
    partOf('年齢不明', byAge.unknown, '人'),
    people('活動に出た人', arrivals.wentOut),
    people('保険の確認が要る人', arrivals.insuranceGaps),
    people('保護者の同意がない未成年', arrivals.minorsWithoutConsent),
    people('名前がまだの人（団体）', arrivals.namesToFollow),
    people('キャンセル待ち', arrivals.waitingListed),
    people('取消', arrivals.cancelled),
  ]
}

/** The daily report in words, in the order in which it is read out. */
export function summaryGroups(summary: DaySummary): SummaryGroup[] {
  const { needs, teams, reports, incidents, notices } = summary
  return [
    { title: 'ボランティア', lines: arrivalLines(summary) },
    {
      title: '依頼（きょう）',
      lines: [jobs('新規', needs.received), jobs('完了', needs.completed), jobs('継続', needs.toBeContinued)],
    },
    {
      title: '依頼（これまでの合計）',
      lines: [
        jobs('受け付けた', needs.total),
        jobs('完了', needs.completedInAll),
        jobs('残っている', needs.open),
        jobs('不受理・他機関へ', needs.turnedAway),
        jobs('取消', needs.cancelled),
      ],
    },
    {
      title: '活動',
      lines: [
        { word: '出発した班', count: teams.sentOut, unit: '班' },
        { word: '活動依頼書', count: teams.workOrders, unit: '枚' },
        { word: '活動した人（のべ）', count: teams.people, unit: '人' },
        { word: '活動時間（のべ・出発から帰着まで）', count: hoursOf(teams.minutes), unit: '時間' },
        jobs('報告を聞いた', reports.heard),
        partOf('うちスマートフォンから', reports.fromPhones, '件'),
        jobs('報告がまだ', reports.missing),
      ],
    },
    {
      title: '安全',
      lines: [
        jobs('けが・事故', incidents.injury),
        jobs('ヒヤリハット', incidents.nearMiss),
        jobs('体調不良', incidents.unwell),
        { word: '活動中止', count: notices.stop, unit: '回' },
        { word: '活動短縮', count: notices.shorten, unit: '回' },
      ],
    },
  ]
}
