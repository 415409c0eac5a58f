import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { findCenter } from '#server/center/centers.ts'
import { typeScriptFlags } from '#server/core/typescript-flags.ts'
import { openToRead } from '#server/database/copy-file.ts'
import { folderMark, makeBackup } from '#server/keeping/backup.ts'
import { listBackups, listCopies, listPieces } from '#server/keeping/backups.ts'
import { examine } from '#server/keeping/doctor.ts'
import { inCopyThread } from '#server/keeping/in-copy-thread.ts'
import { makePiece } from '#server/keeping/make-piece.ts'
import { restoreBackup } from '#server/keeping/restore.ts'
import { compareCopy } from '#server/keeping/whole-copy.ts'
import { newId } from '#shared/core/ids.ts'
import { deskSenders } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import { centerOnFile, newFolder, runningCenter } from '#tests/support/kept-center.ts'

/** A center whose lead has chosen a stick; `minute` lets somebody arrive and a minute pass, with all that watches over copies. */
async function givenStick() {
  const made = await runningCenter()
  const stick = newFolder()
  const senders = deskSenders(made.running.center)
  await senders.lead.send('keeping.setSecondFolder', { folder: stick, basedOn: '' })
  const pass = async () => {
    made.clock.pass(1)
    await made.running.archive.minute()
  }
  const minute = async () => {
    await senders.phone.send('volunteers.checkIn', receptionForm())
    await pass()
  }
  await pass()
  return { ...made, ...senders, stick, pass, minute }
}

/** The same without the thread for copies: what is done in it each minute is done here. */
async function givenPieces(count: number) {
  const made = await centerOnFile()
  const { file, key, folder, clock, center } = made
  const stick = newFolder()
  writeFileSync(join(stick, folderMark), '')
  const parts = { file, key, folder: join(folder, 'backups'), secondFolder: stick }
  makeBackup({ ...parts, reason: 'hourly', at: clock.now(), emptierIsMeant: false })
  const centerId = (await center.read(findCenter))?.id ?? ''
  const request = () => ({ ...parts, centerId, at: clock.now() })
  const pass = () => {
    clock.pass(1)
    return makePiece(request())
  }
  const minute = async () => {
    const form = receptionForm()
    await made.phone.send('volunteers.checkIn', form)
    pass()
    return form
  }
  for (let passed = 0; passed < count; passed++) await minute()
  return { ...made, stick, request, pass, minute }
}

/** Everything in a file but what a restore itself writes: which copy of the center it is. */
function contentOf(file: string, key: string) {
  const driver = openToRead(file, key)
  try {
    const tables = driver.prepare(`select name, sql from sqlite_master order by name`).all() as {
      name: string
      sql: string | null
    }[]
    const isTable = ({ sql }: { sql: string | null }) => sql?.toLowerCase().startsWith('create table')
    const rows = tables
      .filter((one) => isTable(one) && one.name !== 'keeping_state')
      .map(({ name }) => [name, driver.prepare(`select * from "${name}" order by 1, 2`).all()])
    return { tables, rows }
  } finally {
    driver.close()
  }
}

const at = '2026-11-23T03:00:00.000Z'

test('what was written since the hour’s copy lies on the stick each minute, and brings back every act when the laptop’s disk is gone', async () => {
  const { stick, minute, file, key, folder, running } = await givenStick()
  const [full] = listBackups(stick)
  for (let count = 0; count < 3; count++) await minute()
  const { seq } = running.center.health
  await running.close()
  const before = contentOf(file, key)
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
  expect(listBackups(stick)).toEqual([full])
  const [newest] = listCopies(stick)
  expect(newest).toMatchObject({ reason: 'minute', seq })
  const asked = { dataFile: file, key, copy: newest?.path ?? '', at, because: 'restored' as const }
  expect((await restoreBackup(asked)).after).toMatchObject({ seq, attendances: 3, epoch: 2 })
  expect(contentOf(file, key)).toEqual(before)
  const again = await runningCenter({ folder, key })
  expect(again.running.center.health.seq).toBe(seq)
  await deskSenders(again.running.center).phone.send('volunteers.checkIn', receptionForm())
})

test('a piece with one bit changed is refused and said, and so is one whose copy is not beside it; the one before lacks a minute', async () => {
  const { stick, file, key, center } = await givenPieces(2)
  await center.close()
  const [newest, earlier] = listPieces(stick)
  if (!newest || !earlier) throw new Error('too few pieces')
  const whole = readFileSync(newest.path)
  for (const place of [0, 100, 5000, Math.floor(whole.length / 2), whole.length - 1]) {
    const changed = Buffer.from(whole)
    changed[place] = (changed[place] ?? 0) ^ 4
    writeFileSync(newest.path, changed)
    expect(() => compareCopy(file, key, newest.path, key), `bit at ${place}`).toThrow(/keeping\.copy(Damaged|Locked)/)
  }
  expect(compareCopy(file, key, earlier.path, key)).toMatchObject({ relation: 'earlier', copy: { seq: earlier.seq } })
  expect(() => compareCopy(file, key, earlier.path, 'another key')).toThrow('keeping.copyLocked')
  const apart = join(newFolder(), earlier.name)
  writeFileSync(apart, readFileSync(earlier.path))
  expect(() => compareCopy(file, key, apart, key)).toThrow('keeping.copyMissing')
  expect(readdirSync(dirname(file)).filter((name) => name.startsWith('unfinished-'))).toEqual([])
})

