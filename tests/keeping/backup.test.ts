import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderMark, makeBackup } from '#server/keeping/backup.ts'
import { type Backup, listBackups, prunable } from '#server/keeping/backups.ts'
import { inCopyThread } from '#server/keeping/in-copy-thread.ts'
import { inspectCopy } from '#server/keeping/inspect-copy.ts'
import { receptionForm } from '#tests/support/given.ts'
import { centerOnFile, newFolder } from '#tests/support/kept-center.ts'

type Made = Awaited<ReturnType<typeof centerOnFile>>

const request = ({ file, key, folder, clock }: Pick<Made, 'file' | 'key' | 'folder' | 'clock'>) => ({
  file,
  key,
  folder: join(folder, 'backups'),
  secondFolder: '',
  reason: 'button' as const,
  at: clock.now(),
  emptierIsMeant: false,
})

test('a copy that is made while people check in is whole, says how far it goes, and holds all that was accepted', async () => {
  const made = await centerOnFile()
  for (let count = 0; count < 5; count++) await made.phone.send('volunteers.checkIn', receptionForm())
  const { seq } = made.center.health
  const arriving = Promise.all(Array.from({ length: 30 }, () => made.phone.send('volunteers.checkIn', receptionForm())))
  const copy = await inCopyThread('backup', request(made))
  await arriving
  const facts = inspectCopy('path' in copy ? copy.path : '', made.key)
  expect(facts.seq).toBeGreaterThanOrEqual(seq)
  // Setting up and opening the day are two acts; every other one is a person.
  expect(facts.attendances).toBe(facts.seq - 2)
  expect(listBackups(join(made.folder, 'backups'))).toMatchObject([{ seq: facts.seq, reason: 'button' }])
  await made.center.close()
})

test('a copy is as locked as the file itself', async () => {
  const made = await centerOnFile()
  const { path } = makeBackup(request(made))
  await made.center.close()
  expect(readFileSync(path).includes('金沢区災害ボランティアセンター')).toBe(false)
  expect(() => inspectCopy(path, 'another key')).toThrow('keeping.copyLocked')
  expect(inspectCopy(path, made.key)).toMatchObject({ centerName: '金沢区災害ボランティアセンター', seq: 2 })
})

test('what a crash left half-written is no copy, and is swept away by the next one', async () => {
  const made = await centerOnFile()
  const folder = join(made.folder, 'backups')
  mkdirSync(folder)
  writeFileSync(join(folder, 'unfinished-999999999-a.tmp'), 'half a copy')
  expect(listBackups(folder)).toEqual([])
  expect(() => inspectCopy(join(folder, 'unfinished-999999999-a.tmp'), made.key)).toThrow('keeping.copyUnfinished')
  const { name } = makeBackup(request(made))
  await made.center.close()
  expect(readdirSync(folder)).toEqual([name])
})

test('a copy that was cut short or has one bit changed is refused, wherever the bit is', async () => {
  const made = await centerOnFile()
  const { path } = makeBackup(request(made))
  await made.center.close()
  const whole = readFileSync(path)
  const bad = join(made.folder, 'bad.sasae')
  for (const place of [0, 100, 5000, Math.floor(whole.length / 2), whole.length - 1]) {
    const changed = Buffer.from(whole)
    changed[place] = (changed[place] ?? 0) ^ 4
    writeFileSync(bad, changed)
    expect(() => inspectCopy(bad, made.key), `bit at ${place}`).toThrow(/keeping\.copy(Damaged|Locked)/)
  }
  copyFileSync(path, bad)
  truncateSync(bad, whole.length - 4096)
  expect(() => inspectCopy(bad, made.key)).toThrow('keeping.copyDamaged')
})

test('a stick gets each copy too; one that is not plugged in is said, and its empty place gets nothing', async () => {
  const made = await centerOnFile()
  const stick = newFolder()
  writeFileSync(join(stick, folderMark), '')
  const first = makeBackup({ ...request(made), secondFolder: stick })
  expect(first.second).toBe('done')
  expect(inspectCopy(join(stick, first.name), made.key)).toMatchObject({ seq: 2 })
  made.clock.pass(1)
  const emptyPlace = newFolder()
  const second = makeBackup({ ...request(made), secondFolder: emptyPlace })
  expect(second.second).toBe('missing')
  expect(readdirSync(emptyPlace)).toEqual([])
  expect(existsSync(second.path)).toBe(true)
  await made.center.close()
})

test('an emptied center pushes no fuller copy out, and asks before its copy passes for the newest', async () => {
  const full = await centerOnFile()
  for (let count = 0; count < 3; count++) await full.phone.send('volunteers.checkIn', receptionForm())
  const kept = makeBackup(request(full))
  await full.center.close()
  const emptied = await centerOnFile()
  const asked = { ...request(emptied), folder: join(full.folder, 'backups') }
  expect(() => makeBackup(asked)).toThrow('keeping.emptierThanCopies')
  for (let count = 0; count < 40; count++) {
    emptied.clock.pass(60)
    makeBackup({ ...asked, at: emptied.clock.now(), emptierIsMeant: true, reason: 'hourly' })
  }
  await emptied.center.close()
  expect(existsSync(kept.path)).toBe(true)
})

const copyAt = (hour: number, wishes: Partial<Backup> = {}): Backup => ({
  path: `/${hour}`,
  name: `${hour}`,
  center: 'aaaaaaaa',
  seq: 1000 + hour,
  at: new Date(Date.UTC(2026, 10, 1) + hour * 3_600_000).toISOString(),
  reason: 'hourly',
  bytes: 1000,
  ...wishes,
})

test('a month of hourly copies keeps a day of hours, a week of days, and all from before a change of the file', () => {
  const month = Array.from({ length: 24 * 30 }, (_, hour) =>
    copyAt(hour, hour % 240 === 5 ? { reason: 'migration' } : {}),
  ).reverse()
  const gone = new Set(prunable(month))
  const kept = month.filter((one) => !gone.has(one))
  expect(kept).toHaveLength(24 + 6 + 3)
  expect(kept.filter(({ reason }) => reason === 'migration')).toHaveLength(3)
  expect(new Set(kept.map(({ at }) => at.slice(0, 10))).size).toBe(7 + 3)
})

test('three copies are never too many', () => {
  expect(prunable([copyAt(0), copyAt(1), copyAt(2)])).toEqual([])
})
