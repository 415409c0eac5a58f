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
  'privacy.erasedBefore': { ja: () => 'この記録はもう消してあります。' },
}
