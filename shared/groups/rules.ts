import { searchKey } from '#shared/core/japanese-text.ts'
import type { Problem } from '#shared/core/problem.ts'
import type { GroupVisit } from '#shared/groups/group-visit.ts'
import { groupLimits } from '#shared/groups/limits.ts'
import {
  atWork,
  enoughListPictures,
  namesAreIn,
  nobodyToLeave,
  nobodyWaits,
  noPlaces,
  notEnoughPlaces,
  notHere,
  notSoManyUnnamed,
  othersWait,
  tooMany,
} from '#shared/groups/problems.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { actProblem, mayLeave } from '#shared/volunteers/rules.ts'

type Someone = Pick<Attendance, 'id' | 'number' | 'status' | 'nameToFollow'>

/** The people of a group who have come: whoever was cancelled never did. */
export const presentOf = <A extends Pick<Attendance, 'status'>>(people: readonly A[]): A[] =>
  people.filter(({ status }) => status !== 'cancelled')

/** Who of these is still without a name. */
export const withoutName = <A extends Pick<Attendance, 'status' | 'nameToFollow'>>(people: readonly A[]): A[] =>
  presentOf(people).filter(({ nameToFollow }) => nameToFollow)

/** What stands in place of a name until it follows: 〇〇大学 3. */
export const placeholderName = (groupName: string, place: number): string => {
  const short = [...groupName].slice(0, 54).join('')
  return `${short} ${place}`
}

/** What is known of somebody for telling people apart; empty where it is not. */
export interface Known {
  name: string
  nameKana: string
  phone: string
  birthDate: string
}

/** The same with the keys by which names are compared, which are dear to make. */
interface Keyed extends Known {
  nameKey: string
  kanaKey: string
}

const keyed = (known: Known): Keyed => ({
  ...known,
  nameKey: searchKey(known.name),
  kanaKey: searchKey(known.nameKana),
})

const differ = (one: string, other: string) => one !== '' && other !== '' && one !== other
const agree = (one: string, other: string) => one !== '' && one === other

/** Whether nothing that is known of the two speaks against their being one. */
function isPossible(one: Known, other: Known): boolean {
  return !differ(one.phone, other.phone) && !differ(one.birthDate, other.birthDate)
}

function soundAlike(one: Keyed, other: Keyed): boolean {
  return agree(one.kanaKey, other.kanaKey) || (agree(one.nameKey, other.nameKey) && !differ(one.kanaKey, other.kanaKey))
}

const hasSameFact = (one: Known, other: Known) => agree(one.phone, other.phone) || agree(one.birthDate, other.birthDate)

const isSame = (one: Keyed, other: Keyed) =>
  isPossible(one, other) && soundAlike(one, other) && (agree(one.nameKey, other.nameKey) || hasSameFact(one, other))

/** Finds in one list who is the same person: the same name, and nothing that speaks against it. -1 where nobody is. */
export function sameIn(list: readonly Known[]): (one: Known) => number {
  const keys = list.map(keyed)
  return (one) => {
    const sought = keyed(one)
    return keys.findIndex((other) => isSame(sought, other))
  }
}

/**
 * Whether somebody of a list is a person of an earlier day: the name sounds the same, the phone or the birth date is the
 * same, and neither is another. A name alone never is enough.
 */
export function isKnownPerson(line: Known, person: Known): boolean {
  return isPossible(line, person) && hasSameFact(line, person) && soundAlike(keyed(line), keyed(person))
}

/** Lines that repeat an earlier one of the same list, as places from 0. */
export function repeated(list: readonly Known[]): { line: number; other: number }[] {
  const keys = list.map(keyed)
  return keys.flatMap((one, line) => {
    const other = keys.findIndex((earlier, place) => place < line && isSame(one, earlier))
    return other >= 0 ? [{ line, other }] : []
  })
}

export type IfFull = 'refuse' | 'waitingList' | 'asManyAsFit'

/** How many of a group are let in: all, as many as fit, or none, and then they wait for places together. */
export function admittedOf(wanted: number, free: number, ifFull: IfFull): number {
  if (wanted <= free) return wanted
  return ifFull === 'asManyAsFit' ? Math.max(0, free) : 0
}

