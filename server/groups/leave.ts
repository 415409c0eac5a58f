import { days } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { groupVisits, peopleOfGroup } from '#server/groups/visits.ts'
import {
  attendances,
  findTodaysAttendance,
  firstOnWaitingList,
  saveAttendance,
} from '#server/volunteers/attendances.ts'
import { placesLeft, reservationOfArrival } from '#server/volunteers/kept-places.ts'
import { standingOf } from '#server/volunteers/reception-acts.ts'
import { dayChangeProblem } from '#shared/center/rules.ts'
import * as commands from '#shared/groups/commands.ts'
import type { GroupVisit } from '#shared/groups/group-visit.ts'
import { atWork, notHere } from '#shared/groups/problems.ts'
import {
  cancelGroupProblem,
  cancelUnnamedProblem,
  checkOutProblem,
  letInGroupProblem,
  presentOf,
  removable,
  staying,
} from '#shared/groups/rules.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { mayLeave } from '#shared/volunteers/rules.ts'

/** A group with its people, on a day that can still be changed. */
async function load(work: UnitOfWork, groupVisitId: string) {
  const visit = await groupVisits.get(work.tx, groupVisitId)
  const day = await days.get(work.tx, visit.dayId)
  const problem = dayChangeProblem(day)
  if (problem) throw problem
  return { visit, day, people: await peopleOfGroup(work.tx, groupVisitId) }
}

const numbersOf = (people: readonly Attendance[]) => people.map(({ number }) => number)

/** Whoever still waited for a place goes without having been here. */
const gone = (attendance: Attendance, leftAt: string): Attendance => ({
  ...attendance,
  status: attendance.status === 'waitingListed' ? 'cancelled' : 'left',
  leftAt,
})

const checkOutGroup = handle(commands.checkOutGroup, async (work, { groupVisitId }) => {
  const { visit, people } = await load(work, groupVisitId)
  const problem = checkOutProblem(visit, people)
  if (problem) throw problem
  const leaving = people.filter(({ status }) => mayLeave(status))
  const stay = staying(people)
  for (const attendance of leaving) await saveAttendance(work, gone(attendance, work.happenedAt))
  const status = stay.length === 0 ? 'left' : 'here'
  await groupVisits.save(work, { ...visit, status, leftAt: work.happenedAt })
  work.describe({ group: visit.number, people: leaving.length, stay: stay.length })
  return { people: leaving.length, stay: numbersOf(stay) }
})

/** Whoever was cancelled and has checked in anew since is here already, under another number. */
async function notHereAnew(work: UnitOfWork, people: readonly Attendance[]): Promise<Attendance[]> {
  const gone: Attendance[] = []
  for (const attendance of people) {
    const here = await findTodaysAttendance(work.tx, attendance.dayId, attendance.personId)
    if (here === undefined || here.id === attendance.id) gone.push(attendance)
  }
  return gone
}

function back(attendance: Attendance): Attendance {
  if (attendance.status === 'cancelled') return { ...attendance, status: 'waitingListed', leftAt: null }
  return { ...attendance, status: attendance.teamId === null ? 'waiting' : 'returned', leftAt: null }
}

const undoCheckOutGroup = handle(commands.undoCheckOutGroup, async (work, { groupVisitId }) => {
  const { visit, people } = await load(work, groupVisitId)
  const together = people.filter(({ leftAt }) => leftAt !== null && leftAt === visit.leftAt)
  const left = await notHereAnew(work, together)
  if (left.length === 0) throw notHere({ group: visit.number, status: visit.status }, ['groupVisit', visit.id])
  for (const attendance of left) await saveAttendance(work, back(attendance))
  await groupVisits.save(work, { ...visit, status: 'here', leftAt: null })
  work.describe({ group: visit.number, people: left.length })
})

const cancelUnnamed = handle(commands.cancelUnnamed, async (work, { groupVisitId, count }) => {
  const { visit, people } = await load(work, groupVisitId)
  const problem = cancelUnnamedProblem(visit, people, count)
  if (problem) throw problem
  for (const attendance of removable(people).slice(0, count))
    await saveAttendance(work, { ...attendance, status: 'cancelled' })
  work.describe({ group: visit.number, people: count })
})

const letInGroup = handle(commands.letInGroup, async (work, { groupVisitId }) => {
  const { visit, day, people } = await load(work, groupVisitId)
  const listed = people.filter(({ status }) => status === 'waitingListed')
  const free = await placesLeft(work.tx, day)
  const firstWaiting = await firstOnWaitingList(work.tx, day.id)
  const problem = letInGroupProblem(visit, listed, { free, capacity: day.capacity, firstWaiting })
  if (problem) throw problem
  const admitted = listed.slice(0, free)
  for (const attendance of admitted)
    await saveAttendance(work, { ...attendance, status: await standingOf(work, attendance.id) })
  work.describe({ group: visit.number, people: admitted.length })
  return { people: admitted.length, waiting: listed.length - admitted.length }
})

const cancelGroup = handle(commands.cancelGroup, async (work, { groupVisitId }) => {
  const { visit, people } = await load(work, groupVisitId)
  const problem = cancelGroupProblem(visit, people)
  if (problem) throw problem
  const present = presentOf(people)
  for (const attendance of present) await saveAttendance(work, { ...attendance, status: 'cancelled' })
  await groupVisits.save(work, { ...visit, status: 'cancelled' })
  work.describe({ group: visit.number, people: present.length })
})

/** Who was cancelled with their group and not before it: their records were written by the same act. */
async function cancelledTogether(work: UnitOfWork, visit: GroupVisit, people: readonly Attendance[]) {
  const seq = await groupVisits.changedSeqOf(work.tx, visit.id)
  const together: Attendance[] = []
  for (const attendance of people.filter(({ status }) => status === 'cancelled')) {
    if ((await attendances.changedSeqOf(work.tx, attendance.id)) === seq) together.push(attendance)
  }
  return together
}

const restoreGroup = handle(commands.restoreGroup, async (work, { groupVisitId }) => {
  const { visit, day, people } = await load(work, groupVisitId)
  if (visit.status !== 'cancelled')
    throw notHere({ group: visit.number, status: visit.status }, ['groupVisit', visit.id])
  const together = await notHereAnew(work, await cancelledTogether(work, visit, people))
  for (const attendance of together) {
    const full = (await placesLeft(work.tx, day, await reservationOfArrival(work.tx, attendance.id))) <= 0
    await saveAttendance(work, {
      ...attendance,
      status: full ? 'waitingListed' : await standingOf(work, attendance.id),
    })
  }
  if (together.length === 0) throw atWork({ group: visit.number, people: 0 }, ['groupVisit', visit.id])
  await groupVisits.save(work, { ...visit, status: 'here' })
  work.describe({ group: visit.number, people: together.length })
})

export const leaveHandlers = [checkOutGroup, undoCheckOutGroup, cancelUnnamed, letInGroup, cancelGroup, restoreGroup]
