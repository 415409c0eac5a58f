import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { findPersonOfLine, savePersonOfLine, type Whole } from '#server/groups/known-people.ts'
import { groupVisits } from '#server/groups/visits.ts'
import { findTodaysAttendance, saveAttendance } from '#server/volunteers/attendances.ts'
import { saveDayOf } from '#server/volunteers/check-in.ts'
import { placesLeft } from '#server/volunteers/kept-places.ts'
import type { Day } from '#shared/center/center.ts'
import type { Listed } from '#shared/groups/commands.ts'
import type { GroupVisit } from '#shared/groups/group-visit.ts'
import { inFuture, inOtherGroup, twiceInList } from '#shared/groups/problems.ts'
import { admittedOf, type IfFull, placeholderName, repeated, sizeProblem } from '#shared/groups/rules.ts'
import type { Attendance, Insurance } from '#shared/volunteers/attendance.ts'
import { insuranceOf } from '#shared/volunteers/rules.ts'

/** What holds for everybody of a group unless their line says otherwise. */
export interface Terms {
  day: Day
  visit: GroupVisit
  insurance: Insurance
  guardianConsent: Attendance['guardianConsent']
  consentVersion: string
  /** The group's reservation of the day, whose places are kept for it. */
  reservationId?: string | null
}

/** A line of the list with whom it means. */
interface Meant {
  line: Listed
  known: Whole | undefined
  /** Their check-in of today, where they were quicker than their group. */
  here: Attendance | undefined
}

/** What came of taking people in. */
export interface TakenIn {
  /** In the order of the lines, then those without a name. */
  attendances: Attendance[]
  /** How many of the list were known from an earlier day. */
  known: number
  /** How many had checked in by themselves already, and now belong to the group. */
  joined: number
}

/** Refuses a list that cannot be of people who are here today, by the place of the line in it. */
export function refuseImpossibleLines(lines: readonly Listed[], today: string): void {
  const unborn = lines.findIndex(({ birthDate }) => birthDate > today)
  if (unborn >= 0) throw inFuture({ what: 'birthDate', line: unborn + 1 })
  const [same] = repeated(lines)
  if (same) throw twiceInList({ line: same.line + 1, other: same.other + 1 })
}

/** Finds whom each line means; nobody can be meant twice, or be here with another group. */
async function meantBy(work: UnitOfWork, { day, visit }: Terms, lines: readonly Listed[]): Promise<Meant[]> {
  const meant: Meant[] = []
  for (const [index, line] of lines.entries()) {
    const known = await findPersonOfLine(work.tx, line)
    const other = meant.findIndex((one) => known !== undefined && one.known?.person.id === known.person.id)
    if (other >= 0) throw twiceInList({ line: index + 1, other: other + 1 })
    const here = known && (await findTodaysAttendance(work.tx, day.id, known.person.id))
    if (here?.groupVisitId && here.groupVisitId !== visit.id) {
      const { number } = await groupVisits.get(work.tx, here.groupVisitId)
      throw inOtherGroup({ line: index + 1, group: number }, ['attendance', here.id])
    }
    meant.push({ line, known, here })
  }
  return meant
}

/** The insurance of one line: the group's, or what the line itself says of it. */
export function insuranceOfLine(
  { plan }: Pick<Listed, 'plan'>,
  ofGroup: Insurance,
  terms: { today: string; beginsAtOnce: boolean },
): Insurance {
  if (plan === null || plan === ofGroup.plan) return ofGroup
  return insuranceOf({ plan, joinedOn: null }, terms.today, terms.beginsAtOnce)
}

const groupWords = (visit: GroupVisit) => ({ groupVisitId: visit.id, keepTogether: !visit.mayBeMixed })

/** Minors of whom nobody said anything have yet to show a consent. */
const consentWhereMinor = (said: Attendance['guardianConsent'], birthDate: string) =>
  birthDate !== '' && said === 'notNeeded' ? 'missing' : said

