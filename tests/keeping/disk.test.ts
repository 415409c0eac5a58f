import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { io } from 'socket.io-client'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openCenter } from '#server/app.ts'
import { openDatabaseFile } from '#server/database/open.ts'
import { storageFaultOf } from '#server/database/storage-fault.ts'
import { DiskWatch } from '#server/keeping/disk-room.ts'
import { KeepingVoice } from '#server/keeping/voice.ts'
import { serveCenter } from '#server/transport/serve.ts'
import { Problem } from '#shared/core/problem.ts'
import { deskSenders, setUpAndOpen, TestClock } from '#tests/support/center.ts'
import { expectConsoleError } from '#tests/support/expected-errors.ts'
import { receptionForm } from '#tests/support/given.ts'
import { noOutside } from '#tests/support/no-outside.ts'
import { problemCode } from '#tests/support/served.ts'

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sasae-disk-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A center on a real file, whose disk the test can fill: SQLite answers as it does when a disk has no room. */
async function centerOnFile() {
  const file = join(newFolder(), 'sasae.db')
  const driver = openDatabaseFile(file, 'ab'.repeat(32))
  const center = await openCenter({ driver, clock: new TestClock(), kind: 'live' })
  onTestFinished(() => center.close())
  await setUpAndOpen(center)
  const most = driver.pragma('max_page_count', { simple: true })
  return {
    ...deskSenders(center),
    file,
    fill: () => driver.pragma(`max_page_count = ${Number(driver.pragma('page_count', { simple: true }))}`),
    makeRoom: () => driver.pragma(`max_page_count = ${Number(most)}`),
  }
}

const refusalOf = (sent: Promise<unknown>) =>
  sent.then(
    () => null,
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  )

/** Acts until the disk takes no more; how many were taken. */
async function sendUntilRefused(send: () => Promise<unknown>): Promise<{ taken: number; error: unknown }> {
  for (let taken = 0; taken < 500; taken++) {
    try {
      await send()
    } catch (error) {
      return { taken, error }
    }
  }
  throw new Error('the disk was never full')
}

test('a full disk refuses and half-writes nothing, reading goes on, and with room the same act succeeds by itself', async () => {
  const { center, phone, lead, device, fill, makeRoom } = await centerOnFile()
  const count = async () => (await device(lead)).store.all('attendance').length
  fill()
  let form = receptionForm()
  const { taken, error } = await sendUntilRefused(() => {
    form = receptionForm()
    return phone.send('volunteers.checkIn', form)
  })
  expect(error).toMatchObject({ code: 'keeping.diskFull' })
  expect(await count()).toBe(taken)
  expect(center.health.writable).toBe(true)
  expect(center.keeping.state).toMatchObject({ reason: null, room: 'full' })
  makeRoom()
  await phone.send('volunteers.checkIn', form)
  expect(await count()).toBe(taken + 1)
})

test('commands that share a commit on a full disk are refused together, and each succeeds once there is room', async () => {
  const { center, phone, fill, makeRoom } = await centerOnFile()
  fill()
  await sendUntilRefused(() => phone.send('volunteers.checkIn', receptionForm()))
  const forms = Array.from({ length: 20 }, () => receptionForm())
  const { seq } = center.health
  const refused = await Promise.all(forms.map((form) => refusalOf(phone.send('volunteers.checkIn', form))))
  expect(new Set(refused)).toEqual(new Set(['keeping.diskFull']))
  expect(center.health.seq).toBe(seq)
  makeRoom()
  await Promise.all(forms.map((form) => phone.send('volunteers.checkIn', form)))
  expect(center.health.seq).toBe(seq + forms.length)
})

test('errors of the disk are told apart: no room, an error that stops all writing, damage, and mistakes of ours', () => {
  const withCode = (code: string) => Object.assign(new Error(code), { code })
  const faults = ['SQLITE_FULL', 'SQLITE_IOERR_FSYNC', 'SQLITE_IOERR_WRITE', 'SQLITE_CORRUPT', 'SQLITE_NOTADB']
  expect(faults.map((code) => storageFaultOf(withCode(code)))).toEqual([
    'full',
    'ioError',
    'ioError',
    'damaged',
    'damaged',
  ])
  for (const code of ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_ERROR', 'SQLITE_BUSY']) {
    expect(storageFaultOf(withCode(code))).toBeNull()
  }
  expect(storageFaultOf(new Error('x'))).toBeNull()
})

