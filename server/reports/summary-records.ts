import { getCenter } from '#server/center/centers.ts'
import type { Tx } from '#server/database/record-table.ts'
import { workOrders } from '#server/dispatch/work-orders.ts'
import { notices } from '#server/messages/notices.ts'
import { needs } from '#server/needs/needs.ts'
import { readRecordsOfDay } from '#server/reports/day-records.ts'
import { incidents } from '#server/reports/incidents.ts'
import type { Day } from '#shared/center/center.ts'
import type { SummaryRecords } from '#shared/reports/day-summary.ts'

/** Everything the figures of one day are counted from, read together. */
export async function readSummaryRecords(tx: Tx, day: Day): Promise<SummaryRecords> {
  const dayId = day.id
  return {
    ...(await readRecordsOfDay(tx, day)),
    needs: await needs.where(tx, { activationId: day.activationId }),
    center: await getCenter(tx),
    day,
    workOrders: await workOrders.where(tx, { dayId }),
    incidents: await incidents.where(tx, { dayId }),
    notices: await notices.where(tx, { dayId }),
  }
}
