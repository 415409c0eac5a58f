import type { Problem } from '#shared/core/problem.ts'
import { clockOf, dateOf } from '#shared/core/time.ts'
import { halfDays, limits, reservationKinds } from '#shared/reservations/limits.ts'
import {
  belowBooked,
  closed,
  datePast,
  dayNotCome,
  groupUnnamed,
  notInThisStatus,
  notYetOpen,
  opensTooLate,
  tooLate,
  tooMany,
} from '#shared/reservations/problems.ts'
import type {
  HalfDay,
  Reservation,
  ReservationCaps,
  ReservationDay,
  ReservationKind,
  ReservationStatus,
  WishedHalves,
} from '#shared/reservations/reservation.ts'

/** The halves in which a reservation takes places. */
export const halvesOf = (wished: WishedHalves): readonly HalfDay[] => (wished === 'allDay' ? halfDays : [wished])

/** Whether a reservation in this status takes places of its date. */
export const holdsPlaces = (status: ReservationStatus) => status === 'booked' || status === 'checkedIn'

/** Why phones cannot reserve for this date now, or null. Staff may, until the date is over. */
export function reserveProblem(
  { date, opensAt, status }: ReservationDay,
  now: string,
  zone: string,
  by: 'phone' | 'staff',
): Problem | null {
  const today = dateOf(now, zone)
  if (date < today) return datePast({ date })
  if (status === 'closed') return closed({ date })
  if (by === 'staff') return null
  if (date === today) return tooLate({ date })
  return now < opensAt ? notYetOpen({ date: dateOf(opensAt, zone), clock: clockOf(opensAt, zone) }) : null
}

/** Why so many people cannot stand on one reservation, or null. */
export function partyProblem({
  kind,
  headcount,
  groupName,
}: Pick<Reservation, 'kind' | 'headcount' | 'groupName'>): Problem | null {
  const most = kind === 'group' ? limits.mostInGroup : limits.mostTogether
  if (headcount > most) return tooMany({ most })
  return kind === 'group' && groupName === '' ? groupUnnamed({}) : null
}

/** Why the dates of a day of reservations do not go together, or null. */
export function openingProblem(
  { date, opensAt }: Pick<ReservationDay, 'date' | 'opensAt'>,
  now: string,
  zone: string,
): Problem | null {
  if (date < dateOf(now, zone)) return datePast({ date })
  return dateOf(opensAt, zone) >= date && date > dateOf(now, zone) ? opensTooLate({ date }) : null
}

/** Why the numbers cannot be lowered to these, or null: whoever has a place keeps it. */
export function capsProblem(caps: ReservationCaps, booked: ReservationCaps): Problem | null {
  for (const half of halfDays)
    for (const kind of reservationKinds)
      if (caps[half][kind] < booked[half][kind]) return belowBooked({ half, kind, booked: booked[half][kind] })
  return null
}

/** Which acts a status allows. */
const statusesFor = {
  cancel: ['booked', 'waiting'],
  restore: ['cancelled', 'noShow'],
  checkIn: ['booked', 'waiting', 'noShow'],
  undoCheckIn: ['checkedIn'],
} satisfies Record<string, readonly ReservationStatus[]>
export type ReservationAct = keyof typeof statusesFor

/** Why this cannot be done with a reservation now, or null. */
export function reservationActProblem(
  act: ReservationAct,
  { id, number, status }: Pick<Reservation, 'id' | 'number' | 'status'>,
): Problem | null {
  const allowed: readonly ReservationStatus[] = statusesFor[act]
  return allowed.includes(status) ? null : notInThisStatus({ number, status }, ['reservation', id])
}

/** Why those who have not come cannot be released yet, or null. */
export function releaseProblem({ date }: Pick<ReservationDay, 'date'>, today: string): Problem | null {
  return date > today ? dayNotCome({ date }) : null
}

/** How many places are free for a wish; for a whole day the smaller of its halves. */
export function freePlaces(
  wished: WishedHalves,
  kind: ReservationKind,
  caps: ReservationCaps,
  booked: ReservationCaps,
): number {
  return Math.max(0, Math.min(...halvesOf(wished).map((half) => caps[half][kind] - booked[half][kind])))
}
