import { describe, expect, test } from 'vitest'
import { badgeIn, badgeText } from '#shared/access/badge.ts'
import { newId, newSecret } from '#shared/core/ids.ts'
import { ids } from '#tests/support/center.ts'
import { servedCenter, Visitor } from '#tests/support/served.ts'

/** A center with 鈴木 at reception, who has a badge. */
async function withBadge() {
  const parts = await servedCenter()
  const [staffId, badge] = [newId(), newSecret()]
  await parts.lead.send('access.addStaff', { staffId, name: '鈴木', pin: '222222', deskNames: ['reception'] })
  await parts.lead.send('access.issueBadge', { staffId, badge })
  return { ...parts, staffId, badge, elsewhere: () => Visitor.elsewhere(parts.served.port) }
}

const seat = { asksBadge: true, names: ['鈴木'] }

test('a device that never saw a badge takes neither name nor PIN, whosever they are', async () => {
  const { elsewhere } = await withBadge()
  const visitor = await elsewhere()
  expect(await visitor.json('/api/session')).toMatchObject({ asksBadge: true, names: [] })
  for (const [name, pin] of [
    ['鈴木', '222222'],
    ['鈴木', '000000'],
    ['だれか', '222222'],
  ] as const)
    expect(await visitor.signIn({ name }, pin)).toBe('access.badgeNeeded')
})

test('badge and PIN sign in; from then on the name and the PIN are enough on that device, and on no other', async () => {
  const { elsewhere, badge } = await withBadge()
  const [desk, other] = [await elsewhere(), await elsewhere()]
  expect(await desk.signIn({ badge }, '111111')).toBe('access.wrongPin')
  expect(await desk.signIn({ badge }, '222222')).toBe('')
  expect(await desk.json('/api/session')).toMatchObject({ ...seat, staff: { name: '鈴木' } })
  await desk.fetch('DELETE', '/api/session')
  expect(await desk.json('/api/session')).toMatchObject({ ...seat, staff: null })
  expect(await desk.signIn({ name: '鈴木' }, '222222')).toBe('')
  expect(await desk.signIn({ name: '佐藤' }, '123456')).toBe('access.badgeNeeded')
  expect(await other.signIn({ name: '鈴木' }, '222222')).toBe('access.badgeNeeded')
})

test('the next morning the badge is asked for again', async () => {
  const { elsewhere, badge, clock } = await withBadge()
  const desk = await elsewhere()
  await desk.signIn({ badge }, '222222')
  clock.pass(24 * 60)
  expect(await desk.signIn({ name: '鈴木' }, '222222')).toBe('access.badgeNeeded')
})

test('a badge that was issued anew kills the old one, also where a device had met it', async () => {
  const { elsewhere, badge, lead, staffId } = await withBadge()
  const desk = await elsewhere()
  await desk.signIn({ badge }, '222222')
  const fresh = newSecret()
  await lead.send('access.issueBadge', { staffId, badge: fresh })
  expect(await desk.signIn({ badge }, '222222')).toBe('access.unknownBadge')
  expect(await desk.signIn({ name: '鈴木' }, '222222')).toBe('access.badgeNeeded')
  expect(await desk.signIn({ badge: fresh }, '222222')).toBe('')
})

test('a badge goes with its person', async () => {
  const { elsewhere, badge, lead, staffId } = await withBadge()
  await lead.send('access.retireStaff', { staffId })
  const desk = await elsewhere()
  expect(await desk.signIn({ badge }, '222222')).toBe('access.unknownBadge')
  await expect(lead.send('access.issueBadge', { staffId, badge: newSecret() })).rejects.toMatchObject({
    code: 'access.unknownStaff',
  })
})

test('a new PIN leaves the badge alone', async () => {
  const { elsewhere, badge, lead, staffId } = await withBadge()
  await lead.send('access.changePin', { staffId, pin: '333333' })
  const desk = await elsewhere()
  expect(await desk.signIn({ badge }, '222222')).toBe('access.wrongPin')
  expect(await desk.signIn({ badge }, '333333')).toBe('')
})

test('on the laptop itself the lead always gets in', async () => {
  const { served } = await withBadge()
  const laptop = Visitor.onTheLaptop(served.port)
  expect(await laptop.json('/api/session')).toMatchObject({ asksBadge: false, names: ['佐藤', '鈴木'] })
  expect(await laptop.signIn({ name: '佐藤' }, '123456')).toBe('')
})

test('a center that works by PIN alone asks nobody for a badge', async () => {
  const { elsewhere, lead } = await withBadge()
  await lead.send('access.setSignInRule', { badge: 'pinOnly', lockAfterMinutes: 3, basedOnSeq: 0 })
  const desk = await elsewhere()
  expect(await desk.json('/api/session')).toMatchObject({ asksBadge: false, names: [] })
  expect(await desk.signIn({ name: '鈴木' }, '222222')).toBe('')
})

test('of a badge and of the devices that met it, only hashes are kept', async () => {
  const { elsewhere, badge, center } = await withBadge()
  const desk = await elsewhere()
  await desk.signIn({ badge }, '222222')
  const tables = ['credential', 'enrolment', 'session', 'event_log', 'event_input'] as const
  const rows = await Promise.all(tables.map((table) => center.db.selectFrom(table).selectAll().execute()))
  const all = JSON.stringify(rows)
  for (const secret of [badge, ...desk.cookies.values()]) expect(all).not.toContain(secret)
})

test('PINs tried on a badge that was found are slowed', async () => {
  const { elsewhere, badge } = await withBadge()
  const visitor = await elsewhere()
  const codes: string[] = []
  for (let index = 0; index < 7; index++) codes.push(await visitor.signIn({ badge }, String(100_000 + index)))
  expect(codes.slice(5)).toEqual(['core.tooManyTries', 'core.tooManyTries'])
})

describe('what a scanner types', () => {
  const secret = newSecret()
  test.each([
    ['as it is', badgeText(secret)],
    ['in small letters', badgeText(secret).toLowerCase()],
    ['with its closing key', `${badgeText(secret)}\n`],
    [
      'through an input method that widens',
      badgeText(secret).replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    ],
  ])('is read %s', (_name, typed) => {
    expect(badgeIn(typed)).toBe(secret)
  })

  test.each(['', 'SASAE', secret, `${badgeText(secret)}0`, 'http://192.168.0.5/me'])('is no badge: %s', (typed) => {
    expect(badgeIn(typed)).toBeNull()
  })
})

test('a lead without a badge is given one like anybody', async () => {
  const { lead, device } = await servedCenter()
  const desk = await device(lead)
  await lead.send('access.issueBadge', { staffId: ids.lead, badge: newSecret() })
  expect(desk.store.get('staffBadge', ids.lead)).toMatchObject({ id: ids.lead })
})
