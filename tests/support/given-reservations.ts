import type { z } from 'zod'
import type { Actor } from '#server/core/actor.ts'
import type { Center } from '#server/core/center.ts'
import { readersOf, readFor } from '#server/core/reads.ts'
import { slices } from '#server/slices.ts'
import { newId, newSecret } from '#shared/core/ids.ts'
import { type ReadName, type ReadNamed, reads } from '#shared/reads.ts'
import type { ReservationCaps } from '#shared/reservations/reservation.ts'
import type { InputOf } from '#web/core/send.ts'

let counter = 0

/** The same number of places in both halves. */
export function caps(individual: number, group = individual, outside = individual): ReservationCaps {
  return { morning: { individual, group, outside }, afternoon: { individual, group, outside } }
}

/** A date to reserve for: the day after the tests' Monday, open to phones since the morning. */
export function reservationDayForm(
  wishes: Partial<InputOf<'reservations.openReservations'>> = {},
): InputOf<'reservations.openReservations'> {
  return {
    reservationDayId: newId(),
    date: '2026-11-24',
    opensAt: '2026-11-23T00:00:00.000Z',
    caps: caps(3),
    keepsPlaces: true,
    ...wishes,
  }
}

/** A complete reservation; every call is another person with another phone. */
export function reservationForm(
  reservationDayId: string,
  wishes: Partial<InputOf<'reservations.reserve'>> = {},
): InputOf<'reservations.reserve'> {
  counter++
  return {
    reservationId: newId(),
    reservationDayId,
    ownToken: newSecret(),
    halves: 'morning',
    kind: 'individual',
    headcount: 1,
    name: `予約 花子${counter}`,
    nameKana: 'よやく はなこ',
    groupName: '',
    language: 'ja',
    phone: `080${String(10_000_000 + counter)}`,
    birthDate: '1990-04-01',
    email: '',
    address: '',
    waitIfFull: true,
    ...wishes,
  }
}

const readers = readersOf(slices('live'))

/** Asks as somebody, and parses the answer as the read promises it. */
export async function asked<N extends ReadName>(
  { center, actor }: { center: Center; actor: Actor },
  name: N,
  input: z.input<ReadNamed<N>['input']>,
): Promise<z.infer<ReadNamed<N>['answer']>> {
  const definition = Object.values(reads).find((one) => one.name === name)
  const answer = await readFor(center, readers, actor, { name, input })
  // The list holds one definition of each name.
  return definition?.answer.parse(answer) as z.infer<ReadNamed<N>['answer']>
}
