import { clockOf, timeZone } from '#shared/core/time.ts'
import type * as problems from '#shared/readiness/problems.ts'
import type { ProblemTexts } from '#shared/texts/text.ts'

export const readinessProblemTexts: ProblemTexts<typeof problems> = {
  'readiness.listsAdopted': { ja: () => 'リストはもう入っています。' },
  'readiness.itemDone': { ja: ({ text }) => `「${text}」は、もう済んでいます。` },
  'readiness.itemNotDone': { ja: ({ text }) => `「${text}」は、もう「まだ」に戻してあります。` },
  'readiness.decisionWithdrawn': { ja: () => 'この判断の記録は、もう取り消してあります。' },
  'readiness.alreadyReady': { ja: ({ at }) => `${clockOf(at, timeZone)} に「受け入れ準備よし」になっています。` },
  'readiness.notReady': { ja: () => '「受け入れ準備よし」は、もう取り消してあります。' },
  'readiness.countMissing': { ja: () => '数を入れてください。' },
  'readiness.nothingToTakeBack': { ja: ({ name }) => `「${name}」の点検は、もう元に戻してあります。` },
  'readiness.issueSettled': { ja: () => 'この課題は、もう済みになっています。' },
  'readiness.issueOpen': { ja: () => 'この課題は、もう「まだ」に戻してあります。' },
  'readiness.putAwayAlready': { ja: () => 'もう一覧から外してあります。' },
  'readiness.notPutAway': { ja: () => 'もう一覧に戻してあります。' },
}
