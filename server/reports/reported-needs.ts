import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { findWayBack, forgetWayBack, keepWayBack } from '#server/core/way-back.ts'
import type { Tx } from '#server/database/record-table.ts'
import { reportObservations } from '#server/reports/reports.ts'
import type { Need } from '#shared/needs/need.ts'
import { type Heard, type Reported, reportedFields } from '#shared/reports/need-after-report.ts'
import type { Report } from '#shared/reports/report.ts'

/** Notes what a report made of its need, for the day it turns out to be another house's. */
export async function keepReported(work: UnitOfWork, reportId: string, { needId, was, became }: Reported) {
  const fields = Object.fromEntries(reportedFields.map((field) => [field, [was[field], became[field]] as const]))
  await forgetWayBack(work, reportId)
  await keepWayBack(work, reportId, {
    changes: [{ kind: 'need', id: needId, fields: fields as Record<string, [unknown, unknown]> }],
    links: [],
  })
}

async function findReported(tx: Tx, reportId: string): Promise<Reported | undefined> {
  const [noted] = (await findWayBack(tx, reportId))?.changes ?? []
  if (!noted) return undefined
  const side = (at: 0 | 1) =>
    Object.fromEntries(reportedFields.map((field) => [field, noted.fields[field]?.[at]])) as Reported['was']
  return { needId: noted.id, was: side(0), became: side(1) }
}

/** A report with all that is known of its hearing. */
export async function heardOf(tx: Tx, report: Report): Promise<Heard> {
  const observation = await reportObservations.find(tx, report.id)
  return { report, watch: observation?.watch ?? false, reported: await findReported(tx, report.id) }
}

/** Notes a need as a report has just changed it. */
export const keepChange = (work: UnitOfWork, reportId: string, was: Need, became: Need) =>
  keepReported(work, reportId, { needId: became.id, was, became })