/** Dies where the piece lies on the disk and has no name yet. */
const killedBeforeItsName = `
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
fs.renameSync = () => process.kill(process.pid, 'SIGKILL')
syncBuiltinESMExports()
const { makePiece } = await import(process.argv[1])
makePiece(JSON.parse(process.argv[2]))`

test('a kill before a piece has its name leaves nothing under one, and the next minute clears it away', async () => {
  const { stick, minute, phone, request, center } = await givenPieces(1)
  await phone.send('volunteers.checkIn', receptionForm())
  const before = listCopies(stick)
  const script = resolve(import.meta.dirname, '../../server/keeping/make-piece.ts')
  const args = ['--input-type=module', '-e', killedBeforeItsName, script, JSON.stringify(request())]
  const { signal, stderr } = spawnSync(process.execPath, [...(typeScriptFlags().execArgv ?? []), ...args], {
    encoding: 'utf8',
  })
  expect(`${signal}${stderr}`).toBe('SIGKILL')
  expect(listCopies(stick)).toEqual(before)
  expect(readdirSync(stick).filter((name) => name.startsWith('unfinished-'))).toHaveLength(1)
  await minute()
  expect(readdirSync(stick).filter((name) => name.startsWith('unfinished-'))).toEqual([])
  expect(listCopies(stick)[0]?.seq).toBe(center.health.seq)
  await center.close()
})

const doctorSays = async ({
  file,
  key,
  clock,
}: Pick<Awaited<ReturnType<typeof givenStick>>, 'file' | 'key' | 'clock'>) =>
  (await examine({ file, key, now: clock.now(), fsyncFloor: 0 })).lines.find((line) => line.includes('2か所目')) ?? ''

test('a stick that was pulled is said, its empty place gets nothing, and it is gone on with when it is back', async () => {
  const given = await givenStick()
  const { stick, minute, pass, running } = given
  await minute()
  expect(await doctorSays(given)).toContain('いまの記録がすべてあります（09:32 の控え）')
  const away = `${stick}-in-a-pocket`
  renameSync(stick, away)
  mkdirSync(stick)
  await minute()
  expect(running.archive.second).toBe('missing')
  expect(readdirSync(stick)).toEqual([])
  expect(await doctorSays(given)).toContain('見つかりません')
  rmSync(stick, { recursive: true })
  renameSync(away, stick)
  expect(await doctorSays(given)).toContain('までの記録があります')
  await pass()
  expect(running.archive.second).toBe('done')
  expect(await doctorSays(given)).toContain('いまの記録がすべてあります')
})

test('a piece that is made while people check in is one moment of the center', async () => {
  const { stick, request, phone, file, key, clock, center } = await givenPieces(1)
  clock.pass(1)
  const arriving = Promise.all(Array.from({ length: 30 }, () => phone.send('volunteers.checkIn', receptionForm())))
  await inCopyThread('piece', request())
  await arriving
  const [piece] = listPieces(stick)
  const { copy, relation } = compareCopy(file, key, piece?.path ?? '', key)
  expect(copy.seq).toBe(piece?.seq)
  // Setting up and opening the day are two acts; every other one is a person.
  expect(copy.attendances).toBe(copy.seq - 2)
  expect(['earlier', 'same']).toContain(relation)
  await center.close()
})

test('three pieces are kept, and none that a full copy holds itself', async () => {
  const { stick, request, center } = await givenPieces(5)
  expect(listPieces(stick)).toHaveLength(3)
  makeBackup({ ...request(), reason: 'button', emptierIsMeant: false })
  expect(listPieces(stick)).toEqual([])
  await center.close()
})

test('a piece from before an erasure goes as soon as one from after it lies there, and that one forgets as well', async () => {
  const { stick, minute, pass, lead, emi, file, key, clock, center } = await givenPieces(1)
  const form = await minute()
  await emi.send('reports.sendHome', { attendanceIds: [form.attendanceId] })
  pass()
  await lead.send('privacy.erase', { kind: 'person', id: form.personId, because: 'asked' })
  expect(listPieces(stick)).toHaveLength(3)
  pass()
  const [newest, ...others] = listPieces(stick)
  expect(others).toEqual([])
  await center.close()
  rmSync(file)
  await restoreBackup({ dataFile: file, key, copy: newest?.path ?? '', at: clock.now(), because: 'restored' })
  expect(JSON.stringify(contentOf(file, key))).not.toContain(form.name)
})

test('a copy of another course of events, or of another center, is no ground for a piece', async () => {
  const { stick, request, pass, file, key, folder, clock, center, phone } = await givenPieces(1)
  const [full] = listBackups(stick)
  const [piece] = listPieces(stick)
  await phone.send('volunteers.checkIn', receptionForm())
  clock.pass(1)
  makeBackup({ ...request(), reason: 'hourly', emptierIsMeant: false })
  expect(pass()).toMatchObject({ kind: 'made' })
  expect(makePiece({ ...request(), centerId: newId() })).toEqual({ kind: 'noBase' })
  await center.close()
  await restoreBackup({ dataFile: file, key, copy: full?.path ?? '', at: clock.now(), because: 'restored' })
  const again = await centerOnFile(folder, key)
  expect(piece).toBeDefined()
  expect(pass()).toEqual({ kind: 'noBase' })
  await again.center.close()
})
