import type { Tx } from '#server/database/record-table.ts'
import { needs } from '#server/needs/needs.ts'
import { reports } from '#server/reports/reports.ts'
import { teams } from '#server/teams/teams.ts'
import { attendances } from '#server/volunteers/attendances.ts'
import type { Day } from '#shared/center/center.ts'
import type { DayRecords } from '#shared/reports/close-of-day.ts'

/** What the close of a day is judged by, read in one transaction. */
export async function readDayRecords(tx: Tx, day: Day): Promise<DayRecords> {
  const dayId = day.id
  return {
    teams: await teams.where(tx, { dayId }),
    attendances: await attendances.where(tx, { dayId }),
    reports: await reports.where(tx, { dayId }),
    needs: await needs.where(tx, { activationId: day.activationId }),
  }
}
