import type { PhoneTexts } from '#shared/texts/text.ts'
import type { AttendanceStatus } from '#shared/volunteers/attendance.ts'

/** A volunteer's state of the day, as desks and phones say it. */
export const attendanceStatusTexts: PhoneTexts<AttendanceStatus> = {
  waitingListed: { ja: 'キャンセル待ち', easy: 'あきを まっています', en: 'On the waiting list' },
  consulting: { ja: '体調相談', easy: 'からだの ちょうしの そうだん', en: 'Health talk' },
  waiting: { ja: '待機', easy: 'まっています', en: 'Waiting' },
  inTeam: { ja: '班', easy: 'はんが きまりました', en: 'In a team' },
  out: { ja: '活動中', easy: 'かつどうちゅう', en: 'Out' },
  returned: { ja: '帰着', easy: 'かえってきました', en: 'Back' },
  centerWork: { ja: 'センター業務', easy: 'センターの しごと', en: 'Work at the center' },
  left: { ja: '退所', easy: 'かえりました', en: 'Gone home' },
  cancelled: { ja: '取消', easy: 'やめました', en: 'Cancelled' },
}
