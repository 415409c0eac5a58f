import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCenterOnFile } from '#server/app.ts'
import { lockFolder } from '#server/database/folder-lock.ts'
import { examine } from '#server/keeping/doctor.ts'
import { centerOnFile, runningCenter } from '#tests/support/kept-center.ts'

test('the doctor reads a stopped center without touching it, and misses its copy', async () => {
  const { center, file, key, clock } = await centerOnFile()
  await center.close()
  const before = readFileSync(file)
  const { lines, exitCode } = await examine({ file, key, now: clock.now() })
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(lines[0]).toBe('元気ですか — 手当てが要ることがあります。')
  expect(lines).toContain('[手当てが要る] 控え: 確かめた控えが1つもありません。')
  expect(lines).toContain('[参考] 書き込み: センターは止まっています。')
  expect(exitCode).toBe(2)
  // A key that does not fit is a file that cannot be read.
  expect((await examine({ file, key: 'other', now: clock.now() })).lines.join()).toContain('傷が見つかりました')
  await (await openCenterOnFile({ file, key, clock, kind: 'live' })).close()
})

test('of a running center it asks the center itself, and says what the page says', async () => {
  const { running, folder, file, key, clock } = await runningCenter()
  const lock = lockFolder(folder)
  if (!('release' in lock)) throw new Error('the folder is taken')
  lock.listensAt(running.served.port)
  await running.archive.makeBackup('button', { secondFolder: '', emptierIsMeant: true })
  const { lines, exitCode } = await examine({ file, key, now: clock.now() })
  lock.release()
  expect(lines.find((line) => line.includes('書き込み'))).toMatch(/^\[元気\] 書き込み: ふつうに保存できて/)
  expect(lines.find((line) => line.includes('2か所目'))).toMatch(/^\[気をつける\]/)
  expect(exitCode).toBe(1)
  expect(readdirSync(join(folder, 'backups'))).toHaveLength(1)
})
