import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { findCenter } from '#server/center/centers.ts'
import { lockFolder } from '#server/database/folder-lock.ts'
import { folderMark, makeBackup } from '#server/keeping/backup.ts'
import { listPieces } from '#server/keeping/backups.ts'
import { inspectCopy } from '#server/keeping/inspect-copy.ts'
import { readKey } from '#server/keeping/key-store.ts'
import { makePiece } from '#server/keeping/make-piece.ts'
import { recoveryLines } from '#server/keeping/recovery-code.ts'
import { receptionForm } from '#tests/support/given.ts'
import { centerOnFile, newFolder } from '#tests/support/kept-center.ts'

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

test('on a new computer `restore` takes the recovery sheet, and the stick up to the newest copy that is whole', async () => {
  const { center, phone, key, folder, clock, file } = await givenData()
  const stick = newFolder()
  writeFileSync(join(stick, folderMark), '')
  const parts = { file, key, folder: join(folder, 'backups'), secondFolder: stick }
  makeBackup({ ...parts, reason: 'hourly', at: clock.now(), emptierIsMeant: false })
  const centerId = (await center.read(findCenter))?.id ?? ''
  for (let minute = 0; minute < 2; minute++) {
    clock.pass(1)
    await phone.send('volunteers.checkIn', receptionForm())
    makePiece({ ...parts, centerId, at: clock.now() })
  }
  await center.close()
  const [newest, earlier] = listPieces(stick)
  truncateSync(newest?.path ?? '', 20_000)
  const [config, data] = [newFolder(), join(newFolder(), 'data')]
  const env = { ...process.env, SASAE_CONFIG: config }
  const args = ['sasae', 'restore', stick, '--data', data]
  const input = `${recoveryLines(key).join(' ')}\n`
  const { status, stdout } = spawnSync('npx', args, { cwd: root, env, encoding: 'utf8', input })
  expect(stdout).toContain(`「${newest?.name}」までは戻せませんでした`)
  expect(stdout).toContain(`「${earlier?.name}」まで戻しました`)
  expect(status).toBe(0)
  expect(inspectCopy(join(data, 'sasae.db'), key)).toMatchObject({ seq: earlier?.seq, attendances: 2 })
  expect(readKey(config)).toEqual({ kind: 'open', key })
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
