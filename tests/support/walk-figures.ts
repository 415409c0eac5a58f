import type { Score } from '#shared/lookback/figure.ts'
import type { History } from '#shared/lookback/history.ts'
import { figureWord } from '#shared/texts/figures.ts'
import { goToSeq, openReplay, replay, shownAt } from '#web/lookback/replay-state.ts'

/** What desks of the lead may hold. */
export const leadAudiences = ['everyone', 'staff', 'care', 'contacts', 'needs', 'photos', 'lists']

/** Goes from every figure to every moment behind it, in the replay of what desks may hold; says where that led nowhere. */
export function deadEnds(score: Score, shown: History): string[] {
  openReplay(shown)
  const atOf = new Map(shown.moments.map(({ seq, at }) => [seq, at]))
  return score.figures.flatMap((figure) => {
    const { value, seqs } = figure
    if (value === null) return []
    if (seqs.length === 0) return value === 0 ? [] : [`${figureWord(figure)}: no moment`]
    return seqs.flatMap((seq) => {
      goToSeq(seq)
      const isThere = replay.value?.seq === seq && shownAt.value === Date.parse(atOf.get(seq) ?? '')
      return isThere ? [] : [`${figureWord(figure)}: ${seq}`]
    })
  })
}
