import type { z } from 'zod'
import { getCenter, getOpenDay } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { nextNumber } from '#server/database/counters.ts'
import { refuseTaken } from '#server/database/record-table.ts'
import { refuseImpossibleLines, type Terms, takeIn } from '#server/groups/take-in.ts'
import { groupVisitContacts, groupVisits, peopleOfGroup } from '#server/groups/visits.ts'
import { arrive } from '#server/reservations/change-reservation.ts'
import { reservations } from '#server/reservations/reservations.ts'
import { registeredGroups } from '#server/roster/groups.ts'
import { getAttendance } from '#server/volunteers/attendances.ts'
import { insuranceToday } from '#server/volunteers/check-in.ts'
import type { Day } from '#shared/center/center.ts'
import { addToGroup, checkInGroup } from '#shared/groups/commands.ts'
import type { GroupVisit } from '#shared/groups/group-visit.ts'
import { inFuture } from '#shared/groups/problems.ts'
import { hereProblem } from '#shared/groups/rules.ts'
import { reservationActProblem } from '#shared/reservations/rules.ts'

type Input = z.infer<typeof checkInGroup.input>

async function newVisit(work: UnitOfWork, day: Day, input: Input): Promise<GroupVisit> {
  const { groupVisitId, groupId, name, vehicles, tools, mayBeMixed, wishes } = input
  return {
    id: groupVisitId,
    dayId: day.id,
    number: await nextNumber(work.tx, `group ${day.id}`),
    groupId,
    name,
    headcountExpected: 1 + input.members.length + input.unnamed,
    leaderAttendanceId: groupVisitId,
    vehicles,
    tools,
    mayBeMixed,
    wishes,
    status: 'here',
    arrivedAt: work.happenedAt,
    leftAt: null,
  }
}

function refuseFuture(work: UnitOfWork, day: Day, { insurance }: Input): void {
  if (work.happenedAt > work.now) throw inFuture({ what: 'arrival', line: null })
  if (insurance.joinedOn !== null && insurance.joinedOn > day.date) throw inFuture({ what: 'insurance', line: null })
}

/** The reservation has led to this; one that was cancelled, or has come before, is refused. */
async function arriveAsReserved(work: UnitOfWork, reservationId: string, leaderId: string | null): Promise<void> {
  const reservation = await reservations.get(work.tx, reservationId)
  const problem = reservationActProblem('checkIn', reservation)
  if (problem) throw problem
  await arrive(work, reservation, leaderId)
}

export const checkInGroupHandler = handle(checkInGroup, async (work, input) => {
  await refuseTaken(groupVisits, work.tx, input.groupVisitId)
  const day = await getOpenDay(work.tx)
  refuseFuture(work, day, input)
  const lines = [input.leader, ...input.members]
  refuseImpossibleLines(lines, day.date)
  if (input.groupId !== null) await registeredGroups.get(work.tx, input.groupId)
  const visit = await newVisit(work, day, input)
  const { insuranceBeginsAtOnce } = await getCenter(work.tx)
  const seenBy = input.insuranceSeen ? work.actorName : undefined
  const terms = {
    day,
    visit,
    insurance: await insuranceToday(work, day, input.insurance, seenBy),
    guardianConsent: input.guardianConsent,
    consentVersion: input.consentVersion,
    beginsAtOnce: insuranceBeginsAtOnce,
    placesBefore: 0,
    reservationId: input.reservationId,
  }
  const taken = await takeIn(work, terms, { lines, unnamed: input.unnamed, ifFull: input.ifFull })
  const [leader] = taken.attendances
  await groupVisits.add(work, { ...visit, leaderAttendanceId: leader?.id ?? visit.id })
  if (input.reservationId !== null) await arriveAsReserved(work, input.reservationId, leader?.id ?? null)
  const contact = { leaderPhone: input.leader.phone, onDayContact: input.onDayContact }
  await groupVisitContacts.add(work, { id: visit.id, dayId: day.id, ...contact })
  return answerAndDescribe(work, visit, taken)
})

/** Says in the chronology and to the sender what came of it: numbers alone. */
function answerAndDescribe(work: UnitOfWork, visit: GroupVisit, taken: Awaited<ReturnType<typeof takeIn>>) {
  const people = taken.attendances.length
  const listed = taken.attendances.filter(({ status }) => status === 'waitingListed').length
  work.describe({ group: visit.number, people, listed, number: null, status: null })
  return { group: visit.number, people, listed, known: taken.known, joined: taken.joined }
}

/** What holds for people who come to a group that is here already: what holds for its leader. */
export async function termsOfVisit(work: UnitOfWork, visit: GroupVisit, day: Day) {
  const leader = await getAttendance(work.tx, visit.leaderAttendanceId)
  const { insuranceBeginsAtOnce } = await getCenter(work.tx)
  const terms: Terms & { beginsAtOnce: boolean; placesBefore: number } = {
    day,
    visit,
    // Nobody has seen theirs.
    insurance: { ...leader.insurance, verifiedBy: null },
    guardianConsent: 'notNeeded',
    consentVersion: leader.consentVersion,
    beginsAtOnce: insuranceBeginsAtOnce,
    placesBefore: (await peopleOfGroup(work.tx, visit.id)).length,
  }
  return terms
}

export const addToGroupHandler = handle(addToGroup, async (work, { groupVisitId, members, unnamed, ifFull }) => {
  const visit = await groupVisits.get(work.tx, groupVisitId)
  const day = await getOpenDay(work.tx)
  const problem = hereProblem(visit)
  if (problem) throw problem
  refuseImpossibleLines(members, day.date)
  const taken = await takeIn(work, await termsOfVisit(work, visit, day), { lines: members, unnamed, ifFull })
  return answerAndDescribe(work, visit, taken)
})
