import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Center } from '#server/core/center.ts'
import { bookedPlaces, tableOf } from '#server/reservations/places.ts'
import { reservationDays, reservations } from '#server/reservations/reservations.ts'
import { reservationKinds, wishedHalves } from '#shared/reservations/limits.ts'
import { freePlaces, halvesOf, holdsPlaces } from '#shared/reservations/rules.ts'
import { testCenter } from '#tests/support/center.ts'
import { caps, reservationDayForm, reservationForm } from '#tests/support/given-reservations.ts'

const aReservation = fc.record({
  act: fc.constant('reserve' as const),
  halves: fc.constantFrom(...wishedHalves),
  kind: fc.constantFrom(...reservationKinds),
  headcount: fc.integer({ min: 1, max: 4 }),
})
const which = fc.nat(40)
const anAct = fc.oneof(
  { weight: 5, arbitrary: aReservation },
  { weight: 2, arbitrary: fc.record({ act: fc.constantFrom('cancel' as const, 'restore' as const), which }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('caps' as const), places: fc.nat(8) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('open' as const), open: fc.boolean() }) },
)

/** What must hold after every act: counted anew from the records, whatever the counters say. */
async function expectFair(center: Center, dayId: string): Promise<void> {
  const { day, all, counted } = await center.read(async (tx) => ({
    day: await reservationDays.get(tx, dayId),
    all: await reservations.where(tx, { reservationDayId: dayId }),
    counted: await bookedPlaces(tx, dayId),
  }))
  const recount = await tableOf(async (half, kind) =>
    all
      .filter((one) => holdsPlaces(one.status) && one.kind === kind && halvesOf(one.halves).includes(half))
      .reduce((sum, { headcount }) => sum + headcount, 0),
  )
  expect(counted).toEqual(recount)
  for (const half of ['morning', 'afternoon'] as const)
    for (const kind of reservationKinds) expect(recount[half][kind]).toBeLessThanOrEqual(day.caps[half][kind])
  if (day.status === 'closed') return
  const left = all.filter(
    (one) => one.status === 'waiting' && one.headcount <= freePlaces(one.halves, one.kind, day.caps, recount),
  )
  expect(left).toEqual([])
}

test('whatever is reserved, cancelled and changed, nothing is oversold and no place stays free while somebody fits', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 5, maxLength: 30 }), async (acts) => {
      const { center, lead } = await testCenter({ day: false })
      const opened = reservationDayForm({ caps: caps(4) })
      const { reservationDayId } = opened
      await lead.send('reservations.openReservations', opened)
      const made: string[] = []
      let now = opened.caps
      const refusal = () => undefined
      for (const one of acts) {
        if (one.act === 'reserve') {
          const { act: _, ...wishes } = one
          const form = reservationForm(reservationDayId, { ...wishes, groupName: '会' })
          await lead.send('reservations.reserve', form).then(() => made.push(form.reservationId), refusal)
        } else if (one.act === 'caps') {
          const wished = caps(one.places)
          const change = { ...opened, caps: wished, basedOn: now }
          await lead.send('reservations.changeCaps', change).then(() => {
            now = wished
          }, refusal)
        } else if (one.act === 'open') {
          await lead.send('reservations.setReservationsOpen', { reservationDayId, open: one.open })
        } else {
          const reservationId = made[one.which % Math.max(1, made.length)]
          if (reservationId) await lead.send(`reservations.${one.act}`, { reservationId }).catch(refusal)
        }
        await expectFair(center, reservationDayId)
      }
      await center.close()
    }),
    { numRuns: 12, seed: 20261123 },
  )
}, 60_000)
