import { setTimeout } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { profileOf } from '#server/center/desks.ts'
import { Center } from '#server/core/center.ts'
import { handle } from '#server/core/handlers.ts'
import { migrate } from '#server/database/migrate.ts'
import { kyselyOver, openEmptyDatabase } from '#server/database/open.ts'
import { reservationDays, reservations } from '#server/reservations/reservations.ts'
import { saveReservation } from '#server/reservations/reserve.ts'
import { slices } from '#server/slices.ts'
import { serveCenter } from '#server/transport/serve.ts'
import { newId } from '#shared/core/ids.ts'
import { readOwnJson } from '#shared/core/json.ts'
import { reserve } from '#shared/reservations/commands.ts'
import { deskSenders, setUpAndOpen, TestClock } from '#tests/support/center.ts'
import { caps, reservationDayForm, reservationForm } from '#tests/support/given-reservations.ts'
import { noOutside } from '#tests/support/no-outside.ts'

const places = 60
const people = 300

/** The real handlers, but for one that counts before the transaction and writes in it: what the house must not do. */
async function openRushCenter(counts: 'inside' | 'outside'): Promise<Center> {
  const db = kyselyOver(openEmptyDatabase())
  await migrate(db)
  const opened: Center[] = []
  const freeBefore = async (dayId: string) => {
    const booked = await opened[0]?.read((tx) => reservations.count(tx, { reservationDayId: dayId, status: 'booked' }))
    return (booked ?? 0) < places
  }
  const seen = new Map<string, boolean>()
  const careless = handle(
    reserve,
    async (work, input) => {
      const { ownToken: _, ...form } = input
      const day = await reservationDays.get(work.tx, form.reservationDayId)
      return saveReservation(work, day, form, seen.get(form.reservationId) ?? false)
    },
    {
      prepare: async (input) => {
        seen.set(input.reservationId, await freeBefore(input.reservationDayId))
        // A moment passes between looking and writing, as it may wherever the two are not one.
        await setTimeout(50)
        return input
      },
    },
  )
  const own = slices('live').map((slice) => ({
    ...slice,
    handlers: slice.handlers.map((one) => (counts === 'outside' && one.command === reserve ? careless : one)),
  }))
  const center = await Center.open({ db, clock: new TestClock(), slices: own, kind: 'live', profileOf })
  opened.push(center)
  return center
}

interface Answered {
  seq: number
  answer: { number: number; status: string; place: number | null }
}

/** Everybody presses at once, over real HTTP; each fifth presses twice, as one whose answer was lost. */
async function rush(counts: 'inside' | 'outside') {
  const center = await openRushCenter(counts)
  await setUpAndOpen(center, { day: false })
  const opened = reservationDayForm({ caps: caps(places) })
  await deskSenders(center).lead.send('reservations.openReservations', opened)
  const served = await serveCenter(center, 0, noOutside)
  onTestFinished(() => served.close())
  const bodies = Array.from({ length: people }, () => {
    const input = reservationForm(opened.reservationDayId)
    return JSON.stringify({ id: newId(), type: 'reservations.reserve', input, device: 'rush' })
  })
  const post = async (body: string): Promise<Answered> => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`http://127.0.0.1:${served.port}/api/commands`, { method: 'POST', headers, body })
    expect(response.status).toBe(200)
    return readOwnJson<Answered>(await response.text())
  }
  const pressed = [...bodies, ...bodies.filter((_, index) => index % 5 === 0)]
  const answers = await Promise.all(pressed.map(post))
  const again = answers.slice(people)
  expect(again).toEqual(bodies.map((_, index) => answers[index]).filter((_, index) => index % 5 === 0))
  const all = await center.read((tx) => reservations.where(tx, { reservationDayId: opened.reservationDayId }))
  return { all, answers: answers.slice(0, people).sort((one, other) => one.seq - other.seq) }
}

describe('three hundred press at once for sixty places', () => {
  test('exactly sixty are given, in order of arrival, and everyone gets an answer', async () => {
    const { all, answers } = await rush('inside')
    expect(answers).toHaveLength(people)
    expect(all).toHaveLength(people)
    expect(all.filter(({ status }) => status === 'booked')).toHaveLength(places)
    expect(answers.map(({ answer }) => answer.number)).toEqual(answers.map((_, index) => index + 1))
    expect(answers.slice(0, places).every(({ answer }) => answer.status === 'booked')).toBe(true)
    const waiting = answers.slice(places).map(({ answer }) => answer)
    expect(waiting.every(({ status }) => status === 'waiting')).toBe(true)
    expect(waiting.map(({ place }) => place)).toEqual(waiting.map((_, index) => index + 1))
  })

  test('counted outside the transaction, the same rush oversells', async () => {
    const { all } = await rush('outside')
    expect(all.filter(({ status }) => status === 'booked').length).toBeGreaterThan(places)
  })
})
