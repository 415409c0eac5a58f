import type { ReservationKind, ReservationStatus, WishedHalves } from '#shared/reservations/reservation.ts'
import type { PhoneTexts } from '#shared/texts/text.ts'

export const halvesTexts: PhoneTexts<WishedHalves> = {
  morning: { ja: '午前', easy: 'ごぜん（あさ〜ひる）', en: 'Morning' },
  afternoon: { ja: '午後', easy: 'ごご（ひる〜ゆうがた）', en: 'Afternoon' },
  allDay: { ja: '一日', easy: 'いちにち', en: 'All day' },
}

export const reservationKindTexts: PhoneTexts<ReservationKind> = {
  individual: { ja: '区内の個人', easy: 'この くの ひと', en: 'From this ward' },
  group: { ja: '団体', easy: 'グループ', en: 'Group' },
  outside: { ja: '区外の個人', easy: 'ほかの まちの ひと', en: 'From elsewhere' },
}

export const reservationStatusTexts: PhoneTexts<ReservationStatus> = {
  booked: { ja: '予約済み', easy: 'よやく できています', en: 'reserved' },
  waiting: { ja: '予約のキャンセル待ち', easy: 'キャンセルを まっています', en: 'on the waiting list' },
  cancelled: { ja: '取り消し', easy: 'キャンセルしました', en: 'cancelled' },
  checkedIn: { ja: '来所済み', easy: 'きました', en: 'arrived' },
  noShow: { ja: '来なかった', easy: 'きませんでした', en: 'did not come' },
}
