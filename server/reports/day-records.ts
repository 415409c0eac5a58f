import type { Tx } from '#server/database/record-table.ts'
import { needs } from '#server/needs/needs.ts'
import { reports } from '#server/reports/reports.ts'
import { teams } from '#server/teams/teams.ts'
import { attendances } from '#server/volunteers/attendances.ts'
import type { Day } from '#shared/center/center.ts'
import type { Need } from '#shared/needs/need.ts'
import type { DayRecords } from '#shared/reports/close-of-day.ts'
import type { Report } from '#shared/reports/report.ts'

/** The records of one day alone. */
export async function readRecordsOfDay(tx: Tx, { id: dayId }: Day): Promise<Omit<DayRecords, 'needs'>> {
  return {
    teams: await teams.where(tx, { dayId }),
    attendances: await attendances.where(tx, { dayId }),
    reports: await reports.where(tx, { dayId }),
  }
}

/** What the close of a day is judged by, read in one transaction. */
export async function readDayRecords(tx: Tx, day: Day): Promise<DayRecords> {
  const ofDay = await readRecordsOfDay(tx, day)
  return { ...ofDay, needs: await needsOfClose(tx, day, ofDay.reports) }
}

/**
 * The needs that can keep a day open: those at work, and those a team called done. After a month there are thousands
 * of others, and whoever acts meanwhile would wait until they are read.
 */
async function needsOfClose(tx: Tx, { activationId }: Day, heard: readonly Report[]): Promise<Need[]> {
  const atWork = await needs.where(tx, { activationId, status: ['assigned', 'inProgress'] })
  const done = heard.filter(({ outcome }) => outcome === 'completed').map(({ needId }) => needId)
  const calledDone = await needs.where(tx, { id: [...new Set(done)] })
  return [...new Map([...atWork, ...calledDone].map((need) => [need.id, need])).values()]
}
