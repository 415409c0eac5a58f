import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { badgesOf, makeKey, readKey, unlockKey } from '#server/keeping/key-store.ts'
import { recoveryLines } from '#server/keeping/recovery-code.ts'
import { serveCenter } from '#server/transport/serve.ts'
import { badgeText } from '#shared/access/badge.ts'
import { newId, newSecret } from '#shared/core/ids.ts'
import { ids, testCenter } from '#tests/support/center.ts'
import { noOutside } from '#tests/support/no-outside.ts'
import { Visitor } from '#tests/support/served.ts'

/** A served center with a key of its own, its lead at the laptop, and somebody else at another desk. */
async function centerWithKey() {
  const folder = mkdtempSync(join(tmpdir(), 'sasae-key-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const configFolder = join(folder, 'config')
  const key = makeKey(configFolder)
  const parts = await testCenter()
  const place = { file: join(folder, 'sasae.db'), dataFolder: folder, configFolder, key }
  const keeper = { ...place, end: () => undefined, restart: () => false, releaseReserve: () => undefined }
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
  expect(await atLaptop.code('POST', '/api/keeping/key/lock', { badge: badgeText(fresh) })).toBe('')
  expect(unlockKey(configFolder, badge)).toBeUndefined()
  expect(badgesOf(configFolder)).toHaveLength(1)
  expect(await atLaptop.code('POST', '/api/keeping/key/unlock')).toBe('')
  await lead.send('keeping.unlockKey', {})
  expect(readKey(configFolder)).toEqual({ kind: 'open', key })
})
