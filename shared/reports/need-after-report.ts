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
