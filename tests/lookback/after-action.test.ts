import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { givenNeed, givenWaiting } from '#tests/support/given-dispatch.ts'
import { servedCenter, Visitor } from '#tests/support/served.ts'

test('the report has figures, plots, a map and room to write, and names nobody', async () => {
  const desks = await servedCenter({ kind: 'drill' })
  await givenNeed(desks, { household: { name: '世帯カナリア' } })
  desks.clock.pass(20)
  await givenWaiting(desks.phone, 2, { name: '人カナリア' })
  desks.clock.pass(20)
  await givenWaiting(desks.phone, 1, { name: '人カナリア' })
  const lead = Visitor.onTheLaptop(desks.served.port)
  await lead.signIn({ name: '佐藤' }, '123456')
  const page = await (await lead.fetch('GET', '/sheets/after-action')).text()
  expect(page).toContain('data-kind="drill"')
  for (const words of ['点中', '受付した人と列', '依頼の減り方', '話し合いたい場面', '次に変えること', '泥亀二丁目'])
    expect(page).toContain(words)
  expect(page.match(/<polyline/g)?.length).toBeGreaterThan(3)
  expect(page).not.toContain('カナリア')
  const day = await (await lead.fetch('GET', '/sheets/after-action?date=2026-11-23')).text()
  expect(day).toContain('2026年11月23日')
  const wrong = await lead.fetch('GET', '/sheets/after-action?date=2020-01-01')
  expect(await wrong.text()).toContain('記録がありません。')
})

test('no other desk reads it', async () => {
  const desks = await servedCenter()
  const staff = { staffId: newId(), name: '総務の人', pin: '222222', deskNames: ['affairs'] }
  await desks.lead.send('access.addStaff', staff)
  const other = Visitor.onTheLaptop(desks.served.port)
  await other.signIn({ name: '総務の人' }, '222222')
  expect(await other.code('GET', '/sheets/after-action')).toBe('core.notAllowed')
})
