import { getOpenDay, today } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { callOuts } from '#server/dispatch/call-outs.ts'
import { needs, standingNeed } from '#server/needs/needs.ts'
import { registrations } from '#server/roster/registrations.ts'
import { giveNeed, makeLeader, takeIn } from '#server/teams/members.ts'
import { emptyTeam, saveTeam } from '#server/teams/teams.ts'
import { findLastAttendance, findTodaysAttendance } from '#server/volunteers/attendances.ts'
import { insuranceToday, saveDayOf } from '#server/volunteers/check-in.ts'
import { standingPerson } from '#server/volunteers/persons.ts'
import { getWholePerson, savePerson } from '#server/volunteers/save-person.ts'
import type { Day } from '#shared/center/center.ts'
import { notAllowed } from '#shared/core/problems.ts'
import { putToWork, recordCallOut } from '#shared/dispatch/call-out-commands.ts'
import { calledPersonHere, consentOnTheSpot } from '#shared/dispatch/problems.ts'

const recordCallOutHandler = handle(recordCallOut, async (work, { callOutId, ...said }) => {
  const day = await getOpenDay(work.tx)
  const need = await standingNeed(work.tx, said.needId)
  const person = await standingPerson(work.tx, said.personId)
  const about = { ...said, needId: need.id, personId: person.id }
  await callOuts.save(work, { id: callOutId, dayId: day.id, ...about, at: work.happenedAt, calledBy: work.actorName })
  work.describe({ need: need.number, answer: said.answer })
})

/** The insurance that was read out on the telephone: the last one seen while it lasts, else what the roster says. */
async function insuranceOf(work: UnitOfWork, personId: string) {
  const last = await findLastAttendance(work.tx, personId)
  if (last && last.insurance.plan !== 'none' && (last.insurance.validUntil ?? '') >= today(work)) return last.insurance
  const said = (await registrations.find(work.tx, personId))?.insurance
  return said ?? { plan: 'none' as const, joinedOn: null }
}

interface Called {
  personId: string
  attendanceId: string
}

async function checkIn(work: UnitOfWork, day: Day, consentVersion: string, called: Called): Promise<string> {
  const whole = await getWholePerson(work.tx, (await standingPerson(work.tx, called.personId)).id)
  const { person, contact } = whole
  const here = await findTodaysAttendance(work.tx, day.id, person.id)
  if (here) throw calledPersonHere({ number: here.number }, ['attendance', here.id])
  await savePerson(work, whole, { arrives: true })
  const { plan, joinedOn } = await insuranceOf(work, person.id)
  const insurance = await insuranceToday(work, day, { plan, joinedOn }, work.actorName)
  const confirmed = {
    attendanceId: called.attendanceId,
    health: { condition: 'good', note: '' },
    consentVersion,
    language: 'ja',
    waitingListIfFull: false,
    guardianConsent: 'missing',
  } as const
  const coming = { channel: 'proxy', cameBefore: true, keyedBy: work.actorName } as const
  const { birthDate, phone } = contact
  const attendance = await saveDayOf(work, { day, person, birthDate, phone, insurance }, confirmed, coming)
  // A guardian's word is given on paper or in person; the telephone call of a desk does not bring it.
  if (attendance.guardianConsent === 'missing') throw consentOnTheSpot({ name: person.name })
  return attendance.id
}

const putToWorkHandler = handle(putToWork, async (work, { people, consentVersion, teamId, needId, ...seen }) => {
  const { actor } = work
  // Whoever is checked in by this act is checked in by somebody who may.
  if (actor.kind !== 'staff' || !actor.capabilities.includes('reception.manage')) throw notAllowed({})
  const day = await getOpenDay(work.tx)
  const attendanceIds: string[] = []
  for (const called of people) attendanceIds.push(await checkIn(work, day, consentVersion, called))
  let team = await takeIn(work, await emptyTeam(work, teamId), attendanceIds)
  team = await giveNeed(work, team, needId, seen)
  const [leader] = attendanceIds
  if (leader !== undefined) team = await makeLeader(work, team, leader)
  await saveTeam(work, team)
  const need = await needs.get(work.tx, needId)
  work.describe({ team: team.number, size: team.members.length, need: need.number, number: null, status: null })
  return { number: team.number }
})

export const putToWorkHandlers = [recordCallOutHandler, putToWorkHandler]
