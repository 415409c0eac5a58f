import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { lockFolder } from '#server/database/folder-lock.ts'
import { receptionForm } from '#tests/support/given.ts'
import { centerOnFile } from '#tests/support/kept-center.ts'

const root = resolve(import.meta.dirname, '../..')

function sasae(config: string, ...args: string[]) {
  const env = { ...process.env, SASAE_CONFIG: config }
  const { status, stdout, stderr } = spawnSync('npx', ['sasae', ...args], { cwd: root, env, encoding: 'utf8' })
  return { status, said: stdout + stderr }
}

const ended = (code: number, words: string) => (one: ReturnType<typeof sasae>) =>
  one.status === code && one.said.includes(words)

async function givenData() {
  const made = await centerOnFile()
  await made.phone.send('volunteers.checkIn', receptionForm())
  const config = join(made.folder, 'config')
  mkdirSync(config)
  writeFileSync(join(config, 'key'), `${made.key}\n`)
  return { ...made, config, data: ['--data', made.folder] }
}

test('`npx sasae backup` copies beside the running center; `restore` puts it back once that has ended', async () => {
  const { center, phone, config, data, folder } = await givenData()
  const running = lockFolder(folder)
  expect(sasae(config, 'backup', ...data)).toSatisfy(ended(0, '確かめました'))
  const [name = ''] = readdirSync(join(folder, 'backups'))
  await phone.send('volunteers.checkIn', receptionForm())
  const copy = join(folder, 'backups', name)
  const refused = sasae(config, 'restore', copy, ...data)
  expect(refused).toSatisfy(ended(1, '統括の画面'))
  expect(refused.said).not.toMatch(/\.ts:\d+/)
  await center.close()
  if ('release' in running) running.release()
  const done = sasae(config, 'restore', copy, ...data)
  expect(done).toMatchObject({ status: 0 })
  expect(done.said).toContain('控えのあとの 1件')
  expect(readdirSync(folder).some((one) => one.startsWith('aside_'))).toBe(true)
  expect(existsSync(join(folder, 'running.json'))).toBe(false)
})

test('what is missing or misspelt has its sentence, and never a trace', async () => {
  const { center, config, data, folder } = await givenData()
  await center.close()
  for (const [args, words] of [
    [['retore'], 'つかいかた'],
    [['backup', '--wohin', 'x'], 'つかいかた'],
    [['backup', '--data', join(folder, 'nothing')], 'データがありません'],
    [['restore', join(folder, 'nothing.sasae'), ...data], '見つかりません'],
  ] as const) {
    const one = sasae(config, ...args)
    expect(one).toSatisfy(ended(1, words))
    expect(one.said).not.toMatch(/\.ts:\d+/)
  }
})
