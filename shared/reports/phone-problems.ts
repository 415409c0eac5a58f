import { definePhoneProblem, details } from '#shared/core/problem.ts'

/** The return desk has heard the report; from now on it is corrected there. */
export const reportAccepted = definePhoneProblem('reports.reportAccepted', 409, details<{ team: number }>)
/** The sheet was re-issued or the team has not been sent out: there is nothing to report on. */
export const nothingToReport = definePhoneProblem('reports.nothingToReport', 409, details<{ team: number }>)
export const timesReversed = definePhoneProblem('reports.timesReversed', 422, details<{ from: string; to: string }>)
