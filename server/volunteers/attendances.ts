import { CompiledQuery } from 'kysely'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { addToCounter } from '#server/database/counters.ts'
import { recordTable, type Tx } from '#server/database/record-table.ts'
import { countArrival } from '#server/volunteers/kept-places.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { takesPlace } from '#shared/volunteers/rules.ts'

export const attendances = recordTable('attendance', {
  id: 'plain',
  dayId: 'plain',
  personId: 'plain',
  number: 'plain',
  status: 'plain',
  channel: 'plain',
  name: 'plain',
  nameKana: 'plain',
  cameBefore: 'boolean',
  ageBand: 'plain',
  guardianConsent: 'plain',
  insurance: 'json',
  skills: 'json',
  vehicle: 'plain',
  experience: 'boolean',
  language: 'plain',
  consentVersion: 'plain',
  consentAt: 'plain',
  checkedInAt: 'plain',
  teamId: 'plain',
  isLeader: 'boolean',
  sentOutAt: 'plain',
  returnedAt: 'plain',
  leftAt: 'plain',
  keyedBy: 'plain',
  groupVisitId: 'plain',
  keepTogether: 'boolean',
  nameToFollow: 'boolean',
})

export const attendanceHealth = recordTable('attendanceHealth', {
  id: 'plain',
  dayId: 'plain',
  condition: 'plain',
  note: 'plain',
  talkedWith: 'plain',
})

export const attendanceNotes = recordTable('attendanceNote', {
  id: 'plain',
  dayId: 'plain',
  text: 'plain',
  writtenBy: 'plain',
})

/** Counts the day's taken places; a place that was kept for a reservation moves with them. */
async function countPlace(work: UnitOfWork, { id, dayId }: Attendance, change: number): Promise<void> {
  await addToCounter(work.tx, `admitted ${dayId}`, change)
  await countArrival(work, id, change)
}

/** Saves an attendance and keeps the count of the day's taken places with it. */
export async function saveAttendance(work: UnitOfWork, attendance: Attendance): Promise<void> {
  const before = await attendances.save(work, attendance)
  const change = Number(takesPlace(attendance.status)) - Number(before !== undefined && takesPlace(before.status))
  if (change !== 0) await countPlace(work, attendance, change)
}

/** Writes a new check-in; it takes a place unless it waits for one. */
export async function addAttendance(work: UnitOfWork, attendance: Attendance): Promise<void> {
  await attendances.add(work, attendance)
  if (takesPlace(attendance.status)) await countPlace(work, attendance, 1)
}

export const getAttendance = (tx: Tx, id: string) => attendances.get(tx, id)

/** A person's check-in of that day, unless it was cancelled. */
export async function findTodaysAttendance(tx: Tx, dayId: string, personId: string): Promise<Attendance | undefined> {
  const found = await attendances.where(tx, { personId, dayId })
  return found.find(({ status }) => status !== 'cancelled')
}

/** The lowest number on the waiting list of that day. */
export async function firstOnWaitingList(tx: Tx, dayId: string): Promise<number | null> {
  const listed = await attendances.where(tx, { dayId, status: 'waitingListed' })
  return listed.length === 0 ? null : Math.min(...listed.map(({ number }) => number))
}

/** The last check-in of a person before this one, whatever day it was. */
export async function findLastAttendance(tx: Tx, personId: string): Promise<Attendance | undefined> {
  const found = await attendances.where(tx, { personId })
  return found.sort((one, other) => (one.checkedInAt < other.checkedInAt ? 1 : -1))[0]
}

/** How many people of a day stand in each state. */
export async function countAttendances(tx: Tx, dayId: string): Promise<ReadonlyMap<Attendance['status'], number>> {
  const query = CompiledQuery.raw('select status, count(*) as count from attendance where day_id = ? group by status', [
    dayId,
  ])
  const { rows } = await tx.executeQuery<{ status: Attendance['status']; count: number }>(query)
  return new Map(rows.map(({ status, count }) => [status, count]))
}
