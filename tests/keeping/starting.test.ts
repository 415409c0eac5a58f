import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { waitBeforeRestart } from '#server/supervise.mjs'
import { builtServer, healthOf, newFolder, setUpOver, startProgram } from '#tests/support/started.ts'

const patience = { timeout: 50_000, interval: 100 }

test('twenty starts at once on one folder: exactly one runs, and the others show it and end well', async () => {
  const folder = newFolder()
  const args = ['--port', '18471', '--data', join(folder, 'data')]
  const starts = await Promise.all(Array.from({ length: 20 }, () => startProgram(folder, args)))
  const others = () => starts.filter(({ exited }) => exited() !== null)
  await vi.waitFor(() => expect(others()).toHaveLength(19), patience)
  expect(others().map(({ exited }) => exited())).toEqual(Array.from({ length: 19 }, () => 0))
  for (const { printed } of others()) expect(printed()).toContain('もう動いている')
  expect(await healthOf('http://localhost:18471')).toMatchObject({ ok: true })
}, 120_000)

test('a start by the laptop itself leaves the one that runs alone, and the screen as it is', async () => {
  const folder = newFolder()
  const first = await startProgram(folder)
  const second = await startProgram(folder, ['--port', '0', '--data', join(folder, 'data'), '--quiet'])
  expect([second.exited(), second.printed()]).toEqual([0, ''])
  expect(await healthOf(first.address)).toMatchObject({ ok: true })
})

test('what a dead process left behind bars nobody, even where its number lives on in another program', async () => {
  const folder = newFolder()
  const first = await startProgram(folder)
  await first.stop('SIGKILL')
  const running = join(folder, 'data/running.json')
  expect(existsSync(running)).toBe(true)
  writeFileSync(running, JSON.stringify({ pid: process.pid, port: 18472 }))
  const second = await startProgram(folder)
  expect(await healthOf(second.address)).toMatchObject({ ok: true })
  await second.stop()
  expect(second.exited()).toBe(0)
  expect(existsSync(running)).toBe(false)
})

/** Runs arguments of Node under the supervisor, as `npm start` does. */
function underSupervisor(folder: string, args: readonly string[]) {
  const script = `import { supervise } from './server/supervise.mjs'
    supervise(process.execPath, ${JSON.stringify(args)}, process.env)`
  return startProgram(folder, [], ['--input-type=module', '-e', script])
}

test('after a crash the center is back by itself, says what was there and what is lost, and the chronology keeps it', async () => {
  const folder = newFolder()
  const address = 'http://localhost:18473'
  const main = [builtServer, '--port', '18473', '--data', join(folder, 'data')]
  const supervisor = await underSupervisor(folder, main)
  await setUpOver(address)
  const before = await healthOf(address)
  process.kill(pidOfServer(supervisor.child.pid ?? 0), 'SIGKILL')
  await vi.waitFor(async () => {
    const now = await healthOf(address)
    expect(now).toMatchObject({ ok: true, seq: Number(before?.seq) + 1 })
  }, patience)
  const signedIn = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: '佐藤', pin: '123456', device: 'desk' }),
  })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const changes = await (await fetch(`${address}/api/changes`, { headers: { cookie } })).text()
  expect(changes).toContain('"type":"keeping.noteRecovery"')
  expect(changes).toMatch(/"lost":0/)
  await supervisor.stop()
  expect(supervisor.exited()).toBe(0)
  await vi.waitFor(async () => expect(await healthOf(address)).toBeNull(), patience)
})

/** The one child of a process, by the tables of the system. */
function pidOfServer(parent: number): number {
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(' ')
  return Number(children.at(-1))
}

test('a supervisor that is gone takes its server with it, so that the next start finds the folder free', async () => {
  const folder = newFolder()
  const address = 'http://localhost:18474'
  const main = [builtServer, '--port', '18474', '--data', join(folder, 'data')]
  const supervisor = await underSupervisor(folder, main)
  const server = pidOfServer(supervisor.child.pid ?? 0)
  onTestFinished(() => {
    if (existsSync(`/proc/${server}`)) process.kill(server, 'SIGKILL')
  })
  await supervisor.stop('SIGKILL')
  await vi.waitFor(async () => expect(await healthOf(address)).toBeNull(), patience)
})

test('a server that keeps dying is given up with a sentence, and one that said why is not started again', async () => {
  const folder = newFolder()
  const dying = await underSupervisor(folder, ['-e', 'process.exit(9)'])
  await vi.waitFor(() => expect(dying.exited()).toBe(1), patience)
  expect(dying.printed()).toContain('続けて終了してしまいます')
  const refused = await underSupervisor(folder, ['-e', 'console.log("理由"); process.exit(1)'])
  await vi.waitFor(() => expect(refused.exited()).toBe(1), patience)
  expect(refused.printed().match(/理由/g)).toHaveLength(1)
})

test('the first new start comes within a second, later ones wait longer, and the sixth quick death is the last', () => {
  const waits = [0, 1, 2, 3, 4, 5, 6].map(waitBeforeRestart)
  expect(waits.slice(0, 3).every((wait) => wait !== undefined && wait < 1000)).toBe(true)
  expect(waits.at(-1)).toBeUndefined()
})
