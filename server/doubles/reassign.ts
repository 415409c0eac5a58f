import type { z } from 'zod'
import { days } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { findWayBack, forgetWayBack, keepWayBack, type WayBack } from '#server/core/way-back.ts'
import { refuseTaken } from '#server/database/record-table.ts'
import { goBack, tellOfPersons } from '#server/doubles/unmerge.ts'
import { change } from '#server/doubles/writing.ts'
import { teams } from '#server/teams/teams.ts'
import { findLastAttendance, findTodaysAttendance, getAttendance } from '#server/volunteers/attendances.ts'
import { insuranceToday } from '#server/volunteers/check-in.ts'
import { persons, standingPerson } from '#server/volunteers/persons.ts'
import { addPerson, getWholePerson, savePerson, type WholePerson } from '#server/volunteers/save-person.ts'
import { dayChangeProblem } from '#shared/center/rules.ts'
import { reassignCheckIn, takeBackReassignment } from '#shared/doubles/commands.ts'
import {
  cannotTakeBack,
  isHereAlready,
  reassignedMeanwhile,
  samePerson,
  teamHasThem,
} from '#shared/doubles/problems.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { ageBandOf, guardianConsentOf } from '#shared/volunteers/rules.ts'

type Input = z.infer<typeof reassignCheckIn.input>

/** The name stands on a printed sheet, and on the phones of the team. */
async function refuseInTeam(work: UnitOfWork, { id, number, status, teamId }: Attendance): Promise<void> {
  if (status !== 'inTeam' && status !== 'out') return
  const team = teamId === null ? undefined : await teams.find(work.tx, teamId)
  throw teamHasThem({ number, team: team?.number ?? 0 }, ['attendance', id])
}

async function refuse(work: UnitOfWork, attendance: Attendance, input: Input): Promise<void> {
  const { number } = attendance
  const problem = dayChangeProblem(await days.get(work.tx, attendance.dayId))
  if (problem) throw problem
  if (attendance.personId !== input.fromPersonId) throw reassignedMeanwhile({ number }, ['attendance', attendance.id])
  await refuseInTeam(work, attendance)
  if (attendance.personId === input.personId) throw samePerson({ number })
  const here = await findTodaysAttendance(work.tx, attendance.dayId, input.personId)
  if (here) throw isHereAlready({ number, other: here.number }, ['attendance', here.id])
}

function newcomerOf(id: string, said: NonNullable<Input['newcomer']>): WholePerson {
  const { name, nameKana, phone, birthDate } = said
  const unsaid = { skills: [], licences: [], vehicle: 'none', experience: false, affiliation: '' } as const
  return {
    person: { id, name, nameKana, ...unsaid, skills: [], licences: [], mergedInto: null },
    contact: { id, phone, email: '', birthDate, sex: 'notSaid', postalCode: '', address: '' },
    emergency: { id, name: '', relation: '', phone: '' },
  }
}

async function rightPerson(work: UnitOfWork, { personId, newcomer }: Input): Promise<WholePerson> {
  if (newcomer === null) return getWholePerson(work.tx, (await standingPerson(work.tx, personId)).id)
  await refuseTaken(persons, work.tx, personId)
  const whole = newcomerOf(personId, newcomer)
  await addPerson(work, whole, { arrives: true })
  return whole
}

/** The day as it is the other person's: what was said of insurance and age was said of somebody else. */
async function dayOf(work: UnitOfWork, was: Attendance, { person, contact }: WholePerson): Promise<Attendance> {
  const day = await days.get(work.tx, was.dayId)
  const last = await findLastAttendance(work.tx, person.id)
  const { birthDate } = contact
  const aged =
    birthDate === ''
      ? {}
      : { ageBand: ageBandOf(birthDate, day.date), guardianConsent: guardianConsentOf('missing', birthDate, day.date) }
  const { name, nameKana, skills, vehicle, experience } = person
  const insurance = last?.insurance ?? (await insuranceToday(work, day, { plan: 'none', joinedOn: null }))
  const who = { personId: person.id, name, nameKana, skills, vehicle, experience }
  return { ...was, ...who, ...aged, insurance, cameBefore: last !== undefined }
}

export const reassignCheckInHandler = handle(reassignCheckIn, async (work, input) => {
  const was = await getAttendance(work.tx, input.attendanceId)
  await refuse(work, was, input)
  const whole = await rightPerson(work, input)
  const way: WayBack = { changes: [], links: [] }
  await change(work, way, 'attendance', { was, becomes: await dayOf(work, was, whole) })
  await savePerson(work, whole, { arrives: true })
  await keepWayBack(work, input.reassignmentId, way)
  work.describe({ number: was.number })
})

export const takeBackReassignmentHandler = handle(takeBackReassignment, async (work, { reassignmentId }) => {
  const way = await findWayBack(work.tx, reassignmentId)
  const [noted] = way?.changes ?? []
  if (!way || !noted) throw cannotTakeBack({})
  const attendance = await getAttendance(work.tx, noted.id)
  const [earlier, later] = noted.fields.personId ?? []
  if (attendance.personId !== later)
    throw reassignedMeanwhile({ number: attendance.number }, ['attendance', attendance.id])
  await refuseInTeam(work, attendance)
  const here = await findTodaysAttendance(work.tx, attendance.dayId, String(earlier))
  if (here) throw isHereAlready({ number: attendance.number, other: here.number }, ['attendance', here.id])
  await goBack(work, way)
  await tellOfPersons(work, [String(earlier)])
  await forgetWayBack(work, reassignmentId)
  work.describe({ number: attendance.number })
})
