import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Keeper } from '#server/keeping/keeper.ts'
import { badgesOf, keepBadges, lockKey, makeKey, readKey, unlockKey } from '#server/keeping/key-store.ts'
import { LockedKey } from '#server/keeping/locked-key.ts'
import { recoveryLines } from '#server/keeping/recovery-code.ts'
import { serveCenter } from '#server/transport/serve.ts'
import { badgeText } from '#shared/access/badge.ts'
import { newId, newSecret } from '#shared/core/ids.ts'
import { autostartIn } from '#tests/support/autostart-in.ts'
import { ids, testCenter } from '#tests/support/center.ts'
import { noOutside } from '#tests/support/no-outside.ts'
import { Visitor } from '#tests/support/served.ts'

function keeperOf(configFolder: string, key: string): Keeper {
  const dataFolder = join(configFolder, '..')
  const place = {
    file: join(dataFolder, 'sasae.db'),
    dataFolder,
    configFolder,
    key,
    autostart: autostartIn(dataFolder),
  }
  return { ...place, end: () => undefined, restart: () => false, releaseReserve: () => undefined }
}

/** A served center with a key of its own, its lead at the laptop, and somebody else at another desk. */
async function centerWithKey() {
  const folder = mkdtempSync(join(tmpdir(), 'sasae-key-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const configFolder = join(folder, 'config')
  const key = makeKey(configFolder)
  const parts = await testCenter()
  const keeper = keeperOf(configFolder, key)
  let now = 0
  const served = await serveCenter(parts.center, 0, noOutside, keeper, () => now)
  onTestFinished(() => served.close())
  const atLaptop = Visitor.onTheLaptop(served.port)
  expect(await atLaptop.signIn({ name: '佐藤' }, '123456')).toBe('')
  const passMinutes = (minutes: number) => {
    now += minutes * 60_000
  }
  return { ...parts, configFolder, key, served, atLaptop, passMinutes }
}

const prove = (visitor: Visitor) => visitor.code('POST', '/api/session/proof', { pin: '123456' })

test('the recovery sheet is printed by the lead at the center’s own computer, after the PIN, and the log says so', async () => {
  const { center, key, served, atLaptop, lead, device } = await centerWithKey()
  expect(await atLaptop.json('/api/keeping/key')).toEqual({ state: 'open', badges: [], sheetPrintedAt: null })
  await prove(atLaptop)
  const sheet = await (await atLaptop.fetch('GET', '/sheets/recovery')).text()
  for (const line of recoveryLines(key)) expect(sheet).toContain(line)
  expect(await atLaptop.send('keeping.printRecoverySheet', {})).toBe('')
  expect(await atLaptop.json('/api/keeping/key')).toMatchObject({ sheetPrintedAt: center.health.lastWrite })
  expect((await device(lead)).store.all('logEntry').map(({ type }) => type)).toContain('keeping.printRecoverySheet')
  const elsewhere = await Visitor.elsewhere(served.port)
  for (const [name, value] of atLaptop.cookies) elsewhere.cookies.set(name, value)
  for (const path of ['/sheets/recovery', '/api/keeping/key'])
    expect(await elsewhere.code('GET', path)).toBe('core.notAllowed')
  expect(await Visitor.onTheLaptop(served.port).code('GET', '/sheets/recovery')).toBe('core.notSignedIn')
})

test('whoever has not proved the PIN, or does not lead, gets no sheet', async () => {
  const { lead, served, atLaptop, passMinutes } = await centerWithKey()
  passMinutes(6)
  expect(await atLaptop.code('GET', '/sheets/recovery')).toBe('access.stepUpNeeded')
  await lead.send('access.addStaff', { staffId: newId(), name: '恵美', pin: '123456', deskNames: ['reception'] })
  const emi = Visitor.onTheLaptop(served.port)
  expect(await emi.signIn({ name: '恵美' }, '123456')).toBe('')
  await prove(emi)
  expect(await emi.code('GET', '/sheets/recovery')).toBe('core.notAllowed')
  expect(await emi.code('POST', '/api/keeping/key/unlock')).toBe('core.notAllowed')
})

test('the key is locked with the lead’s own badge alone, lies nowhere in the open then, and is unlocked again', async () => {
  const { configFolder, key, lead, atLaptop } = await centerWithKey()
  const badge = newSecret()
  await lead.send('access.issueBadge', { staffId: ids.lead, badge })
  await prove(atLaptop)
  for (const other of [badgeText(newSecret()), '123456', ''])
    expect(await atLaptop.code('POST', '/api/keeping/key/lock', { badge: other })).toBe('keeping.notYourBadge')
  expect(readKey(configFolder)).toEqual({ kind: 'open', key })
  expect(await atLaptop.code('POST', '/api/keeping/key/lock', { badge: badgeText(badge) })).toBe('')
  await lead.send('keeping.lockKey', {})
  expect(existsSync(join(configFolder, 'key'))).toBe(false)
  expect(readFileSync(join(configFolder, 'key-locked.json'), 'utf8')).not.toContain(key)
  expect(await atLaptop.json('/api/keeping/key')).toMatchObject({ state: 'locked', badges: ['佐藤'] })
  expect(unlockKey(configFolder, newSecret())).toBeUndefined()
  expect(unlockKey(configFolder, badge)).toBe(key)
  // A new badge of the same person takes the place of the old one.
  const fresh = newSecret()
  await lead.send('access.issueBadge', { staffId: ids.lead, badge: fresh })
  expect(unlockKey(configFolder, badge)).toBeUndefined()
  expect(unlockKey(configFolder, fresh)).toBe(key)
  expect(badgesOf(configFolder)).toHaveLength(1)
  expect(await atLaptop.code('POST', '/api/keeping/key/unlock')).toBe('')
  await lead.send('keeping.unlockKey', {})
  expect(readKey(configFolder)).toEqual({ kind: 'open', key })
})

/** A second lead, whose badge locked the key beside the first one's. */
async function lockedByTwo() {
  const parts = await centerWithKey()
  const { lead, configFolder, key } = parts
  const [second, own, others] = [newId(), newSecret(), newSecret()]
  const eri = { staffId: second, name: '恵理', pin: '654321', deskNames: ['lead'] }
  await lead.send('access.addStaff', eri)
  await lead.send('access.issueBadge', { staffId: ids.lead, badge: own })
  await lead.send('access.issueBadge', { staffId: second, badge: others })
  lockKey(configFolder, key, { holder: ids.lead, name: '佐藤', secret: own })
  lockKey(configFolder, key, { holder: second, name: eri.name, secret: others })
  return { ...parts, second, own, others }
}

test('the badge of somebody who left opens the key no longer, and whoever leads is told whose do', async () => {
  const { lead, configFolder, key, second, own, others, atLaptop } = await lockedByTwo()
  await lead.send('access.retireStaff', { staffId: second })
  expect(unlockKey(configFolder, others)).toBeUndefined()
  expect(unlockKey(configFolder, own)).toBe(key)
  expect(await atLaptop.json('/api/keeping/key')).toMatchObject({ state: 'locked', badges: ['佐藤'] })
})

test('a new badge of somebody whose badge never locked the key does not open it', async () => {
  const { lead, configFolder, second, own } = await lockedByTwo()
  const fresh = newSecret()
  keepBadges(configFolder, ({ holder }) => holder === ids.lead)
  await lead.send('access.issueBadge', { staffId: second, badge: fresh })
  expect(unlockKey(configFolder, fresh)).toBeUndefined()
  expect(unlockKey(configFolder, own)).toBeDefined()
})

test('what a power cut kept from being done is done at the next start: a withdrawn badge opens nothing', async () => {
  const { center, lead, configFolder, key, second, own, others } = await lockedByTwo()
  const locked = readFileSync(join(configFolder, 'key-locked.json'))
  await lead.send('access.retireStaff', { staffId: second })
  // The commit was durable, the key's file still as before.
  writeFileSync(join(configFolder, 'key-locked.json'), locked)
  new LockedKey().watch(center, keeperOf(configFolder, key))
  await vi.waitFor(() => expect(unlockKey(configFolder, others)).toBeUndefined())
  expect(unlockKey(configFolder, own)).toBe(key)
})
