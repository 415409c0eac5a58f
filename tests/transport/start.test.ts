import { chmodSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { newFolder, type Started, startProgram } from '#tests/support/started.ts'

/** Ended by itself, with a sentence that holds these words. */
const endedWith = (words: string) => (one: Started) => one.exited() === 1 && one.printed().includes(words)

const free = ['--port', '0']

test('a port that is taken, a nonsense port and an unknown option each have their sentence', async () => {
  const folder = newFolder()
  const taken = createServer().listen(0)
  onTestFinished(() => void taken.close())
  const address = taken.address()
  const port = String(address && typeof address === 'object' ? address.port : 0)
  const data = ['--data', join(folder, 'data')]
  expect(await startProgram(folder, ['--port', port, ...data])).toSatisfy(endedWith('ほかのプログラム'))
  expect(await startProgram(folder, ['--port', 'たくさん', ...data])).toSatisfy(endedWith('ポート番号'))
  expect(await startProgram(folder, ['--prot', '1'])).toSatisfy(endedWith('--port と --data'))
})

test('a data folder that cannot be made or written has its sentence', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'file'), '')
  const below = join(folder, 'file', 'data')
  // It stays, and its page says what to do.
  const asking = await startProgram(folder, [...free, '--data', below])
  expect(asking.exited()).toBeNull()
  expect(asking.printed()).toContain('データのフォルダに書き込めません')
  expect(asking.address).toContain('http://localhost')
  if (process.getuid?.() === 0) return
  chmodSync(folder, 0o500)
  const refused = await startProgram(folder, [...free, '--data', join(folder, 'data')])
  expect(refused.exited()).toBe(1)
})
