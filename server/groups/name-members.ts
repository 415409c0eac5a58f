import type { z } from 'zod'
import { days, getCenter } from '#server/center/centers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { termsOfVisit } from '#server/groups/check-in-group.ts'
import { findPersonOfLine, findWhole, knownOf, savePersonOfLine } from '#server/groups/known-people.ts'
import { insuranceOfLine, refuseImpossibleLines, type TakenIn, takeIn } from '#server/groups/take-in.ts'
import { groupVisits, peopleOfGroup } from '#server/groups/visits.ts'
import { findTodaysAttendance, saveAttendance } from '#server/volunteers/attendances.ts'
import type { Day } from '#shared/center/center.ts'
import { dayChangeProblem } from '#shared/center/rules.ts'
import type { Listed, nameMembers } from '#shared/groups/commands.ts'
import type { GroupVisit } from '#shared/groups/group-visit.ts'
import {
  hereProblem,
  type IfFull,
  type Known,
  presentOf,
  removable,
  sameIn,
  withoutName,
} from '#shared/groups/rules.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { ageBandOf, guardianConsentOf } from '#shared/volunteers/rules.ts'

/** What came of a list of names. */
export interface Named {
  visit: GroupVisit
  /** Those whose record of the day has another name than before. */
  renamed: Attendance[]
  known: number
  added: TakenIn | undefined
  cancelled: number
  /** How many still have no name. */
  left: number
}

/** Somebody of the group whose name is known already. */
interface NamedMember {
  attendance: Attendance
  known: Known
}

async function namedMembers(work: UnitOfWork, people: readonly Attendance[]): Promise<NamedMember[]> {
  const named: NamedMember[] = []
  for (const attendance of presentOf(people).filter(({ nameToFollow }) => !nameToFollow)) {
    const whole = await findWhole(work.tx, attendance.personId)
    if (whole) named.push({ attendance, known: knownOf(whole) })
  }
  return named
}

/** The person's record of the day with what the list says of them; who was known before takes the place. */
async function giveName(
  work: UnitOfWork,
  { day, visit, beginsAtOnce }: { day: Day; visit: GroupVisit; beginsAtOnce: boolean },
  attendance: Attendance,
  line: Listed,
): Promise<{ attendance: Attendance; wasKnown: boolean }> {
  const earlier = await findPersonOfLine(work.tx, line)
  const { person, contact } = await savePersonOfLine(work, line, earlier, {
    groupName: visit.name,
    personId: attendance.personId,
  })
  const isMinorUnasked = attendance.guardianConsent === 'notNeeded' && contact.birthDate !== ''
  const named: Attendance = {
    ...attendance,
    personId: person.id,
    name: person.name,
    nameKana: person.nameKana,
    skills: person.skills,
    vehicle: person.vehicle,
    experience: person.experience,
    cameBefore: earlier !== undefined,
    nameToFollow: false,
    ageBand: ageBandOf(contact.birthDate, day.date),
    guardianConsent: guardianConsentOf(
      isMinorUnasked ? 'missing' : attendance.guardianConsent,
      contact.birthDate,
      day.date,
    ),
    insurance: insuranceOfLine(line, attendance.insurance, { today: day.date, beginsAtOnce }),
  }
  await saveAttendance(work, named)
  return { attendance: named, wasKnown: earlier !== undefined }
}

/** Completes somebody whose name was known, such as the leader: what the list adds is taken over. */
async function complete(work: UnitOfWork, day: Day, visit: GroupVisit, attendance: Attendance, line: Listed) {
  const whole = await findWhole(work.tx, attendance.personId)
  const { person, contact } = await savePersonOfLine(work, line, whole, { groupName: visit.name })
  await saveAttendance(work, {
    ...attendance,
    nameKana: person.nameKana,
    skills: person.skills,
    ageBand: ageBandOf(contact.birthDate, day.date),
    guardianConsent: guardianConsentOf(
      attendance.guardianConsent === 'notNeeded' ? 'missing' : attendance.guardianConsent,
      contact.birthDate,
      day.date,
    ),
  })
}

/** Whether a line means somebody who is here, and keeps their own number instead of taking a place without a name. */
async function isHereAlready(work: UnitOfWork, day: Day, line: Listed): Promise<boolean> {
  const whole = await findPersonOfLine(work.tx, line)
  return whole !== undefined && (await findTodaysAttendance(work.tx, day.id, whole.person.id)) !== undefined
}

/** More names than the leader said there were people: the rest of the list has come too. */
async function takeExtra(work: UnitOfWork, visit: GroupVisit, day: Day, lines: Listed[], ifFull: IfFull) {
  if (lines.length === 0) return undefined
  const problem = dayChangeProblem(day) ?? hereProblem(visit)
  if (problem) throw problem
  return takeIn(work, await termsOfVisit(work, visit, day), { lines, unnamed: 0, ifFull })
}

/** Takes places without a name away, as many as may be; whoever has been put to work did come, and stays. */
async function cancelPlaces(work: UnitOfWork, day: Day, places: readonly Attendance[], count: number): Promise<number> {
  const gone = removable(places).slice(0, count)
  const problem = gone.length > 0 ? dayChangeProblem(day) : null
  if (problem) throw problem
  for (const attendance of gone) await saveAttendance(work, { ...attendance, status: 'cancelled' })
  return gone.length
}

/** Gives names to a group; what is more than its places is taken in, and whoever was here before keeps their own. */
export async function giveNames(work: UnitOfWork, input: z.infer<typeof nameMembers.input>): Promise<Named> {
  const visit = await groupVisits.get(work.tx, input.groupVisitId)
  const day = await days.get(work.tx, visit.dayId)
  refuseImpossibleLines(input.members, day.date)
  const beginsAtOnce = (await getCenter(work.tx)).insuranceBeginsAtOnce
  const people = await peopleOfGroup(work.tx, visit.id)
  const named = await namedMembers(work, people)
  const memberOf = sameIn(named.map(({ known }) => known))
  const places = withoutName(people)
  const extra: Listed[] = []
  const renamed: Attendance[] = []
  let known = 0
  for (const line of input.members) {
    const member = named[memberOf(line)]
    const place = member || (await isHereAlready(work, day, line)) ? undefined : places.shift()
    if (member) await complete(work, day, visit, member.attendance, line)
    else if (place) {
      const given = await giveName(work, { day, visit, beginsAtOnce }, place, line)
      renamed.push(given.attendance)
      known += Number(given.wasKnown)
    } else extra.push(line)
  }
  const added = await takeExtra(work, visit, day, extra, input.ifFull)
  // Whoever had checked in alone was counted twice: once by themselves, and once by their leader.
  const cancelled = await cancelPlaces(
    work,
    day,
    places,
    input.rest === 'cancel' ? places.length : (added?.joined ?? 0),
  )
  const left = places.length - cancelled
  return { visit, renamed, known, added, cancelled, left }
}
