import type { PhoneTexts } from '#shared/texts/text.ts'

/** What becomes of a form that the center does not have yet. Short: it is among the first bytes that a phone waits for. */
export const keptFormTexts = {
  waitsTitle: {
    ja: '送信待ち — 消えません',
    easy: 'まだ おくれていません。きえません',
    en: 'Not sent yet — it is not lost',
  },
  waits: {
    ja: 'つながると自動で1回だけ送ります。急ぐときは、この画面を受付の人に見せてください。',
    easy: 'つながると じどうで おくります。いそぐ ときは スタッフに みせてください。',
    en: 'It is sent once, by itself, when the line is back. In a hurry, show this screen to the staff.',
  },
  notKept: {
    ja: '保存できません。このまま送信してください。送り終わるまで、この画面を閉じないでください。',
    easy: 'ほぞん できません。このまま おくってください。おくるまで とじないでください。',
    en: 'This browser cannot keep anything. Please go on and send, and do not close this page before it is sent.',
  },
  refused: {
    ja: 'まえの送信待ちは受け付けられませんでした。受付の人に声をかけてください。',
    easy: 'まえの ものは うけつけ できませんでした。スタッフに いってください。',
    en: 'What was waiting here was not accepted. Please ask the staff.',
  },
} satisfies PhoneTexts
