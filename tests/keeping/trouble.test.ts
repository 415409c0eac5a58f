import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { kyselyOver, openDatabaseFile } from '#server/database/open.ts'
import { folderMark, makeBackup } from '#server/keeping/backup.ts'
import { listPieces } from '#server/keeping/backups.ts'
import { lockKey, readKey } from '#server/keeping/key-store.ts'
import { makePiece } from '#server/keeping/make-piece.ts'
import { recoveryLines } from '#server/keeping/recovery-code.ts'
import { lanAddresses } from '#server/transport/doors.ts'
import { badgeText } from '#shared/access/badge.ts'
import { newSecret } from '#shared/core/ids.ts'
import { healthOf, newFolder, pressOnPage, setUpOver, startProgram } from '#tests/support/started.ts'

const patience = { timeout: 30_000, interval: 100 }

const untilOpen = (address: string) =>
  vi.waitFor(async () => expect(await healthOf(address)).toMatchObject({ ok: true }), patience)

const used = mkdtempSync(join(tmpdir(), 'sasae-used-'))

beforeAll(async () => {
  const first = await startProgram(used)
  await setUpOver(first.address)
  await first.stop()
  rmSync(join(used, 'data/reserve'), { force: true })
})

afterAll(() => rmSync(used, { recursive: true, force: true }))

/** A folder in which a center was set up, worked, and was ended in order. */
function usedFolder() {
  const folder = newFolder()
  cpSync(used, folder, { recursive: true })
  const data = join(folder, 'data')
  const key = readFileSync(join(folder, 'config/key'), 'utf8').trim()
  return { folder, data, config: join(folder, 'config'), file: join(data, 'sasae.db'), key }
}

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

const trouble = async (address: string) => (await healthOf(address))?.trouble

test('a folder that is gone is noticed, no empty center takes its place, and it opens where it was moved to', async () => {
  const { folder, data, file } = usedFolder()
  const moved = join(folder, 'moved')
  renameSync(data, moved)
  const { address } = await startProgram(folder)
  expect(await trouble(address)).toBe('missing')
  expect(existsSync(file)).toBe(false)
  const page = await fetch(address)
  expect(page.status).toBe(503)
  const text = await page.text()
  expect(text).toContain('データが見つかりません')
  expect(text).toContain('金沢区災害ボランティアセンター')
  // Beginning anew is not on this page, only the way to it.
  expect(text).not.toContain('value="startNew"')
  await pressOnPage(address, { act: 'folder', folder: join(folder, 'nowhere') })
  expect(await (await fetch(address)).text()).toContain('そのフォルダにデータがありません')
  await pressOnPage(address, { act: 'folder', folder: moved })
  await vi.waitFor(() => expect(existsSync(join(moved, 'running.json'))).toBe(true), patience)
})

test('a folder that is moved away under a running center stops it without a crash, and put back it goes on after a restart', async () => {
  const { folder, data } = usedFolder()
  const first = await startProgram(folder)
  await untilOpen(first.address)
  renameSync(data, join(folder, 'moved'))
  await vi.waitFor(async () => expect(await healthOf(first.address)).toMatchObject({ ok: false }), patience)
  await first.stop()
  expect(first.exited()).toBe(0)
  expect(existsSync(data)).toBe(false)
  renameSync(join(folder, 'moved'), data)
  const second = await startProgram(folder)
  await untilOpen(second.address)
})

/** What no permission keeps root from: the folder is mounted for reading alone. Anybody else lacks the permission. */
function lockAgainstWriting(folder: string): () => void {
  const isRoot = process.getuid?.() === 0
  const mount = (...args: string[]) => spawnSync('mount', args).status === 0
  const undo = () => {
    if (isRoot) spawnSync('umount', ['-l', folder])
    else chmodSync(folder, 0o755)
  }
  if (!isRoot) chmodSync(folder, 0o555)
  else expect(mount('--bind', folder, folder) && mount('-o', 'remount,ro,bind', folder)).toBe(true)
  onTestFinished(undo)
  return undo
}

