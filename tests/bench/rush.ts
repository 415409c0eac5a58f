import { systemClock } from '#server/core/clock.ts'
import { newId } from '#shared/core/ids.ts'
import { readOwnJson } from '#shared/core/json.ts'
import { addDays, dateOf } from '#shared/core/time.ts'
import { bareCommitsPerSecond } from '#tests/bench/bare-commits.ts'
import { startServer } from '#tests/bench/child.ts'
import { line, median, monotonic } from '#tests/bench/line.ts'
import { RawConnection } from '#tests/bench/raw-http.ts'
import { reservationForm } from '#tests/support/given-reservations.ts'

const people = 5000
const places = 1000
const clients = 64
const rounds = 3

interface Answered {
  seq: number
  answer: { number: number; status: string }
}

/** Everybody presses for one date, each once; envelopes are written before the clock starts. */
async function rushRound(port: number, reservationDayId: string) {
  const bodies = Array.from({ length: people }, () =>
    JSON.stringify({
      id: newId(),
      type: 'reservations.reserve',
      device: 'bench',
      input: reservationForm(reservationDayId),
    }),
  )
  const answers: Answered[] = []
  const started = monotonic()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const connection = new RawConnection(port, '/api/commands')
      for (let body = bodies.pop(); body; body = bodies.pop())
        answers.push(readOwnJson<Answered>(await connection.post(body)))
      connection.close()
    }),
  )
  const perSecond = people / ((monotonic() - started) / 1000)
  const inOrder = answers.toSorted((one, other) => one.seq - other.seq).map(({ answer }) => answer.status)
  const sold = inOrder.filter((status) => status === 'booked').length
  const firstServed = inOrder.slice(0, places).every((status) => status === 'booked')
  return { perSecond, sold, answered: answers.length, firstServed }
}

/**
 * 5,000 reservations for 1,000 places over HTTP: places sold, answers per second, none oversold and none out of order,
 * beside durable commits of like rows by the bare driver, grouped the same way. Medians of interleaved rounds.
 */
export async function rushBench() {
  const server = await startServer('./sasae-server.ts')
  const measured: Awaited<ReturnType<typeof rushRound>>[] = []
  const limits: number[] = []
  try {
    for (let round = 0; round < rounds; round++) {
      const dayId = newId()
      const opened = new Promise<void>((resolve) => {
        server.child.on('message', (said: { openedForReservations?: string }) => {
          if (said.openedForReservations === dayId) resolve()
        })
      })
      const date = addDays(dateOf(systemClock.now(), 'Asia/Tokyo'), 2 + round)
      server.child.send({ reservationDayId: dayId, date, places })
      await opened
      limits.push(bareCommitsPerSecond(clients, 2))
      measured.push(await rushRound(server.port, dayId))
    }
  } finally {
    await server.stop()
  }
  const sold = measured.map((one) => one.sold)
  return [
    line('rush-5000', median(measured.map(({ perSecond }) => perSecond)), 'answers per second', median(limits), {
      placesSold: median(sold),
      oversold: Math.max(...sold.map((count) => Math.max(0, count - places))),
      answered: Math.min(...measured.map(({ answered }) => answered)),
      inOrderOfArrival: measured.every(({ firstServed }) => firstServed) ? 1 : 0,
    }),
  ]
}
