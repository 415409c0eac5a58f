import { CompiledQuery } from 'kysely'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { addToCounter, addWithinLimit, readCounters } from '#server/database/counters.ts'
import type { Tx } from '#server/database/record-table.ts'
import { reservations } from '#server/reservations/reservations.ts'
import { halfDays, reservationKinds } from '#shared/reservations/limits.ts'
import type {
  HalfDay,
  Reservation,
  ReservationCaps,
  ReservationDay,
  ReservationKind,
} from '#shared/reservations/reservation.ts'
import { freePlaces, halvesOf, holdsPlaces } from '#shared/reservations/rules.ts'

type Party = Pick<Reservation, 'halves' | 'kind' | 'headcount'>

const counterOf = (dayId: string, half: HalfDay, kind: ReservationKind) => `reserved ${dayId} ${half} ${kind}`

/** A number for each half-day and kind. */
export async function tableOf(
  value: (half: HalfDay, kind: ReservationKind) => Promise<number>,
): Promise<ReservationCaps> {
  const empty = () => ({ individual: 0, group: 0, outside: 0 })
  const table = { morning: empty(), afternoon: empty() }
  for (const half of halfDays) for (const kind of reservationKinds) table[half][kind] = await value(half, kind)
  return table
}

/** How many places of a date are given. */
export async function bookedPlaces(tx: Tx, dayId: string): Promise<ReservationCaps> {
  const counted = await readCounters(tx, `reserved ${dayId} `)
  return tableOf(async (half, kind) => counted.get(counterOf(dayId, half, kind)) ?? 0)
}

async function giveBack(tx: Tx, dayId: string, { kind, headcount }: Party, halves: readonly HalfDay[]): Promise<void> {
  for (const half of halves) await addToCounter(tx, counterOf(dayId, half, kind), -headcount)
}

/** Takes the places of a reservation, in all its halves or in none; false where they are not free. */
export async function takePlaces(tx: Tx, { id, caps }: ReservationDay, party: Party): Promise<boolean> {
  const taken: HalfDay[] = []
  for (const half of halvesOf(party.halves)) {
    if (await addWithinLimit(tx, counterOf(id, half, party.kind), party.headcount, caps[half][party.kind])) {
      taken.push(half)
      continue
    }
    await giveBack(tx, id, party, taken)
    return false
  }
  return true
}

/** Takes a place beyond the number wanted, for who stands at the desk and was let in by a person. */
export async function takeAnyway(tx: Tx, dayId: string, party: Party): Promise<void> {
  for (const half of halvesOf(party.halves)) await addToCounter(tx, counterOf(dayId, half, party.kind), party.headcount)
}

/** Saves a reservation in another status and gives its places back where the new one holds none. */
export async function leavePlaces(
  work: UnitOfWork,
  one: Reservation,
  status: 'cancelled' | 'noShow' | 'waiting',
): Promise<void> {
  await reservations.save(work, { ...one, status, statusAt: work.now })
  if (holdsPlaces(one.status)) await giveBack(work.tx, one.reservationDayId, one, halvesOf(one.halves))
}

const firstWhoFits = `select * from reservation where reservation_day_id = ? and status = 'waiting' and kind = ?
  and headcount <= case halves when 'morning' then ? when 'afternoon' then ? else ? end order by turn limit 1`

async function findFirstWhoFits(tx: Tx, day: ReservationDay, kind: ReservationKind): Promise<Reservation | undefined> {
  const booked = await bookedPlaces(tx, day.id)
  const free = (['morning', 'afternoon', 'allDay'] as const).map((wish) => freePlaces(wish, kind, day.caps, booked))
  if (free.every((places) => places === 0)) return undefined
  const query = CompiledQuery.raw(firstWhoFits, [day.id, kind, ...free])
  const { rows } = await tx.executeQuery<Record<string, unknown>>(query)
  return rows[0] && reservations.fromRow(rows[0])
}

/**
 * Gives free places to those who wait, in the order of their arrival. Who needs more places than are free is passed
 * over and keeps the turn (decision 0016). A closed date moves nobody.
 */
export async function moveUp(work: UnitOfWork, day: ReservationDay): Promise<number> {
  if (day.status !== 'open') return 0
  let moved = 0
  for (const kind of reservationKinds) {
    for (
      let next = await findFirstWhoFits(work.tx, day, kind);
      next;
      next = await findFirstWhoFits(work.tx, day, kind)
    ) {
      if (!(await takePlaces(work.tx, day, next))) break
      await reservations.save(work, { ...next, status: 'booked', statusAt: work.now })
      moved++
    }
  }
  return moved
}