const withPermissions = test.skipIf(process.platform === 'win32')

withPermissions('a folder that cannot be written is said on a page, left as it is, and opens once it can', async () => {
  const { folder, data, file } = usedFolder()
  const before = [readdirSync(data), hashOf(file)]
  const undo = lockAgainstWriting(data)
  const { address, printed } = await startProgram(folder, ['--port', '18464', '--data', data])
  expect(await trouble(address)).toBe('unwritable')
  expect(printed()).toContain('データのフォルダに書き込めません')
  const text = await (await fetch(address)).text()
  expect(text).toContain('データには手を加えていません')
  expect(text).toContain('もう一度確かめる')
  // Nobody begins anew elsewhere while there is a center here.
  await pressOnPage(address, { act: 'folder', folder: join(folder, 'empty') })
  expect(await (await fetch(address)).text()).toContain('そのフォルダにデータがありません')
  await pressOnPage(address, { act: 'again' })
  expect(await trouble(address)).toBe('unwritable')
  expect([readdirSync(data), hashOf(file)]).toEqual(before)
  undo()
  await pressOnPage(address, { act: 'again' })
  await untilOpen(address)
})

withPermissions('where nothing could be written yet, another folder is as good', async () => {
  const folder = newFolder()
  const data = join(folder, 'data')
  mkdirSync(data)
  lockAgainstWriting(data)
  const { address } = await startProgram(folder, ['--port', '18465', '--data', data])
  expect(await trouble(address)).toBe('unwritable')
  const other = join(folder, 'other')
  await pressOnPage(address, { act: 'folder', folder: other })
  await untilOpen(address)
  expect(existsSync(join(other, 'sasae.db'))).toBe(true)
})

test('a new center is begun only by whoever says so twice, and what was there is kept under another name', async () => {
  const { folder, data, file } = usedFolder()
  writeFileSync(file, Buffer.alloc(8192, 7))
  const port = '18461'
  const { address } = await startProgram(folder, ['--port', port, '--data', data])
  expect(await trouble(address)).toBe('unreadable')
  const asked = await pressOnPage(address, { act: 'startNew' })
  expect(await asked.text()).toContain('確かめた印をつけてください')
  expect(await trouble(address)).toBe('unreadable')
  await pressOnPage(address, { act: 'startNew', confirmed: 'yes' })
  await untilOpen(address)
  expect(await healthOf(address)).toMatchObject({ seq: 0 })
  const aside = readdirSync(data).find((name) => name.startsWith('aside_'))
  expect(readFileSync(join(data, aside ?? '')).equals(Buffer.alloc(8192, 7))).toBe(true)
})

test('a file whose key is not here opens with the words of the recovery sheet, and a wrong line is named', async () => {
  const { folder, config, key, file } = usedFolder()
  rmSync(join(config, 'key'))
  const before = hashOf(file)
  const { address } = await startProgram(folder, ['--port', '18462', '--data', join(folder, 'data')])
  expect(await trouble(address)).toBe('keyMissing')
  const lines = recoveryLines(key)
  const wrong = lines.with(2, lines[2]?.replace(/^./, (one) => (one === 'A' ? 'B' : 'A')) ?? '')
  await pressOnPage(address, { act: 'words', typed: wrong.join('\n') })
  expect(await (await fetch(address)).text()).toContain('3行目に読み違い')
  await pressOnPage(address, { act: 'words', typed: recoveryLines('cd'.repeat(32)).join(' ') })
  expect(await (await fetch(address)).text()).toContain('別のセンターのもの')
  expect(hashOf(file)).toBe(before)
  await pressOnPage(address, { act: 'words', typed: lines.join('\n').toLowerCase() })
  await untilOpen(address)
  expect(readKey(config)).toEqual({ kind: 'open', key })
})

