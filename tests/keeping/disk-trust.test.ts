import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { readSettings } from '#server/env.ts'
import { measureDiskSoon } from '#server/keeping/disk-trust.ts'
import { examine } from '#server/keeping/doctor.ts'
import { fsyncMicroseconds } from '#server/keeping/fsync-probe.ts'
import { Vitals } from '#server/keeping/vitals.ts'
import { centerOnFile } from '#tests/support/kept-center.ts'

const floor = readSettings([]).fsyncFloor

/** A folder that is memory: fsync there has nothing to wait for, as on a disk that lies. */
const memory = '/dev/shm'
const withMemory = test.skipIf(!existsSync(memory))

function folderIn(parent: string): string {
  const folder = mkdtempSync(join(parent, 'sasae-disk-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Where the code lies is a disk, whatever the machine has for its temporary files. */
const onDisk = () => folderIn(resolve(import.meta.dirname, '../../node_modules'))

const diskLine = async (folder: string) => {
  const { center, file, key, clock } = await centerOnFile(folder)
  await center.close()
  const { lines } = await examine({ file, key, now: clock.now(), fsyncFloor: floor })
  return lines.find((line) => line.includes('停電への備え'))
}

withMemory('the doctor doubts a folder that says too soon that it holds a page, and says what helps', async () => {
  const line = await diskLine(folderIn(memory))
  expect(line).toMatch(/^\[気をつける\] .*停電に弱い可能性があります。.*2か所目の控え/)
})

test('an ordinary folder is trusted', async () => {
  expect(await diskLine(onDisk())).toMatch(/^\[元気\]/)
})

test('measuring leaves nothing in the folder, and a folder that cannot be written is not judged', () => {
  const folder = onDisk()
  expect(fsyncMicroseconds(folder)).toBeGreaterThan(0)
  expect(readdirSync(folder)).toEqual([])
  expect(fsyncMicroseconds(join(folder, 'missing'))).toBeNull()
})

test('a center measures its folder in the thread for copies, after people are back at work', async () => {
  const vitals = new Vitals()
  measureDiskSoon(vitals, onDisk(), 0, 0)
  expect(vitals.disk).toBeNull()
  await vi.waitFor(() => expect(vitals.disk?.floor).toBe(0), { timeout: 20_000 })
  expect(vitals.disk?.microseconds).toBeGreaterThan(0)
})