/** Why a group of this size cannot be taken in, or null: without a choice of staff, the whole group must fit. */
export function sizeProblem(wanted: number, free: number, ifFull: IfFull): Problem | null {
  if (wanted > groupLimits.people) return tooMany({ most: groupLimits.people })
  return wanted > free && ifFull === 'refuse' ? notEnoughPlaces({ free: Math.max(0, free), headcount: wanted }) : null
}

/** Why nothing can be done with a group that is gone, or null. */
export function hereProblem({ id, number, status }: Pick<GroupVisit, 'id' | 'number' | 'status'>): Problem | null {
  return status === 'here' ? null : notHere({ group: number, status }, ['groupVisit', id])
}

/** Who of those without a name can be taken away, the last first: not who stands in a team or is out. */
export function removable<A extends Someone>(people: readonly A[]): A[] {
  return withoutName(people)
    .filter((one) => actProblem('cancelCheckIn', one) === null)
    .sort((one, other) => other.number - one.number)
}

export function cancelUnnamedProblem(visit: GroupVisit, people: readonly Someone[], count: number): Problem | null {
  const left = removable(people).length
  const lastGone = people.findLast(({ status, nameToFollow }) => status === 'cancelled' && nameToFollow)
  const about = lastGone && (['attendance', lastGone.id] as const)
  return hereProblem(visit) ?? (count > left ? notSoManyUnnamed({ left }, about) : null)
}

/** Why a group cannot be cancelled as a whole, or null: nobody of it may have been put to work. */
export function cancelGroupProblem(visit: GroupVisit, people: readonly Someone[]): Problem | null {
  const working = presentOf(people).filter((one) => actProblem('cancelCheckIn', one) !== null).length
  return (
    hereProblem(visit) ??
    (working > 0 ? atWork({ group: visit.number, people: working }, ['groupVisit', visit.id]) : null)
  )
}

/** Who is out or stands in a team, and so stays when the group goes home. */
export const staying = <A extends Pick<Attendance, 'status'>>(people: readonly A[]): A[] =>
  people.filter(({ status }) => status === 'inTeam' || status === 'out')

export function checkOutProblem(visit: Pick<GroupVisit, 'id' | 'number'>, people: readonly Someone[]): Problem | null {
  const leaving = people.filter(({ status }) => mayLeave(status))
  return leaving.length > 0
    ? null
    : nobodyToLeave({ group: visit.number, out: staying(people).length }, ['groupVisit', visit.id])
}

/** Whether a group is here, has gone home, or never came; people may also go home one by one. */
export function stateOf(visit: Pick<GroupVisit, 'status'>, people: readonly Someone[]): GroupVisit['status'] {
  if (visit.status === 'cancelled') return 'cancelled'
  const present = presentOf(people)
  return present.length > 0 && present.every(({ status }) => status === 'left') ? 'left' : 'here'
}

/** Why nobody of a group can be let in from the waiting list now, or null: whoever came before them comes first. */
export function letInGroupProblem(
  visit: Pick<GroupVisit, 'id' | 'number' | 'status'>,
  listed: readonly Someone[],
  places: { free: number; capacity: number; firstWaiting: number | null },
): Problem | null {
  const problem = hereProblem(visit)
  if (problem) return problem
  const [first] = listed
  if (!first) return nobodyWaits({ group: visit.number }, ['groupVisit', visit.id])
  if (places.free <= 0) return noPlaces({ capacity: places.capacity })
  const ahead = places.firstWaiting !== null && places.firstWaiting < first.number
  return ahead ? othersWait({ first: places.firstWaiting ?? 0 }) : null
}

/** Why no picture of the list can be kept, or null: it is kept only while somebody's name is to follow. */
export function listPictureProblem(
  visit: Pick<GroupVisit, 'id' | 'number' | 'status'>,
  people: readonly Pick<Attendance, 'status' | 'nameToFollow'>[],
  kept: number,
): Problem | null {
  if (withoutName(people).length === 0) return namesAreIn({ group: visit.number }, ['groupVisit', visit.id])
  const most = groupLimits.listPictures
  return hereProblem(visit) ?? (kept < most ? null : enoughListPictures({ group: visit.number, most }))
}
