import type { Need, NeedStatus } from '#shared/needs/need.ts'
import type { Report } from '#shared/reports/report.ts'

interface Hearing {
  /** Another team is still out for this need: only the last report decides. */
  othersAtWork: boolean
  /** Somebody should look after the household. */
  watch: boolean
  at: string
  by: string
}

function statusAfter(report: Pick<Report, 'outcome'>, othersAtWork: boolean): NeedStatus {
  return othersAtWork ? 'inProgress' : report.outcome
}

/** The need as a report leaves it: done, or to be continued with the people it wants next (field guide 12b). */
export function needAfterReport(
  need: Need,
  report: Pick<Report, 'outcome' | 'nextHeadcount'>,
  { othersAtWork, watch, at, by }: Hearing,
): Need {
  const status = statusAfter(report, othersAtWork)
  const headcount = status === 'toBeContinued' && report.nextHeadcount > 0 ? report.nextHeadcount : need.headcount
  const completedAt = status === 'completed' ? at : null
  return { ...need, status, headcount, completedAt, watch: need.watch || watch, changedBy: by }
}
