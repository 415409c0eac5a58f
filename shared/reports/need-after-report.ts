import type { Need } from '#shared/needs/need.ts'
import { statusAfterReport } from '#shared/needs/rules.ts'
import type { Report } from '#shared/reports/report.ts'

interface Hearing {
  /** Another team is still out for this need: only the last report decides. */
  othersAtWork: boolean
  /** Somebody should look after the household. */
  watch: boolean
  at: string
  by: string
}

/**
 * The need as a report leaves it: done, or to be continued with the people it wants next (field guide 12b). What a team
 * has done is a fact, so the report is not asked whether the need's state allowed it: a need that was cancelled while
 * its team was at work is done all the same.
 */
export function needAfterReport(
  need: Need,
  report: Pick<Report, 'outcome' | 'nextHeadcount'>,
  { othersAtWork, watch, at, by }: Hearing,
): Need {
  const status = othersAtWork ? 'inProgress' : statusAfterReport(report.outcome)
  const wanted = status === 'toBeContinued' && report.nextHeadcount > 0 ? report.nextHeadcount : need.headcount
  return {
    ...need,
    status,
    statusBy: by,
    statusAt: at,
    before: null,
    headcount: wanted,
    watch: need.watch || watch,
    completedAt: status === 'completed' ? at : null,
    finishedAt: status === 'completed' ? at : null,
  }
}

/** The last word that was heard of a need; nobody's, where there was none. */
function lastHeard(reports: readonly Report[]): Report | undefined {
  return reports.toSorted((one, other) => (one.acceptedAt ?? '').localeCompare(other.acceptedAt ?? '')).at(-1)
}

/**
 * A need as it is without a report that was wrongly heard for it: at work while a report of its own is still to come,
 * otherwise as its last report left it, or as it was before anybody went there.
 */
export function needWithoutReport(
  need: Need,
  others: readonly Report[],
  { stillToCome, at, by }: { stillToCome: boolean; at: string; by: string },
): Need {
  const last = lastHeard(others)
  const untouched = need.visits > 0 ? 'toBeContinued' : 'ready'
  const status = stillToCome ? 'inProgress' : (last?.outcome ?? untouched)
  const doneAt = last?.outcome === 'completed' ? last.acceptedAt : null
  return {
    ...need,
    status,
    statusBy: by,
    statusAt: at,
    before: null,
    completedAt: status === 'completed' ? doneAt : null,
    finishedAt: doneAt,
  }
}