test('desks are warned below 2 GB and below 500 MB, and the reserve is kept, given free and made again', async () => {
  const folder = newFolder()
  const voice = new KeepingVoice()
  let free = 100e9
  const watch = new DiskWatch(folder, voice, () => free)
  onTestFinished(() => watch.stop())
  const reserve = join(folder, 'reserve')
  await vi.waitFor(() => expect(voice.state).toMatchObject({ room: 'enough', reserve: true }), { timeout: 20_000 })
  expect(statSync(reserve).size).toBe(64 * 1024 * 1024)
  const rooms = [1.9e9, 400e6, 1000].map((left) => {
    free = left
    watch.review()
    return voice.state.room
  })
  expect(rooms).toEqual(['low', 'veryLow', 'full'])
  watch.release()
  expect(voice.state.reserve).toBe(false)
  expect(statSync(reserve, { throwIfNoEntry: false })).toBeUndefined()
  // What a power cut left of it is no reserve.
  writeFileSync(reserve, 'half')
  free = 100e9
  watch.review()
  await vi.waitFor(() => expect(voice.state).toMatchObject({ room: 'enough', reserve: true }), { timeout: 20_000 })
})

test('an error of the disk at the commit is heard at once by everyone who listens, and nothing is written after it', async () => {
  const { center, phone, lead } = await centerOnFile()
  expectConsoleError(/writing has stopped/)
  const heard: (string | null)[] = []
  center.keeping.onChange(({ reason }) => heard.push(reason))
  const begin = center.db.startTransaction.bind(center.db)
  const commit = () => ({
    execute: () => Promise.reject(Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' })),
  })
  Object.assign(center.db, {
    startTransaction: () => ({ execute: async () => Object.assign(await begin().execute(), { commit }) }),
  })
  await expect(phone.send('volunteers.checkIn', receptionForm())).rejects.toMatchObject({
    code: 'core.readOnly',
    details: { reason: 'ioError' },
  })
  Object.assign(center.db, { startTransaction: begin })
  await expect(phone.send('volunteers.checkIn', receptionForm())).rejects.toMatchObject({ code: 'core.readOnly' })
  center.stopWriting('damaged')
  expect(heard).toEqual(['ioError'])
  expect(await refusalOf(lead.send('center.setWifi', { ssid: 'x', password: '', basedOnSeq: 0 }))).toBe('core.readOnly')
})

test('a mistake that only the commit shows costs its own command, not those that came with it', async () => {
  const { center, phone } = await centerOnFile()
  const begin = center.db.startTransaction.bind(center.db)
  let failures = 1
  Object.assign(center.db, {
    startTransaction: () => ({
      execute: async () => {
        const transaction = await begin().execute()
        const fails = failures-- > 0
        const commit = () => ({ execute: () => Promise.reject(new Error('a deferred constraint')) })
        return fails ? Object.assign(transaction, { commit }) : transaction
      },
    }),
  })
  const forms = Array.from({ length: 5 }, () => receptionForm())
  await Promise.all(forms.map((form) => phone.send('volunteers.checkIn', form)))
  expect(center.health).toMatchObject({ writable: true })
})

test('a desk is told over its line that writing has stopped, and one that comes later as well', async () => {
  const { center } = await centerOnFile()
  const served = await serveCenter(center, 0, noOutside)
  onTestFinished(() => served.close())
  const address = `http://127.0.0.1:${served.port}`
  const signedIn = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: '佐藤', pin: '123456', device: 'desk' }),
  })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const reasonsHeardBy = (headers: Record<string, string>) => {
    const heard: unknown[] = []
    const socket = io(address, { transports: ['websocket'], extraHeaders: headers })
    onTestFinished(() => void socket.disconnect())
    socket.on('keeping', ({ reason }) => heard.push(reason))
    return heard
  }
  const [desk, stranger] = [reasonsHeardBy({ cookie }), reasonsHeardBy({})]
  await vi.waitFor(() => expect(desk).toEqual([null]), { timeout: 20_000 })
  center.stopWriting('ioError')
  await vi.waitFor(() => expect(desk).toEqual([null, 'ioError']), { timeout: 20_000 })
  const later = reasonsHeardBy({ cookie })
  await vi.waitFor(() => expect(later).toEqual(['ioError']), { timeout: 20_000 })
  expect(stranger).toEqual([])
  const restart = await fetch(`${address}/api/keeping/restart`, { method: 'POST', headers: { cookie } })
  // Nobody watches over this process, so it does not go down either.
  expect(await problemCode(restart)).toBe('keeping.restartByHand')
  expect(await problemCode(await fetch(`${address}/api/keeping/restart`, { method: 'POST' }))).toBe('core.notSignedIn')
})
