import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Actor } from '#server/core/actor.ts'
import { copyReaders } from '#server/keeping/copy-readers.ts'
import { inspectCopy } from '#server/keeping/inspect-copy.ts'
import { newId } from '#shared/core/ids.ts'
import type { CopiesShown, RestorePreview } from '#shared/keeping/reads.ts'
import { deskSenders } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import { newFolder, runningCenter } from '#tests/support/kept-center.ts'

type Running = Awaited<ReturnType<typeof runningCenter>>['running']

async function ask<T>({ archive, center }: Running, name: string, input: unknown = {}): Promise<T> {
  const reader = copyReaders(archive).find(({ read }) => read.name === name)
  const { actor } = deskSenders(center).lead
  const now = center.clock.now()
  const answer = await center.read(
    (tx, profile) => reader?.run({ tx, now, actor, profile, mayHold: () => false }, input) ?? Promise.resolve(),
  )
  return reader?.read.answer.parse(answer) as T
}

const copies = (running: Running) => ask<CopiesShown>(running, 'keeping.listCopies')
const lead = ({ center }: Running) => deskSenders(center).lead
const checkIn = ({ center }: Running) => deskSenders(center).phone.send('volunteers.checkIn', receptionForm())
const patient = { timeout: 20_000, interval: 50 }

async function backUp(running: Running): Promise<CopiesShown['copies']> {
  const before = (await copies(running)).copies.length
  await lead(running).send('keeping.makeBackup', { emptierIsMeant: false })
  await vi.waitFor(async () => expect((await copies(running)).copies.length).toBeGreaterThan(before), patient)
  await vi.waitFor(() => expect(running.archive.busy).toBe(0), patient)
  return (await copies(running)).copies
}

async function sealed(running: Running) {
  await lead(running).send('keeping.handOverCenter', {})
  await vi.waitFor(() => expect(running.archive.sealed).not.toBeNull(), patient)
  const { path = '', code = '' } = running.archive.sealed ?? {}
  return { path, code }
}

test('the lead takes a copy, sees what restoring it would mean, and restores it while the center runs', async () => {
  const { running } = await runningCenter()
  await checkIn(running)
  const [copy] = await backUp(running)
  await checkIn(running)
  const of = { name: copy?.name ?? '', place: 'here' as const }
  const preview = await ask<RestorePreview>(running, 'keeping.previewRestore', of)
  expect(preview).toMatchObject({ relation: 'earlier', copy: { attendances: 1 }, now: { attendances: 2 } })
  const { center } = running
  await lead(running).send('keeping.restoreCopy', of)
  await vi.waitFor(() => expect(running.center).not.toBe(center), patient)
  expect(running.center.health.seq).toBe(preview.copy.seq)
  const { restored } = await copies(running)
  expect(restored).toMatchObject({ before: { attendances: 2 }, after: { attendances: 1, epoch: 2 } })
  await checkIn(running)
})

test('a second folder gets each copy; a folder that is not there is refused', async () => {
  const { running } = await runningCenter()
  const stick = newFolder()
  const missing = join(stick, 'not there')
  await expect(lead(running).send('keeping.setSecondFolder', { folder: missing, basedOn: '' })).rejects.toMatchObject({
    code: 'keeping.folderUnfit',
  })
  await lead(running).send('keeping.setSecondFolder', { folder: stick, basedOn: '' })
  // Another lead who still saw none chosen does not replace it unseen.
  await expect(lead(running).send('keeping.setSecondFolder', { folder: '', basedOn: '/stick' })).rejects.toMatchObject({
    code: 'core.changedMeanwhile',
    details: { first: { act: 'keeping.setSecondFolder' } },
  })
  const found = await backUp(running)
  expect(found.map(({ place }) => place)).toEqual(['here', 'second'])
})

test('a center that is handed over writes no more, and all it accepted goes on at the new laptop, under a key of its own', async () => {
  const old = await runningCenter()
  await checkIn(old.running)
  const { path, code } = await sealed(old.running)
  await expect(checkIn(old.running)).rejects.toMatchObject({
    code: 'core.readOnly',
    details: { reason: 'handedOver' },
  })
  expect(() => inspectCopy(path, old.key)).toThrow('keeping.copyLocked')
  const fresh = await runningCenter({ setUp: false })
  const laptop = deskSenders(fresh.running.center)
  const atLaptop: Actor = { kind: 'public', onThisMachine: true }
  const wrong = { path, code: 'ab'.repeat(16) }
  const takeOver = (input: { path: string; code: string }) =>
    fresh.running.center.execute(atLaptop, { id: newId(), type: 'keeping.takeOverCenter', input, device: 'test' })
  await expect(takeOver(wrong)).rejects.toMatchObject({ code: 'keeping.copyLocked' })
  const { center } = laptop
  await takeOver({ path, code: ` ${code.toUpperCase().replace(/(.{4})/g, '$1 ')}` })
  await vi.waitFor(() => expect(fresh.running.center).not.toBe(center), patient)
  expect(fresh.running.center.health.seq).toBe(old.running.center.health.seq)
  expect(inspectCopy(fresh.file, fresh.key)).toMatchObject({ attendances: 1, epoch: 2 })
  await checkIn(fresh.running)
})

test('a hand-over may be taken back before anyone opens it; the sealed file is then older than the center', async () => {
  const { running, file, key } = await runningCenter()
  const { path } = await sealed(running)
  expect((await copies(running)).handOver).toMatchObject({ state: 'sealed', path })
  await lead(running).send('keeping.takeBackCenter', {})
  await checkIn(running)
  expect(existsSync(path)).toBe(false)
  expect(inspectCopy(file, key).epoch).toBe(3)
  expect((await copies(running)).handOver.state).toBe('none')
})

test('a hand-over that cannot be sealed leaves the center writing', async () => {
  const { running, folder } = await runningCenter()
  // Where the folder of hand-overs should be, there is a file.
  writeFileSync(join(folder, 'handover'), '')
  await lead(running).send('keeping.handOverCenter', {})
  await vi.waitFor(async () => expect((await copies(running)).handOver.state).toBe('failed'), patient)
  await vi.waitFor(() => expect(running.center.health.writable).toBe(true), patient)
  await checkIn(running)
})

test('after another start the old laptop still knows that it was handed over', async () => {
  const first = await runningCenter()
  await sealed(first.running)
  await first.running.close()
  const second = await runningCenter({ folder: first.folder, key: first.key })
  await expect(checkIn(second.running)).rejects.toMatchObject({ code: 'core.readOnly' })
  expect((await copies(second.running)).handOver.state).toBe('handedOver')
  await lead(second.running).send('keeping.takeBackCenter', {})
  await checkIn(second.running)
})
