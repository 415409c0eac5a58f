import { statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { backupFolderOf, listBackups } from '#server/keeping/backups.ts'
import { ensureServerBuild } from '#server/set-up.mjs'
import { newId } from '#shared/core/ids.ts'
import { prepareCenter } from '#tests/bench/growth.ts'
import { line, monotonic, percentile } from '#tests/bench/line.ts'
import { FaultServer } from '#tests/faults/fault-server.ts'
import { LineToServer } from '#tests/faults/line-to-server.ts'
import { sendCommand, signIn } from '#tests/faults/open-center.ts'
import { receptionForm } from '#tests/support/given.ts'

const backups = 5
const writeEveryMs = 10
const lines = 100_000

/** Writes a hundred times a second until a promise is kept; answers how long each write took. */
async function writesUntil(server: FaultServer, end: Promise<unknown>): Promise<number[]> {
  const took: number[] = []
  let ended = false
  const stop = () => {
    ended = true
  }
  void end.then(stop, stop)
  const connection = new LineToServer(server.port)
  for (let due = monotonic(); !ended; due += writeEveryMs) {
    await pause(Math.max(0, due - monotonic()))
    const body = JSON.stringify({ id: newId(), type: 'volunteers.checkIn', device: 'bench', input: receptionForm() })
    const answered = await connection.post(body)
    if (answered?.status !== 200) throw new Error(`a write was refused: ${answered?.body ?? 'no answer'}`)
    // Counted from when it was due: whoever waited behind a stall has waited as well.
    took.push(monotonic() - due)
    due = Math.max(due, monotonic() - writeEveryMs)
  }
  connection.close()
  return took
}

/** Asks for a copy, and waits until it lies there under its name; answers how long that took. */
async function backUp(server: FaultServer, cookie: string): Promise<number> {
  const folder = backupFolderOf(server.file)
  const before = new Set(listBackups(folder).map(({ path }) => path))
  const began = monotonic()
  await sendCommand(server, 'keeping.makeBackup', { emptierIsMeant: false }, cookie)
  while (listBackups(folder).every(({ path }) => before.has(path))) await pause(20)
  return monotonic() - began
}

/** What nobody at a desk notices. */
const limitMs = 50

/** The longest write while a copy of a hundred megabytes is made; beside it the longest of the same writes without one. */
export async function backupStallBench() {
  const server = new FaultServer(ensureServerBuild())
  const [during, without]: [number[], number[]] = [[], []]
  let backupMs = 0
  try {
    await prepareCenter(server.folder, lines)
    await server.start()
    const cookie = await signIn(server)
    await writesUntil(server, pause(2000))
    for (let round = 0; round < backups; round++) {
      const backup = backUp(server, cookie)
      during.push(...(await writesUntil(server, backup)))
      backupMs = Math.max(backupMs, await backup)
      without.push(...(await writesUntil(server, pause(backupMs))))
    }
    const megabytes = Math.round(statSync(server.file).size / 1024 / 1024)
    const p99 = (values: readonly number[]) => Math.round(percentile(values, 99))
    const withoutMs = Math.round(Math.max(...without))
    const more = {
      megabytes,
      backupMs: Math.round(backupMs),
      p99Ms: p99(during),
      withoutMs,
      p99WithoutMs: p99(without),
    }
    return [line('backup-stall', Math.max(...during), 'ms', limitMs, { ...more, writes: during.length })]
  } finally {
    await server.remove()
  }
}