async function checkInLine(
  work: UnitOfWork,
  terms: Terms & { beginsAtOnce: boolean },
  { line, known }: Meant,
  waitsWithGroup: boolean,
): Promise<Attendance> {
  const { day, visit, consentVersion } = terms
  const { person, contact } = await savePersonOfLine(work, line, known, { groupName: visit.name })
  const insurance = insuranceOfLine(line, terms.insurance, { today: day.date, beginsAtOnce: terms.beginsAtOnce })
  const { birthDate } = contact
  return saveDayOf(
    work,
    {
      day,
      person,
      birthDate,
      phone: contact.phone,
      reservationId: terms.reservationId ?? null,
      insurance,
      waitsWithGroup,
    },
    {
      attendanceId: work.newId(),
      health: { condition: 'good', note: '' },
      consentVersion,
      language: 'ja',
      waitingListIfFull: true,
      guardianConsent: consentWhereMinor(terms.guardianConsent, birthDate),
    },
    { channel: 'proxy', cameBefore: known !== undefined, keyedBy: work.actorName, ...groupWords(visit) },
  )
}

/** Somebody who is here and counted, though nobody has said their name yet. */
function checkInUnnamed(work: UnitOfWork, terms: Terms, place: number, waitsWithGroup: boolean): Promise<Attendance> {
  const { day, visit, insurance, consentVersion, guardianConsent } = terms
  const nobodyYet = {
    mergedInto: null,
    nameKana: '',
    skills: [],
    licences: [],
    vehicle: 'none',
    experience: false,
  } as const
  return saveDayOf(
    work,
    {
      day,
      person: {
        ...nobodyYet,
        id: work.newId(),
        name: placeholderName(visit.name, place),
        affiliation: visit.name,
        skills: [],
        licences: [],
      },
      birthDate: '',
      phone: '',
      reservationId: terms.reservationId ?? null,
      insurance,
      waitsWithGroup,
    },
    {
      attendanceId: work.newId(),
      health: { condition: 'good', note: '' },
      consentVersion,
      language: 'ja',
      waitingListIfFull: true,
      guardianConsent,
    },
    { channel: 'proxy', cameBefore: false, keyedBy: work.actorName, nameToFollow: true, ...groupWords(visit) },
  )
}

/** Whoever was quicker than their group keeps their number and their place, and belongs to it from now on. */
async function joinHere(work: UnitOfWork, visit: GroupVisit, one: Meant & { here: Attendance }): Promise<Attendance> {
  const { person } = await savePersonOfLine(work, one.line, one.known, { groupName: visit.name })
  const joined = { ...one.here, ...groupWords(visit), name: person.name, nameKana: person.nameKana }
  await saveAttendance(work, joined)
  return joined
}

/** Takes the people of a list, and as many more as have no name yet, into a group; `places` counts who is in it already. */
export async function takeIn(
  work: UnitOfWork,
  terms: Terms & { beginsAtOnce: boolean; placesBefore: number },
  coming: { lines: readonly Listed[]; unnamed: number; ifFull: IfFull },
): Promise<TakenIn> {
  const { day, visit } = terms
  const meant = await meantBy(work, terms, coming.lines)
  const newcomers = meant.filter(({ here }) => here === undefined)
  const wanted = newcomers.length + coming.unnamed
  const free = await placesLeft(work.tx, day, terms.reservationId ?? null)
  const problem = sizeProblem(wanted, free, coming.ifFull)
  if (problem) throw problem
  const admitted = admittedOf(wanted, free, coming.ifFull)
  const people: Attendance[] = []
  for (const one of meant) {
    const waitsWithGroup = newcomers.indexOf(one) >= admitted
    people.push(
      one.here
        ? await joinHere(work, visit, { ...one, here: one.here })
        : await checkInLine(work, terms, one, waitsWithGroup),
    )
  }
  for (let index = 0; index < coming.unnamed; index++) {
    const place = terms.placesBefore + meant.length + index + 1
    people.push(await checkInUnnamed(work, terms, place, newcomers.length + index >= admitted))
  }
  return {
    attendances: people,
    known: meant.filter(({ known }) => known !== undefined).length,
    joined: meant.length - newcomers.length,
  }
}
