import type { OpenedSheet } from '#shared/access/paper.ts'

/** What stands on papers with people's records, and what they are called where they are counted. */
export const paperWords = {
  number: (paper: number) => `紙 ${paper}`,
  none: '番号なし',
} as const

/** Pages with people's data by their names; a record sheet says of whom it is. */
export const sheetNames: Record<OpenedSheet | 'person' | 'household' | 'group', string> = {
  workOrder: '活動依頼書',
  rollCall: '点呼の紙',
  reservations: '活動予約の一覧',
  nameTags: '名札',
  groupList: '団体の名簿の写真',
  history: '振り返り（その日のはじめから）',
  person: '本人の記録',
  household: '世帯の記録',
  group: '団体の記録',
}
