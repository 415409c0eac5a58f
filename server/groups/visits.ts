import { refuseIfWritten } from '#server/core/refuse-if-written.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { recordTable, type Tx } from '#server/database/record-table.ts'
import { attendances } from '#server/volunteers/attendances.ts'
import type { GroupVisit } from '#shared/groups/group-visit.ts'
import { changedMeanwhile, notOfGroup } from '#shared/groups/problems.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'

export const groupVisits = recordTable('groupVisit', {
  id: 'plain',
  dayId: 'plain',
  number: 'plain',
  groupId: 'plain',
  name: 'plain',
  headcountExpected: 'plain',
  leaderAttendanceId: 'plain',
  vehicles: 'json',
  tools: 'json',
  mayBeMixed: 'boolean',
  wishes: 'plain',
  status: 'plain',
  arrivedAt: 'plain',
  leftAt: 'plain',
})

export const groupVisitContacts = recordTable('groupVisitContact', {
  id: 'plain',
  dayId: 'plain',
  leaderPhone: 'plain',
  onDayContact: 'plain',
})

/** Everybody who was ever counted with a group, in the order of their numbers. */
export async function peopleOfGroup(tx: Tx, groupVisitId: string): Promise<Attendance[]> {
  const people = await attendances.where(tx, { groupVisitId })
  return people.sort((one, other) => one.number - other.number)
}

/** These people of a group; refuses one who is not of it. */
export async function getSome(work: UnitOfWork, visit: GroupVisit, ids: readonly string[]): Promise<Attendance[]> {
  const wanted = new Set(ids)
  const some = (await peopleOfGroup(work.tx, visit.id)).filter(({ id }) => wanted.has(id))
  if (some.length < wanted.size) throw notOfGroup({ group: visit.number })
  return some
}

/** Refuses a change made on an older state of the group's record, and says who wrote in the meantime, and when. */
export async function refuseIfGroupChanged(work: UnitOfWork, visit: GroupVisit, basedOnSeq: number): Promise<void> {
  const seq = await groupVisits.changedSeqOf(work.tx, visit.id)
  await refuseIfWritten(work, { seq, basedOnSeq }, (writer) => changedMeanwhile({ group: visit.number, ...writer }))
}
