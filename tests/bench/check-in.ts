import { newId } from '#shared/core/ids.ts'
import { bareCommitsPerSecond } from '#tests/bench/bare-commits.ts'
import { startServer } from '#tests/bench/child.ts'
import { line, median, monotonic, percentile } from '#tests/bench/line.ts'
import { RawConnection } from '#tests/bench/raw-http.ts'
import { receptionForm } from '#tests/support/given.ts'

const rounds = 5
const secondsPerRound = 2

/** Envelopes are written before the clock starts: typing them is the phone's work, not the server's. */
function envelopes(count: number): string[] {
  return Array.from({ length: count }, () =>
    JSON.stringify({ id: newId(), type: 'volunteers.checkIn', device: 'bench', input: receptionForm() }),
  )
}

async function serverRound(port: number, clients: number): Promise<{ perSecond: number; p95: number }> {
  const bodies = envelopes(clients === 1 ? 6_000 : 16_000)
  const took: number[] = []
  const started = monotonic()
  const until = started + secondsPerRound * 1000
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const connection = new RawConnection(port, '/api/commands')
      for (let now = monotonic(); now < until; ) {
        const body = bodies.pop()
        if (!body) break
        await connection.post(body)
        const done = monotonic()
        took.push(done - now)
        now = done
      }
      connection.close()
    }),
  )
  return { perSecond: took.length / ((monotonic() - started) / 1000), p95: percentile(took, 95) }
}

/**
 * Check-ins per second over HTTP, with validation, rules and a durable commit, beside durable commits of the same rows
 * by the bare driver, grouped the same way. Medians of interleaved rounds.
 */
export async function checkInBench(clients: number) {
  const server = await startServer('./sasae-server.ts')
  const measured: { perSecond: number; p95: number }[] = []
  const limits: number[] = []
  try {
    await serverRound(server.port, clients)
    for (let round = 0; round < rounds; round++) {
      limits.push(bareCommitsPerSecond(clients, secondsPerRound))
      measured.push(await serverRound(server.port, clients))
    }
  } finally {
    await server.stop()
  }
  const value = median(measured.map(({ perSecond }) => perSecond))
  const p95 = median(measured.map((one) => one.p95))
  return [line(`check-in/${clients}`, value, 'per second', median(limits), { p95Ms: Math.round(p95 * 100) / 100 })]
}