test('a key that was locked opens by the badge or the sheet, never by a PIN, and stays locked', async () => {
  const { folder, config, key, data } = usedFolder()
  const badge = newSecret()
  lockKey(config, key, { holder: 'other', name: '山田', secret: newSecret() })
  lockKey(config, key, { holder: 'lead', name: '佐藤', secret: badge })
  expect(existsSync(join(config, 'key'))).toBe(false)
  const args = ['--port', '18463', '--data', data]
  const first = await startProgram(folder, args)
  expect(await trouble(first.address)).toBe('locked')
  await pressOnPage(first.address, { act: 'badge', typed: '123456' })
  expect(await (await fetch(first.address)).text()).toContain('PINでは開きません')
  await pressOnPage(first.address, { act: 'badge', typed: badgeText(newSecret()) })
  expect(await (await fetch(first.address)).text()).toContain('このバッジでは開きません')
  await pressOnPage(first.address, { act: 'badge', typed: ` ${badgeText(badge)}\n` })
  await untilOpen(first.address)
  expect(readKey(config)).toEqual({ kind: 'locked' })
  await first.stop()
  const second = await startProgram(folder, args)
  await pressOnPage(second.address, { act: 'words', typed: recoveryLines(key).join('') })
  await untilOpen(second.address)
  expect(readKey(config)).toEqual({ kind: 'locked' })
})

test('damage in the middle of the file is found before anything is served, and the file is left as it is', async () => {
  const { folder, file } = usedFolder()
  const bytes = readFileSync(file)
  const place = Math.floor(bytes.length / 2)
  bytes[place] = (bytes[place] ?? 0) ^ 1
  writeFileSync(file, bytes)
  const { address } = await startProgram(folder)
  expect(await trouble(address)).toBe('damaged')
  expect(hashOf(file)).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect((await fetch(`${address}/api/changes`)).status).toBe(503)
})

test('a file of a newer version is refused in words and not touched', async () => {
  const { folder, file, key } = usedFolder()
  const db = kyselyOver(openDatabaseFile(file, key))
  await db.executeQuery(CompiledQuery.raw("insert into kysely_migration values ('9999-later', '2030-01-01T00:00:00Z')"))
  await db.destroy()
  const before = hashOf(file)
  const { address } = await startProgram(folder)
  expect(await trouble(address)).toBe('newer')
  expect(await (await fetch(address)).text()).toContain('ささえ を新しい版にして、立ち上げ直してください')
  expect(hashOf(file)).toBe(before)
})

test('an older copy in the place of the file is noticed, and goes on only when somebody says so', async () => {
  const { folder, file, data } = usedFolder()
  const older = readFileSync(file)
  const args = ['--port', '18464', '--data', data]
  const second = await startProgram(folder, args)
  await signInTwice(second.address)
  await second.stop()
  expect(existsSync(`${file}-wal`)).toBe(false)
  writeFileSync(file, older)
  const third = await startProgram(folder, args)
  expect(await trouble(third.address)).toBe('older')
  expect(await (await fetch(third.address)).text()).toContain('入っていない記録: 2件')
  await pressOnPage(third.address, { act: 'acceptOlder' })
  await untilOpen(third.address)
})

async function signInTwice(address: string): Promise<void> {
  for (const device of ['one', 'two']) {
    const body = JSON.stringify({ name: '佐藤', pin: '123456', device })
    const headers = { 'content-type': 'application/json' }
    expect((await fetch(`${address}/api/session`, { method: 'POST', headers, body })).status).toBe(200)
  }
}

test('a folder that a cloud keeps in step is refused until somebody knows what that means', async () => {
  const folder = newFolder()
  const data = join(folder, 'OneDrive - 社協', 'data')
  mkdirSync(data, { recursive: true })
  const args = ['--port', '18465', '--data', data]
  const first = await startProgram(folder, args)
  expect(await trouble(first.address)).toBe('place')
  expect(await (await fetch(first.address)).text()).toContain('クラウドと同期するフォルダです')
  expect(existsSync(join(data, 'sasae.db'))).toBe(false)
  await pressOnPage(first.address, { act: 'acceptPlace' })
  await untilOpen(first.address)
  await first.stop()
  await untilOpen((await startProgram(folder, args)).address)
})

