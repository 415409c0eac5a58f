import type * as problems from '#shared/reservations/problems.ts'
import { halvesTexts, reservationKindTexts, reservationStatusTexts } from '#shared/texts/reservation-words.ts'
import type { ProblemTexts } from '#shared/texts/text.ts'

export const reservationsProblemTexts: ProblemTexts<typeof problems> = {
  'reservations.notYetOpen': {
    ja: ({ date, clock }) => `活動予約は ${date} の ${clock} からです。時間になってから、もう一度押してください。`,
    easy: ({ date, clock }) => `よやくは ${date} の ${clock} からです。そのときに もういちど おしてください。`,
    en: ({ date, clock }) => `Reservations open on ${date} at ${clock}. Please try again then.`,
  },
  'reservations.closed': {
    ja: ({ date }) => `${date} の活動予約はしめきりました。ほかの日を選んでください。`,
    easy: ({ date }) => `${date} の よやくは おわりました。ほかの ひを えらんでください。`,
    en: ({ date }) => `Reservations for ${date} are closed. Please choose another day.`,
  },
  'reservations.tooLate': {
    ja: ({ date }) => `${date} はきょうです。活動予約は前の日までです。きょうは会場の当日受付においでください。`,
    easy: ({ date }) =>
      `${date} は きょうです。よやくは まえの ひ までです。きょうは センターの うけつけに きてください。`,
    en: ({ date }) => `${date} is today. Reservations end the day before; please come to today’s check-in instead.`,
  },
  'reservations.full': {
    ja: ({ date }) => `${date} は満員です。「満員のときはキャンセル待ちに入る」を選ぶか、ほかの日にしてください。`,
    easy: ({ date }) => `${date} は いっぱいです。「キャンセルを まつ」を えらぶか、ほかの ひに してください。`,
    en: ({ date }) => `${date} is full. Choose to wait for a place, or pick another day.`,
  },
  'reservations.alreadyReserved': {
    ja: ({ date }) => `${date} の活動予約がもうあります。予約のページを開くか、センターに電話してください。`,
    easy: ({ date }) => `${date} の よやくは もう あります。よやくの ページを みるか、センターに でんわしてください。`,
    en: ({ date }) => `You already have a reservation for ${date}. Open its page, or call the center.`,
  },
  'reservations.tooMany': {
    ja: ({ most }) =>
      `一つの予約は${most}人までです。それより多いときは、団体で予約するか、センターに電話してください。`,
    easy: ({ most }) => `1つの よやくは ${most}にん までです。おおいときは センターに でんわしてください。`,
    en: ({ most }) => `One reservation is for up to ${most} people. For more, reserve as a group or call the center.`,
  },
  'reservations.groupUnnamed': {
    ja: () => '団体の名前を入れてください。',
    easy: () => 'グループの なまえを かいてください。',
    en: () => 'Please enter the name of the group.',
  },
  'reservations.birthDateAhead': {
    ja: () => '生年月日が先の日付になっています。直してください。',
    easy: () => 'うまれた ひを もういちど みてください。',
    en: () => 'The date of birth is in the future. Please correct it.',
  },
  'reservations.unknownLink': {
    ja: () => 'このリンクの予約が見つかりません。センターに電話してください。',
    easy: () => 'この リンクの よやくが ありません。センターに でんわしてください。',
    en: () => 'No reservation belongs to this link. Please call the center.',
  },
  'reservations.notInThisStatus': {
    ja: ({ number, status }) =>
      `予約${number}番はいま「${reservationStatusTexts[status].ja}」です。いまの状態を確かめてください。`,
    easy: ({ number, status }) => `よやく ${number}ばんは いま「${reservationStatusTexts[status].easy}」です。`,
    en: ({ number, status }) => `Reservation ${number} is now “${reservationStatusTexts[status].en}”.`,
  },
  'reservations.dateTaken': {
    ja: ({ date }) => `${date} の活動予約はもうあります。一覧から選んで人数を変えてください。`,
  },
  'reservations.datePast': { ja: ({ date }) => `${date} は過ぎています。きょうからあとの日にしてください。` },
  'reservations.opensTooLate': { ja: ({ date }) => `予約の開始が活動の日（${date}）より前になるようにしてください。` },
  'reservations.belowBooked': {
    ja: ({ half, kind, booked }) =>
      `${halvesTexts[half].ja}の${reservationKindTexts[kind].ja}は、もう${booked}人が予約しています。それより少なくするときは、先に予約を取り消してください。`,
  },
  'reservations.dayNotCome': {
    ja: ({ date }) => `${date} はまだ来ていません。来なかった予約の解放は、その日になってからです。`,
  },
  'reservations.capsChangedMeanwhile': {
    ja: ({ date }) => `${date} の人数は、別のデスクが先に変えました。いまの数を見てから、もう一度入れてください。`,
  },
}
