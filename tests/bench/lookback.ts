import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '#shared/core/ids.ts'
import { readOwnJson } from '#shared/core/json.ts'
import { startServer } from '#tests/bench/child.ts'
import { type Line, line, monotonic, percentile } from '#tests/bench/line.ts'
import { signInAtBench } from '#tests/bench/sasae-devices.ts'
import { LineToServer } from '#tests/faults/line-to-server.ts'

const writeEveryMs = 80
/** What somebody at the lead's desk takes for an answer. */
const nextLimitMs = 1000
const firstLimitMs = 60_000

interface Told {
  ms: number
  lines: number
  megabytes: number
}

/** Asks as the page does: again and again, until it is all told. */
async function history(port: number, cookie: string): Promise<Told> {
  const began = monotonic()
  let lines = 0
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/lookback/history`, { headers: { cookie } })
    if (answer.status === 200) {
      const bytes = (await answer.arrayBuffer()).byteLength
      return { ms: monotonic() - began, lines, megabytes: Math.round(bytes / 1024 / 1024) }
    }
    if (answer.status !== 202) throw new Error(`history was refused: ${await answer.text()}`)
    lines = readOwnJson<{ of: number }>(await answer.text()).of
    await pause(200)
  }
}

/** A desk writes into the journal at a steady pace until a promise is kept; how long each took, from when it was due. */
async function writesUntil(port: number, cookie: string, end: Promise<unknown>): Promise<number[]> {
  const took: number[] = []
  let ended = false
  const stop = () => {
    ended = true
  }
  void end.then(stop, stop)
  const connection = new LineToServer(port, cookie)
  for (let due = monotonic(); !ended; due += writeEveryMs) {
    await pause(Math.max(0, due - monotonic()))
    const input = { entryId: newId(), fromWhom: '', toWhom: '', certainty: 'fact', text: '見回り' }
    const body = { id: newId(), type: 'center.writeJournalEntry', device: 'bench', input }
    const answered = await connection.post(JSON.stringify(body))
    if (answered?.status !== 200) throw new Error(`a write was refused: ${answered?.body ?? 'no answer'}`)
    took.push(monotonic() - due)
  }
  connection.close()
  return took
}

/** The first telling of a log of some 19,000 lines, the next one after an act, and what whoever writes notices of both. */
export async function lookbackBench(): Promise<Line[]> {
  const server = await startServer('./large-server.ts')
  const { port } = server
  try {
    const cookie = await signInAtBench(port)
    await writesUntil(port, cookie, pause(2000))
    const asking = history(port, cookie)
    const during = await writesUntil(port, cookie, asking)
    const first = await asking
    const next: number[] = []
    for (let round = 0; round < 5; round++) {
      await writesUntil(port, cookie, pause(1))
      next.push((await history(port, cookie)).ms)
    }
    const without = await writesUntil(port, cookie, pause(first.ms))
    const p99 = (values: readonly number[]) => Math.round(percentile(values, 99))
    const { lines, megabytes } = first
    return [
      line('lookback/first', first.ms, 'ms', firstLimitMs, { lines, megabytes }),
      line('lookback/next', percentile(next, 50), 'ms', nextLimitMs),
      line('lookback/stall', Math.max(...during), 'ms', Math.max(...without), {
        p99Ms: p99(during),
        p99WithoutMs: p99(without),
        writes: during.length,
      }),
    ]
  } finally {
    await server.stop()
  }
}
