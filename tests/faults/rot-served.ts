import { listBackups } from '#server/keeping/backups.ts'
import type { FaultServer } from '#tests/faults/fault-server.ts'
import type { Told } from '#tests/faults/load.ts'

interface Sent {
  kind: string
  record: { id?: string; type?: string; seq?: number }
}

/** What the lead's desk is shown of everything. */
export interface Served {
  /** The number of the last act of the file, without what this very start has written. */
  seq: number
  /** Each line of the chronology by its number, as the desk gets it. */
  lines: ReadonlyMap<number, string>
  /** Every other record, by its id; but for the day, whose counts go along with the acts. */
  records: ReadonlyMap<string, string>
  /** How many acts the desk is told are missing. */
  toldLost: number
}

interface Health {
  start: { recovery: { lost: number } | null }
}

/**
 * Undefined where the server cannot say. What a start writes by itself comes after everything that was there, and is known
 * by that it was not there before.
 */
export async function servedBy(server: FaultServer, cookie: string, before?: Served): Promise<Served | undefined> {
  const headers = { cookie, 'content-type': 'application/json' }
  const answer = await fetch(`${server.address}/api/changes?since=0`, { headers })
  const health = await fetch(`${server.address}/api/reads/keeping.health`, { method: 'POST', headers, body: '{}' })
  if (answer.status !== 200 || health.status !== 200) return undefined
  const { records } = (await answer.json()) as { records: Sent[] }
  const all = records.filter(({ kind }) => kind === 'logEntry').map(({ record }) => record)
  all.sort((one, other) => (one.seq ?? 0) - (other.seq ?? 0))
  const isOwn = (one?: Sent['record']) =>
    one?.type?.startsWith('keeping.') && before?.lines.get(one.seq ?? 0) !== JSON.stringify(one)
  while (before && isOwn(all.at(-1))) all.pop()
  const others = records.filter(({ kind }) => kind !== 'logEntry' && kind !== 'day')
  return {
    seq: all.at(-1)?.seq ?? 0,
    lines: new Map(all.map((one) => [one.seq ?? 0, JSON.stringify(one)])),
    records: new Map(others.map((one) => [`${one.kind} ${one.record.id}`, JSON.stringify(one)])),
    toldLost: ((await health.json()) as Health).start.recovery?.lost ?? 0,
  }
}

/** The acts up to the last one that is there: all of them, as they were, and no other. */
function* otherActs(whole: Served, now: Served): Generator<string> {
  for (const [seq, line] of whole.lines)
    if (seq <= now.seq && now.lines.get(seq) !== line) yield `act ${seq} is missing or another`
  for (const seq of now.lines.keys()) if (!whole.lines.has(seq)) yield `act ${seq} was never done`
}

/** What those acts did, and nothing of what came later; a record that changed meanwhile is as it was at some moment. */
function* otherRecords(states: readonly Served[], now: Served, told: readonly Told[]): Generator<string> {
  for (const [id, record] of now.records)
    if (!states.some(({ records }) => records.get(id) === record)) yield `${id} was never so`
  const ids = new Set([...now.records.keys()].map((name) => name.split(' ')[1]))
  for (const { act, outcome } of told) {
    const isThere = ids.has(act.effect.id)
    if (outcome.kind === 'done' && isThere !== outcome.seq <= now.seq)
      yield `what act ${outcome.seq} of ${now.seq} did ${isThere ? 'is there' : 'is gone'}`
  }
}

/** Where what is served is anything else than all that was so when its last act was done; undefined where it is not. */
export function differsFrom(states: readonly [Served, ...Served[]], now: Served, told: readonly Told[]) {
  for (const difference of otherActs(states[0], now)) return difference
  for (const difference of otherRecords(states, now, told)) return difference
  return undefined
}

/** Whether the page for the person at the laptop offers the last good copy, before any other; and takes it when asked. */
export async function goOnFromCopy(server: FaultServer, folder: string): Promise<'notOffered' | 'notOpened' | 'open'> {
  const [last] = listBackups(folder)
  const page = await (await fetch(server.address)).text()
  const [offered] = [...page.matchAll(/name="backup" value="([^"]+)"/g)].map(([, name]) => name)
  if (!last || offered !== last.name) return 'notOffered'
  const body = new URLSearchParams({ act: 'restore', backup: last.name })
  await fetch(`${server.address}/trouble`, { method: 'POST', body, redirect: 'manual' })
  for (let left = 1200; left > 0 && server.isRunning; left--) {
    // Without a port of its own it opens elsewhere, and says where.
    server.port = Number([...server.said.matchAll(/http:\/\/localhost:(\d+)/g)].at(-1)?.[1] ?? server.port)
    const answer = await fetch(`${server.address}/api/clock`).catch(() => undefined)
    if (answer?.status === 200) return 'open'
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return 'notOpened'
}
