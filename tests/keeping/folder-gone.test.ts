import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { DiskWatch } from '#server/keeping/disk-room.ts'
import { watchFolder } from '#server/keeping/folder-watch.ts'
import { checksOf } from '#shared/keeping/health.ts'
import type { HealthFacts } from '#shared/keeping/health-reads.ts'
import { Sender } from '#tests/support/center.ts'
import { expectConsoleError } from '#tests/support/expected-errors.ts'
import { receptionForm } from '#tests/support/given.ts'
import { newFolder, runningCenter } from '#tests/support/kept-center.ts'

/** A center whose data folder lies in another, so that the test can take it away. */
async function watchedCenter() {
  const folder = join(newFolder(), 'data')
  mkdirSync(folder)
  const made = await runningCenter({ folder })
  const { center } = made.running
  const room = new DiskWatch(folder, center.keeping, () => 1e9)
  onTestFinished(() => room.stop())
  onTestFinished(watchFolder(center, made.file))
  const phone = new Sender(center, { kind: 'public', onThisMachine: false })
  return { ...made, center, phone, away: `${folder}-moved` }
}

test('no act is accepted once the data folder was moved away, and the way back is said', async () => {
  const { folder, away, center, phone, running, address } = await watchedCenter()
  await phone.send('volunteers.checkIn', receptionForm())
  const { seq } = center.health
  expectConsoleError(/writing has stopped/)
  renameSync(folder, away)
  await expect(phone.send('volunteers.checkIn', receptionForm())).rejects.toMatchObject({
    code: 'core.readOnly',
    details: { reason: 'folderGone' },
  })
  expect(center.health).toMatchObject({ seq, reason: 'folderGone' })
  expect((await fetch(`${address()}/healthz`)).status).toBe(503)
  const facts = (await (await fetch(`${address()}/api/keeping/health`)).json()) as HealthFacts
  expect(checksOf(facts)).toContainEqual({ name: 'writing', light: 'red', word: 'folderGone' })
  // Nothing may stand in the way of the folder that is put back.
  await running.archive.makeQuietly('hourly')
  await expect(running.archive.makeBackup('button', { secondFolder: '', emptierIsMeant: true })).rejects.toThrow()
  expect(existsSync(folder)).toBe(false)
})

test('where nobody acts it is noticed all the same, and another folder in its place is not taken for it', async () => {
  const { folder, away, center } = await watchedCenter()
  expectConsoleError(/writing has stopped/)
  renameSync(folder, away)
  mkdirSync(folder)
  await vi.waitFor(() => expect(center.health.reason).toBe('folderGone'), { timeout: 20_000 })
})

test('a disk whose room cannot be asked for ends nothing', async () => {
  const { center } = await watchedCenter()
  const fails = () => {
    throw new Error('ENOENT')
  }
  const room = new DiskWatch(join(newFolder(), 'gone'), center.keeping, fails)
  onTestFinished(() => room.stop())
  expect(room.freeBytes).toBeNull()
})
