import type { z } from 'zod'
import { days } from '#server/center/centers.ts'
import { type Handler, handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import {
  attendanceHealth,
  attendanceNotes,
  firstOnWaitingList,
  getAttendance,
  saveAttendance,
} from '#server/volunteers/attendances.ts'
import { refuseIfChanged } from '#server/volunteers/changed-meanwhile.ts'
import { insuranceToday, refuseIfHere } from '#server/volunteers/check-in.ts'
import { placesLeft, placesOf, reservationOfArrival } from '#server/volunteers/kept-places.ts'
import { revokePersonalLinks, savePersonalLink } from '#server/volunteers/personal-links.ts'
import { personContacts } from '#server/volunteers/persons.ts'
import { dayChangeProblem } from '#shared/center/rules.ts'
import type { CommandDefinition } from '#shared/core/command.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import * as commands from '#shared/volunteers/commands.ts'
import { joinedInFuture } from '#shared/volunteers/problems.ts'
import {
  actProblem,
  guardianConsentOf,
  guardianConsentProblem,
  letInProblem,
  type ReceptionAct,
} from '#shared/volunteers/rules.ts'

type OfOne = CommandDefinition<string, z.ZodObject<{ attendanceId: z.ZodUUID }>>

/** An act that moves somebody's day on: load, ask the rule, save. */
function act(
  command: OfOne,
  name: ReceptionAct,
  after: (attendance: Attendance, work: UnitOfWork) => Attendance | Promise<Attendance>,
): Handler {
  return handle(command, async (work, { attendanceId }) => {
    const attendance = await getAttendance(work.tx, attendanceId)
    const day = await days.get(work.tx, attendance.dayId)
    const problem = dayChangeProblem(day) ?? actProblem(name, attendance)
    if (problem) throw problem
    await saveAttendance(work, await after(attendance, work))
    work.describe({ number: attendance.number })
  })
}

/** Whether somebody waits for a team, or first for the talk about health that nobody has had with them. */
export async function standingOf(work: UnitOfWork, attendanceId: string): Promise<'waiting' | 'consulting'> {
  const health = await attendanceHealth.get(work.tx, attendanceId)
  return health.condition === 'concern' && health.talkedWith === null ? 'consulting' : 'waiting'
}

const settleConsultation = act(commands.settleConsultation, 'settleConsultation', async (attendance, work) => {
  const health = await attendanceHealth.get(work.tx, attendance.id)
  await attendanceHealth.save(work, { ...health, talkedWith: work.actorName })
  return { ...attendance, status: 'waiting' }
})

const restoreCheckIn = act(commands.restoreCheckIn, 'restoreCheckIn', async (attendance, work) => {
  await refuseIfHere(work, attendance.dayId, attendance.personId)
  const day = await days.get(work.tx, attendance.dayId)
  const full = (await placesLeft(work.tx, day, await reservationOfArrival(work.tx, attendance.id))) <= 0
  return { ...attendance, status: full ? 'waitingListed' : await standingOf(work, attendance.id) }
})

const letIn = handle(commands.letIn, async (work, { attendanceId }) => {
  const attendance = await getAttendance(work.tx, attendanceId)
  const { dayId } = attendance
  const day = await days.get(work.tx, dayId)
  const places = {
    ...(await placesOf(work.tx, day)),
    capacity: day.capacity,
    firstWaiting: await firstOnWaitingList(work.tx, dayId),
  }
  const problem = dayChangeProblem(day) ?? letInProblem(attendance, places)
  if (problem) throw problem
  await saveAttendance(work, { ...attendance, status: await standingOf(work, attendance.id) })
  work.describe({ number: attendance.number })
})

const recordInsurance = handle(commands.recordInsurance, async (work, { attendanceId, insurance, verified }) => {
  const attendance = await getAttendance(work.tx, attendanceId)
  const day = await days.get(work.tx, attendance.dayId)
  if (insurance.joinedOn !== null && insurance.joinedOn > day.date) throw joinedInFuture({})
  const recorded = await insuranceToday(work, day, insurance, verified ? work.actorName : undefined)
  await saveAttendance(work, { ...attendance, insurance: recorded })
  work.describe({ number: attendance.number, plan: insurance.plan, verified: verified ? 1 : 0 })
})

const recordGuardianConsent = handle(commands.recordGuardianConsent, async (work, { attendanceId, consent }) => {
  const attendance = await getAttendance(work.tx, attendanceId)
  const { date } = await days.get(work.tx, attendance.dayId)
  // Of a group whose names are to follow, nobody has a birth date yet.
  const birthDate = (await personContacts.find(work.tx, attendance.personId))?.birthDate ?? ''
  const problem = guardianConsentProblem(consent, attendance, birthDate, date)
  if (problem) throw problem
  await saveAttendance(work, { ...attendance, guardianConsent: guardianConsentOf(consent, birthDate, date) })
  work.describe({ number: attendance.number, consent })
})

const reissueLink = handle(commands.reissueLink, async (work, { attendanceId, linkToken }) => {
  const { number, dayId } = await getAttendance(work.tx, attendanceId)
  await revokePersonalLinks(work.tx, attendanceId, work.now)
  await savePersonalLink(work.tx, linkToken, attendanceId, dayId, work.now)
  work.describe({ number })
})

const writeNote = handle(commands.writeNote, async (work, { attendanceId, text, basedOnSeq }) => {
  const { number, dayId } = await getAttendance(work.tx, attendanceId)
  await refuseIfChanged(work, attendanceNotes, attendanceId, { number, basedOnSeq })
  await attendanceNotes.save(work, { id: attendanceId, dayId, text, writtenBy: work.actorName })
  work.describe({ number })
})

export const receptionActHandlers = [
  act(commands.startConsultation, 'startConsultation', (attendance) => ({ ...attendance, status: 'consulting' })),
  settleConsultation,
  act(commands.cancelCheckIn, 'cancelCheckIn', (attendance) => ({ ...attendance, status: 'cancelled' })),
  restoreCheckIn,
  letIn,
  act(commands.comeBack, 'comeBack', (attendance) => ({
    ...attendance,
    // Whoever waited for a second job before leaving belongs to no team any more.
    status: attendance.teamId === null ? 'waiting' : 'returned',
    leftAt: null,
  })),
  act(commands.toCenterWork, 'toCenterWork', (attendance) => ({
    ...attendance,
    status: 'centerWork',
    // Whoever came back is no longer one of the old team.
    teamId: null,
    isLeader: false,
  })),
  act(commands.waitAgain, 'waitAgain', (attendance) => ({ ...attendance, status: 'waiting' })),
  recordInsurance,
  recordGuardianConsent,
  reissueLink,
  writeNote,
]
