import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareFolder } from '#server/database/data-folder.ts'
import { openDatabaseFile } from '#server/database/open.ts'
import { makeKey } from '#server/keeping/key-store.ts'
import { newId } from '#shared/core/ids.ts'
import { line, median, monotonic } from '#tests/bench/line.ts'
import { RawConnection } from '#tests/bench/raw-http.ts'
import { receptionForm } from '#tests/support/given.ts'
import { openBenchCenter } from '#tests/support/large-center.ts'

const sizes = { '0': 0, '100k': 100_000, '1M': 1_000_000 } as const
type Size = keyof typeof sizes
const names = ['0', '100k', '1M'] as const satisfies Size[]

const rounds = 7
const checkInsPerRound = 300
const port = 18_490

/** What a log line of a check-in weighs, beside its input. */
const answer = JSON.stringify({ number: 1, status: 'waiting', filler: 'x'.repeat(40) })
const kept = JSON.stringify({ filler: 'x'.repeat(500) })

/** A center with a past: so many lines in its log, written beside the door because no day has a million acts. */
export async function prepareCenter(folder: string, lines: number): Promise<void> {
  const data = join(folder, 'data')
  prepareFolder(data)
  const file = join(data, 'sasae.db')
  const driver = openDatabaseFile(file, makeKey(join(folder, 'config')))
  const { center } = await openBenchCenter(driver)
  const first = center.health.seq + 1
  const logLine = driver.prepare(
    `insert into event_log (seq, at, command_id, type, actor_kind, actor_id, actor_name, device, ago_ms, happened_at,
      record_ids, details, body_hash, answer)
     values (?, '2026-11-20T01:00:00.000Z', ?, 'volunteers.checkIn', 'public', null, '', ?, null, null, ?, '{}', ?, ?)`,
  )
  const input = driver.prepare('insert into event_input (seq, input) values (?, ?)')
  const ids = JSON.stringify([newId(), newId(), newId()])
  driver.transaction(() => {
    for (let seq = first; seq < first + lines; seq++) {
      logLine.run(seq, newId(), ids.slice(2, 38), ids, 'x'.repeat(43), answer)
      input.run(seq, kept)
    }
  })()
  await center.close()
}

interface Round {
  startMs: number
  checkInMs: number
}

/** Starts the real program on the file, and checks people in one after the other. */
async function oneRound(folder: string): Promise<Round> {
  const args = ['server/start.mjs', '--port', String(port), '--data', join(folder, 'data')]
  const env = { ...process.env, SASAE_CONFIG: join(folder, 'config') }
  const started = monotonic()
  const child = spawn(process.execPath, args, { stdio: 'ignore', env })
  try {
    while (!(await isUp())) {
      if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    const startMs = monotonic() - started
    return { startMs, checkInMs: await checkInMedian() }
  } finally {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
}

const isUp = () =>
  fetch(`http://127.0.0.1:${port}/healthz`).then(
    ({ status }) => status === 200,
    () => false,
  )

async function checkInMedian(): Promise<number> {
  const connection = new RawConnection(port, '/api/commands')
  const took: number[] = []
  for (let index = 0; index < checkInsPerRound; index++) {
    const body = JSON.stringify({ id: newId(), type: 'volunteers.checkIn', device: 'bench', input: receptionForm() })
    const before = monotonic()
    await connection.post(body)
    took.push(monotonic() - before)
  }
  connection.close()
  return median(took)
}

/** Start and check-in of a center with a long past, beside one that has just been set up; rounds take turns. */
export async function growthBench() {
  const root = mkdtempSync(join(tmpdir(), 'sasae-growth-'))
  const folders = Object.fromEntries(names.map((name) => [name, join(root, name)])) as Record<Size, string>
  const measured: Record<Size, Round[]> = { '0': [], '100k': [], '1M': [] }
  try {
    for (const name of names) await prepareCenter(folders[name], sizes[name])
    for (let round = 0; round <= rounds; round++)
      for (const name of names) measured[name].push(await oneRound(folders[name]))
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
  // The first round fills the caches of the machine.
  const of = (name: Size, what: keyof Round) => median(measured[name].slice(1).map((round) => round[what]))
  return (['startMs', 'checkInMs'] as const).flatMap((what) =>
    (['100k', '1M'] as const).map((name) => {
      const act = what === 'startMs' ? 'start' : 'check-in'
      return line(`growth/${act}-${name}`, of(name, what), 'ms', of('0', what))
    }),
  )
}