test('the page is for this laptop: others are told to wait, other sites are refused, and nothing foreign may load', async () => {
  const { folder, config } = usedFolder()
  rmSync(join(config, 'key'))
  const { address } = await startProgram(folder)
  const [elsewhere] = lanAddresses()
  if (elsewhere) {
    const seen = await (await fetch(address.replace('localhost', elsewhere))).text()
    expect(seen).toContain('しばらくしてから')
    expect(seen).not.toContain('復旧の紙')
    const pressed = await pressOnPage(address.replace('localhost', elsewhere), { act: 'startNew', confirmed: 'yes' })
    expect(pressed.status).toBe(503)
  }
  const foreign = await fetch(`${address}/trouble`, { method: 'POST', headers: { origin: 'http://evil.example' } })
  expect(foreign.status).toBe(403)
  const policy = (await fetch(address)).headers.get('content-security-policy')
  expect(policy).toMatch(/default-src 'none'; style-src 'sha256-/)
  expect(await trouble(address)).toBe('keyMissing')
})

test('a damaged file goes on from the stick that this computer remembers, up to the last minute', async () => {
  const { folder, file, data, key } = usedFolder()
  const stick = join(folder, 'stick')
  mkdirSync(stick)
  const args = ['--port', '18467', '--data', data]
  const driver = openDatabaseFile(file, key)
  driver.prepare('update keeping_state set second_folder = ?').run(stick)
  const centerId = driver.prepare<[], string>('select id from center').pluck().get() ?? ''
  driver.close()
  writeFileSync(join(stick, folderMark), '')
  const parts = { file, key, folder: join(data, 'backups'), secondFolder: stick }
  makeBackup({ ...parts, emptierIsMeant: true, reason: 'hourly', at: '2026-11-28T02:00:00.000Z' })
  const first = await startProgram(folder, args)
  await first.stop()
  makePiece({ ...parts, centerId, at: '2026-11-28T02:59:00.000Z' })
  rmSync(join(data, 'backups'), { recursive: true })
  const bytes = readFileSync(file)
  bytes.fill(9, bytes.length / 2, bytes.length / 2 + 100)
  writeFileSync(file, bytes)
  const { address } = await startProgram(folder, args)
  expect(await trouble(address)).toBe('damaged')
  expect(await (await fetch(address)).text()).toContain('11:59 の控えで再開')
  await pressOnPage(address, { act: 'restore', backup: listPieces(stick)[0]?.name ?? '' })
  await untilOpen(address)
})

test('a damaged file goes on from the last good copy, also from a stick, and the damaged one is kept', async () => {
  const { folder, file, data, key } = usedFolder()
  const backups = join(data, 'backups')
  const parts = { file, key, secondFolder: '', emptierIsMeant: true, reason: 'button' as const }
  const made = makeBackup({ ...parts, folder: backups, at: '2026-11-28T02:00:00.000Z' })
  const stick = join(folder, 'stick')
  renameSync(backups, stick)
  const bytes = readFileSync(file)
  bytes.fill(9, bytes.length / 2, bytes.length / 2 + 100)
  writeFileSync(file, bytes)
  const { address } = await startProgram(folder, ['--port', '18466', '--data', data])
  expect(await trouble(address)).toBe('damaged')
  await pressOnPage(address, { act: 'restore', backup: '../../etc/passwd' })
  expect(await (await fetch(address)).text()).toContain('この控えは使えませんでした')
  await pressOnPage(address, { act: 'folder', folder: stick })
  const page = await (await fetch(address)).text()
  expect(page).toContain('最後の正常な控え')
  expect(page).toContain('11:00 の控えで再開')
  await pressOnPage(address, { act: 'restore', backup: made.name })
  await untilOpen(address)
  expect(await healthOf(address)).toMatchObject({ seq: made.facts.seq })
  const aside = readdirSync(data).filter((name) => name.startsWith('aside_') && name.endsWith('.db'))
  expect(aside.map((name) => readFileSync(join(data, name)).equals(bytes))).toEqual([true])
})
