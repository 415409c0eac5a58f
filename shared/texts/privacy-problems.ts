import { needNumberText } from '#shared/needs/need-number.ts'
import type * as problems from '#shared/privacy/problems.ts'
import type { ProblemTexts } from '#shared/texts/text.ts'

export const privacyProblemTexts: ProblemTexts<typeof problems> = {
  'privacy.stillHere': {
    ja: ({ number }) => `受付番号${number}でいま来ている人です。退所してから消してください。`,
  },
  'privacy.stillOpen': {
    ja: ({ need }) => `${needNumberText(need)}がまだ終わっていません。完了か取消にしてから消してください。`,
  },
  'privacy.alreadyClosed': { ja: ({ on }) => `センターは${on}に閉じてあります。` },
  'privacy.notClosed': { ja: () => 'センターは閉じていません。' },
  'privacy.dayStillOpen': {
    ja: ({ date }) => `${date}がまだ開いています。「全員帰着」で一日を閉じてから押してください。`,
  },
  'privacy.needsStillOpen': {
    ja: ({ count }) =>
      `終わっていない依頼が${count}件あります。引き継いだものは「紹介」、済んだものは「完了」にしてから閉じてください。`,
  },
  'privacy.centerIsClosed': {
    ja: ({ on }) =>
      `センターは${on}に閉じてあります。また活動するときは、本部の「個人情報」で閉所を取り消してください。`,
  },
  'privacy.postponedTooFar': { ja: ({ from, to }) => `${from}より後、${to}までの日を選んでください。` },
  'privacy.erasedBefore': { ja: () => 'この記録はもう消してあります。' },
}
