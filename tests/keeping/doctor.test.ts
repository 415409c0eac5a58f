import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { openCenterOnFile } from '#server/app.ts'
import { lockFolder } from '#server/database/folder-lock.ts'
import { examine } from '#server/keeping/doctor.ts'
import { centerOnFile, newFolder, runningCenter } from '#tests/support/kept-center.ts'

const fsyncFloor = 50

/** Everything in a folder, with what is in it and when it was last written. */
function contentOf(folder: string) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const path = join(parentPath, name)
      return { path, written: statSync(path).mtimeMs, content: hashOf(readFileSync(path)) }
    })
}

const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex')

test('the doctor reads a stopped center without touching it, and misses its copy', async () => {
  const { center, folder, file, key, clock } = await centerOnFile()
  await center.close()
  const before = contentOf(folder)
  const { lines, exitCode } = await examine({ file, key, now: clock.now(), fsyncFloor })
  expect(contentOf(folder)).toEqual(before)
  expect(lines[0]).toBe('元気ですか — 手当てが要ることがあります。')
  expect(lines).toContain('[手当てが要る] 控え: 確かめた控えが1つもありません。')
  expect(lines).toContain('[参考] 書き込み: センターは止まっています。')
  expect(exitCode).toBe(2)
  // A key that does not fit is a file that cannot be read.
  expect((await examine({ file, key: 'other', now: clock.now(), fsyncFloor })).lines.join()).toContain(
    '傷が見つかりました',
  )
  await (await openCenterOnFile({ file, key, clock, kind: 'live' })).close()
})

test('what a center that broke off had only in its log is read as well, and left as it is', async () => {
  const { center, folder, file, key, clock } = await centerOnFile()
  // A copy of the folder in mid-course is what a pulled plug leaves.
  const left = newFolder()
  for (const name of readdirSync(folder)) cpSync(join(folder, name), join(left, name))
  const { seq } = center.health
  await center.close()
  const before = contentOf(left)
  expect(before.map(({ path }) => path)).toContain(join(left, 'sasae.db-wal'))
  const { lines } = await examine({ file: join(left, basename(file)), key, now: clock.now(), fsyncFloor })
  expect(lines.join()).toContain(`記録 ${seq}番まで`)
  expect(contentOf(left)).toEqual(before)
})

test('of a running center it asks the center itself, and says what the page says', async () => {
  const { running, folder, file, key, clock } = await runningCenter()
  const lock = lockFolder(folder)
  if (!('release' in lock)) throw new Error('the folder is taken')
  lock.listensAt(running.served.port)
  await running.archive.makeBackup('button', { secondFolder: '', emptierIsMeant: true })
  const { lines, exitCode } = await examine({ file, key, now: clock.now(), fsyncFloor })
  lock.release()
  expect(lines.find((line) => line.includes('書き込み'))).toMatch(/^\[元気\] 書き込み: ふつうに保存できて/)
  expect(lines.find((line) => line.includes('2か所目'))).toMatch(/^\[気をつける\]/)
  expect(exitCode).toBe(1)
  expect(readdirSync(join(folder, 'backups'))).toHaveLength(1)
})
