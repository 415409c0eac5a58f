import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabaseFile } from '#server/database/open.ts'
import { makeBackup } from '#server/keeping/backup.ts'
import { compareWithPresent, inspectCopy } from '#server/keeping/inspect-copy.ts'
import { restoreBackup } from '#server/keeping/restore.ts'
import { receptionForm } from '#tests/support/given.ts'
import { centerOnFile, newFolder } from '#tests/support/kept-center.ts'

/** A center with one copy, and two people who came after it. */
async function givenCopyAndMore() {
  const made = await centerOnFile()
  await made.phone.send('volunteers.checkIn', receptionForm())
  const { file, key, folder, clock } = made
  const at = clock.now()
  const backup = makeBackup({
    file,
    key,
    folder: join(folder, 'backups'),
    secondFolder: '',
    reason: 'button',
    at,
    emptierIsMeant: false,
  })
  await made.phone.send('volunteers.checkIn', receptionForm())
  await made.phone.send('volunteers.checkIn', receptionForm())
  await made.center.close()
  return { ...made, backup, asked: { dataFile: file, key, copy: backup.path, at, because: 'restored' as const } }
}

test('a restored copy proves itself by its counts, its last act and its hash; what was there stays aside', async () => {
  const { asked, folder, file, key, backup } = await givenCopyAndMore()
  const { before, after, relation, aside = '' } = await restoreBackup(asked)
  expect(before).toMatchObject({ seq: 5, attendances: 3, persons: 3 })
  expect(after).toMatchObject({ seq: 3, attendances: 1, persons: 1, head: backup.facts.head })
  expect(relation).toBe('earlier')
  expect(inspectCopy(aside, key)).toMatchObject({ seq: 5, attendances: 3 })
  expect(existsSync(`${file}-wal`)).toBe(false)
  const again = await centerOnFile(folder, key)
  expect(again.center.health.seq).toBe(3)
  await again.phone.send('volunteers.checkIn', receptionForm())
  await again.center.close()
})

test('the epoch is higher than that of the file and that of the copy, whichever is restored over which', async () => {
  const { asked, file, key } = await givenCopyAndMore()
  expect((await restoreBackup(asked)).after.epoch).toBe(2)
  const second = await restoreBackup({ ...asked, at: '2026-11-23T01:00:00.000Z' })
  expect(second.after.epoch).toBe(3)
  expect(second.before?.lineage).not.toBe(second.after.lineage)
  expect(inspectCopy(file, key).epoch).toBe(3)
})

test('a copy that is damaged, locked otherwise, unfinished or from a newer version changes nothing', async () => {
  const { asked, file, key, folder, backup } = await givenCopyAndMore()
  const before = readFileSync(file)
  const damaged = join(folder, 'damaged.sasae')
  writeFileSync(damaged, readFileSync(backup.path).subarray(0, 20_000))
  const newer = join(folder, 'newer.sasae')
  writeFileSync(newer, readFileSync(backup.path))
  const driver = openDatabaseFile(newer, key)
  driver.exec(`insert into kysely_migration values ('9999-from-the-future', '2030-01-01')`)
  driver.close()
  const notHere = join(folder, 'no.sasae')
  for (const [copy, code] of [
    [damaged, 'keeping.copyDamaged'],
    [newer, 'keeping.copyNewer'],
    [notHere, 'keeping.copyMissing'],
  ] as const)
    await expect(restoreBackup({ ...asked, copy })).rejects.toMatchObject({ code })
  const copyKey = 'ab'.repeat(32)
  await expect(restoreBackup({ ...asked, copyKey })).rejects.toMatchObject({ code: 'keeping.copyLocked' })
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a damaged file is put aside as it is, with what lies beside it, and the copy takes its place', async () => {
  const { asked, file, key } = await givenCopyAndMore()
  const damaged = Buffer.alloc(40_000, 7)
  writeFileSync(file, damaged)
  writeFileSync(`${file}-wal`, 'left over')
  const { before, after, aside = '' } = await restoreBackup(asked)
  expect(before).toBeUndefined()
  expect(after.attendances).toBe(1)
  expect(readFileSync(aside).equals(damaged)).toBe(true)
  expect(readFileSync(`${aside}-wal`, 'utf8')).toBe('left over')
  expect(inspectCopy(file, key)).toMatchObject({ attendances: 1 })
})

test('two files that both went on after a common beginning are told apart from an earlier and a later one', async () => {
  const { asked, folder, file, key, clock, backup } = await givenCopyAndMore()
  const { aside = '' } = await restoreBackup(asked)
  expect(compareWithPresent(file, key, aside, key).relation).toBe('later')
  const gone = await centerOnFile(folder, key)
  gone.clock.pass(5)
  for (let count = 0; count < 3; count++) await gone.phone.send('volunteers.checkIn', receptionForm())
  await gone.center.close()
  expect(compareWithPresent(file, key, aside, key).relation).toBe('forked')
  expect(compareWithPresent(file, key, backup.path, key).relation).toBe('earlier')
  const other = await centerOnFile(newFolder(), key)
  await other.center.close()
  expect(clock.now()).toBeTruthy()
  expect(compareWithPresent(other.file, key, backup.path, key).relation).not.toBe('earlier')
})

test('a copy takes the place of a file that is damaged where it says whom it had erased', async () => {
  const { asked, file, key, backup } = await givenCopyAndMore()
  const driver = openDatabaseFile(file, key)
  const root =
    driver.prepare<[], number>("select rootpage from sqlite_master where name = 'erasure'").pluck().get() ?? 0
  const pageSize = driver.pragma('page_size', { simple: true }) as number
  driver.close()
  const bytes = readFileSync(file)
  const at = (root - 1) * pageSize + 200
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(file, bytes)
  expect((await restoreBackup(asked)).after.seq).toBe(backup.facts.seq)
})
