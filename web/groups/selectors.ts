import type { Center, Day } from '#shared/center/center.ts'
import type { GroupVisit } from '#shared/groups/group-visit.ts'
import { presentOf, stateOf, withoutName } from '#shared/groups/rules.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { insuranceGap, takesPlace } from '#shared/volunteers/rules.ts'
import { openDay } from '#web/center/selectors.ts'
import { store } from '#web/core/store.ts'

/** A group with its people, as this desk holds them. */
export interface Group {
  visit: GroupVisit
  /** Everybody ever counted with it, by number; who was cancelled as well. */
  people: Attendance[]
  state: GroupVisit['status']
}

export function groupOf(visit: GroupVisit): Group {
  const people = [...store.by('attendance', 'groupVisitId', visit.id)].sort((one, other) => one.number - other.number)
  return { visit, people, state: stateOf(visit, people) }
}

/** The groups of the open day, the newest first. */
export function todaysGroups(): Group[] {
  const visits = store.by('groupVisit', 'dayId', openDay()?.id)
  return [...visits].sort((one, other) => other.number - one.number).map(groupOf)
}

/** What is still to be settled with the people of a group, each a list of whom it is about. */
export interface ToSettle {
  names: Attendance[]
  /** No insurance that covers today. */
  uninsured: Attendance[]
  /** Insured by their own word; nobody has seen it. */
  unseen: Attendance[]
  guardians: Attendance[]
}

const done: readonly Attendance['status'][] = ['left', 'cancelled']

export function toSettleOf(people: readonly Attendance[], day: Day | undefined, center: Center | undefined): ToSettle {
  const here = people.filter(({ status }) => !done.includes(status))
  const isCovered = ({ insurance }: Attendance) =>
    day !== undefined && center !== undefined && insuranceGap(insurance, day.date, center.hazard) === null
  // Who enrolled on the spot is covered enough, although the paper begins tomorrow.
  const enrolledHere = ({ insurance }: Attendance) =>
    insurance.joinedOn === day?.date && insurance.verifiedBy !== null && insurance.plan !== 'none'
  const covered = (one: Attendance) => isCovered(one) || enrolledHere(one)
  return {
    names: withoutName(people),
    uninsured: here.filter((one) => !covered(one)),
    unseen: here.filter((one) => covered(one) && one.insurance.verifiedBy === null),
    guardians: here.filter(({ guardianConsent }) => guardianConsent === 'missing'),
  }
}

/** How many places of the day are left for those with a reservation for so many; the places of others are kept. */
export function freePlaces(reservedFor = 0): number {
  const day = openDay()
  if (!day) return 0
  const kept = store.all('keptPlaces').find(({ date }) => date === day.date)?.people ?? 0
  const keptForOthers = Math.max(0, kept - reservedFor)
  return (
    day.capacity -
    keptForOthers -
    store.by('attendance', 'dayId', day.id).filter(({ status }) => takesPlace(status)).length
  )
}

/** Everybody of these groups who has come. */
export const peopleOfAll = (groups: readonly Group[]): number =>
  groups.reduce((sum, { people }) => sum + presentOf(people).length, 0)
