import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Center } from '#server/core/center.ts'
import { listBackups } from '#server/keeping/backups.ts'
import { readWholeInTurn } from '#server/keeping/read-whole.ts'
import { checksOf } from '#shared/keeping/health.ts'
import type { HealthFacts } from '#shared/keeping/health-reads.ts'
import { expectConsoleError } from '#tests/support/expected-errors.ts'
import { runningCenter } from '#tests/support/kept-center.ts'
import { problemCode } from '#tests/support/served.ts'

const patience = { timeout: 20_000 }
const pageBytes = 4096

/** Flips one bit in every page but the first, under a center that has the file open and nothing of it in memory. */
async function flipBits(center: Center, file: string): Promise<void> {
  await center.db.executeQuery(CompiledQuery.raw('pragma wal_checkpoint(truncate)'))
  const bytes = readFileSync(file)
  for (let at = pageBytes + 100; at < bytes.length; at += pageBytes) bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(file, bytes)
  await center.db.executeQuery(CompiledQuery.raw('pragma shrink_memory'))
}

async function damagedCenter() {
  const made = await runningCenter()
  expectConsoleError(/writing has stopped/)
  await flipBits(made.running.center, made.file)
  return { ...made, center: made.running.center }
}

test('a read that meets damage stops the writing, is answered in words, and the health page says so with what it knows', async () => {
  const { center, address } = await damagedCenter()
  const changes = await fetch(`${address()}/api/changes`)
  expect([changes.status, await problemCode(changes)]).toEqual([503, 'core.readOnly'])
  expect(center.health).toMatchObject({ writable: false, reason: 'damaged' })
  expect((await fetch(`${address()}/healthz`)).status).toBe(503)
  const health = await fetch(`${address()}/api/keeping/health`)
  expect(health.status).toBe(200)
  const facts = (await health.json()) as HealthFacts
  expect(facts).toMatchObject({
    writing: { reason: 'damaged', proved: false },
    file: { whole: false },
    accessLog: null,
  })
  expect(checksOf(facts)).toContainEqual({ name: 'file', light: 'red', word: 'damaged' })
})

test('the health page is the first to meet damage, and answers with it', async () => {
  const { address } = await damagedCenter()
  const facts = (await (await fetch(`${address()}/api/keeping/health`)).json()) as HealthFacts
  expect(facts).toMatchObject({ writing: { reason: 'damaged' }, file: { whole: false } })
})

test('a copy that fails because of damage stops the writing', async () => {
  const { running, center } = await damagedCenter()
  await expect(running.archive.makeBackup('button', { secondFolder: '', emptierIsMeant: true })).rejects.toThrow()
  await vi.waitFor(() => expect(center.health.reason).toBe('damaged'), patience)
})

test('a file of any length is read whole once a day while the center stays open', async () => {
  const { center, file, key, clock } = await damagedCenter()
  onTestFinished(readWholeInTurn(center, file, key, { afterMs: 0, everyMs: 20 }))
  expect(center.health.reason).toBeNull()
  clock.pass(24 * 60)
  await vi.waitFor(() => expect(center.health.reason).toBe('damaged'), patience)
})

test('the hourly copy counts from the last one that was proved, so that no start puts it off', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const first = await runningCenter()
  const { folder, key } = first
  const copies = () => listBackups(join(folder, 'backups')).length
  await first.running.archive.makeBackup('button', { secondFolder: '', emptierIsMeant: true })
  await first.running.close()
  const looked = async (minutes: number) => {
    const { running, clock } = await runningCenter({ folder, key })
    clock.pass(minutes)
    await vi.advanceTimersByTimeAsync(60_000)
    return running
  }
  const early = await looked(50)
  await vi.waitFor(() => expect(early.archive.busy).toBe(0), patience)
  await early.close()
  expect(copies()).toBe(1)
  const late = await looked(70)
  await vi.waitFor(() => expect(copies()).toBe(2), patience)
  await vi.waitFor(() => expect(late.archive.busy).toBe(0), patience)
  await late.close()
})
