import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sasae-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

interface Started {
  child: ChildProcess
  printed: string
  exited: number | null
}

/** Starts the real program; says what it printed by the time it ended or began to listen. */
async function start(folder: string, args: readonly string[]): Promise<Started> {
  const env = { ...process.env, SASAE_CONFIG: join(folder, 'config') }
  const child = spawn(process.execPath, ['server/main.ts', ...args], { cwd: root, env })
  onTestFinished(() => void child.kill('SIGKILL'))
  let printed = ''
  return new Promise((ready) => {
    const take = (chunk: Buffer) => {
      printed += chunk.toString()
      if (printed.includes('http://localhost')) ready({ child, printed, exited: null })
    }
    child.stdout.on('data', take)
    child.stderr.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
    })
    child.on('exit', (code) => ready({ child, printed, exited: code }))
  })
}

/** Ended by itself, with a sentence that holds these words. */
const endedWith = (words: string) => (one: Started) => one.exited === 1 && one.printed.includes(words)

const free = ['--port', '0']

test('a port that is taken, a nonsense port and an unknown option each have their sentence', async () => {
  const folder = newFolder()
  const taken = createServer().listen(0)
  onTestFinished(() => void taken.close())
  const address = taken.address()
  const port = String(address && typeof address === 'object' ? address.port : 0)
  const data = ['--data', join(folder, 'data')]
  expect(await start(folder, ['--port', port, ...data])).toSatisfy(endedWith('ほかのプログラム'))
  expect(await start(folder, ['--port', 'たくさん', ...data])).toSatisfy(endedWith('ポート番号'))
  expect(await start(folder, ['--prot', '1'])).toSatisfy(endedWith('--port と --data'))
})

test('a data folder that cannot be made or written has its sentence', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'file'), '')
  const below = join(folder, 'file', 'data')
  expect(await start(folder, [...free, '--data', below])).toSatisfy(endedWith('書き込めません'))
  if (process.getuid?.() === 0) return
  chmodSync(folder, 0o500)
  expect(await start(folder, [...free, '--data', join(folder, 'data')])).toMatchObject({ exited: 1 })
})
