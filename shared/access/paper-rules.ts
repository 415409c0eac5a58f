import type { PaperCount } from '#shared/access/paper.ts'
import { papersDoNotAddUp } from '#shared/access/problems.ts'
import type { Problem } from '#shared/core/problem.ts'

/** Why a count of papers cannot be: more came back than went out, or a number is named that no paper had. */
export function countingProblem({ back, missing }: Pick<PaperCount, 'back' | 'missing'>, printed: number) {
  const known = missing.every((number) => number >= 1 && number <= printed)
  const fits = new Set(missing).size === missing.length && back + missing.length <= printed
  return known && fits ? null : (papersDoNotAddUp({ printed }) satisfies Problem)
}

/** The numbers in 「3、12」, however they were typed; null where something else stands there. */
export function numbersTyped(typed: string): number[] | null {
  const words = typed
    .normalize('NFKC')
    .split(/[\s,、・]+/)
    .filter((word) => word !== '')
  return words.every((word) => /^\d{1,4}$/.test(word)) ? [...new Set(words.map(Number))] : null
}
