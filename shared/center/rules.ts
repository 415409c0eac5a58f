import { hoursReversed } from '#shared/center/problems.ts'
import type { Problem } from '#shared/core/problem.ts'

/** Why these hours cannot be a day's, or null: reception ends after it begins, and everyone is back after it began. */
export function hoursProblem(hours: {
  receptionOpensAt: string
  receptionClosesAt: string
  returnBy: string
}): Problem | null {
  const { receptionOpensAt: from, receptionClosesAt: to, returnBy } = hours
  if (to <= from) return hoursReversed({ from, to })
  if (returnBy <= from) return hoursReversed({ from, to: returnBy })
  return null
}
