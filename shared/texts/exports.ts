import type { RegisteredGroup } from '#shared/roster/registered-group.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'

/** What is said of the lists that can be taken out as files. */
export const exportWords = {
  tables: {
    roster: 'ボランティア登録',
    attendances: '当日受付',
    needs: 'ニーズ一覧',
    groups: '団体登録',
  } as Readonly<Record<string, string>>,
  withheld: '（伏せる）',
  drill: '訓練',
  personal: '個人情報',
  yes: 'はい',
  no: 'いいえ',
} as const

/** The heads of columns that no list brings in; those of the roster are the words by which it is read in again. */
export const exportHeads = {
  status: '状態',
  registeredOn: '登録日',
  renewedFor: '更新した年度',
  emergencyName: '緊急連絡先の氏名',
  emergencyRelation: '緊急連絡先の続柄',
  emergencyPhone: '緊急連絡先の電話',
  number: '受付番号',
  date: '日付',
  ageBand: '年代',
  group: '団体番号',
  team: '班',
  cameBefore: '2回目以降',
  insurance: '保険',
  checkedInAt: '受付',
  sentOutAt: '出発',
  returnedAt: '帰着',
  leftAt: '退所',
  hours: '活動時間',
  name: '氏名',
  nameKana: 'ふりがな',
  phone: '電話',
  birthDate: '生年月日',
  address: '住所',
  email: 'メール',
  need: 'ニーズ番号',
  receivedOn: '受付日',
  channel: '受付方法',
  town: '町',
  categories: '作業の種類',
  headcount: '希望人数',
  tools: '道具',
  urgent: '緊急',
  watch: '見守り',
  survey: '現地調査',
  surveyOn: '調査日',
  sticker: '応急危険度判定',
  wishedDate: '希望日',
  visits: '訪問回数',
  completedOn: '完了日',
  requester: '依頼した人',
  requesterKana: '依頼した人のふりがな',
  relation: '続柄',
  household: '世帯',
  addressLine: '番地など',
  work: '作業の内容',
  story: 'うかがった内容',
  considerations: '配慮すること',
  groupNumber: '登録番号',
  groupName: '団体名',
  kind: '種別',
  usualHeadcount: 'ふだんの人数',
  vehicles: '車両',
  areas: '地域',
  days: '曜日',
  skills: '特技',
  insuranceYear: '保険年度',
  leader: '代表者',
  leaderKana: '代表者のふりがな',
  note: '備考',
} as const

type Words<K extends string> = Readonly<Record<K, string>>

export const registrationStatusWords: Words<RegisteredGroup['status']> = { active: '登録中', withdrawn: '退会' }

export const exportKinds: Words<RegisteredGroup['kind']> = {
  school: '学校',
  company: '企業',
  npo: 'NPO・ボランティア団体',
  residents: '自治会・町内会',
  other: 'その他',
}

export const exportAges: Words<Attendance['ageBand']> = {
  under18: '18歳未満',
  '18-29': '18〜29歳',
  '30s': '30代',
  '40s': '40代',
  '50s': '50代',
  '60s': '60代',
  '70andOver': '70歳以上',
  unknown: '不明',
}

export const exportPlans: Words<Attendance['insurance']['plan']> = {
  none: '未加入',
  basic: '基本',
  naturalDisaster: '天災・地震',
}

export const exportVehicles: Words<Attendance['vehicle']> = {
  none: 'なし',
  car: '普通車',
  keiTruck: '軽トラック',
  van: 'ワゴン車',
}

export const exportSexes: Words<'female' | 'male' | 'notSaid'> = { female: '女', male: '男', notSaid: '' }

const dayNames: Words<'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'> = {
  mon: '月',
  tue: '火',
  wed: '水',
  thu: '木',
  fri: '金',
  sat: '土',
  sun: '日',
}

/** Half-days as a list brings them in again: 月、土午前. */
export function exportDays(slots: readonly string[]): string {
  return Object.entries(dayNames)
    .flatMap(([day, name]) => {
      const [am, pm] = ['am', 'pm'].map((half) => slots.includes(`${day}.${half}`))
      if (am && pm) return name
      return am ? `${name}午前` : pm ? `${name}午後` : []
    })
    .join('、')
}
