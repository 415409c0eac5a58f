import { expect, test } from 'vitest'
import type { Handler } from '#server/core/handlers.ts'
import { newId } from '#shared/core/ids.ts'
import { ids, Sender } from '#tests/support/center.ts'
import { servedCenter, Visitor } from '#tests/support/served.ts'

/** A center where taking somebody from the staff takes two, and where 鈴木 is a lead as well; 高橋 is none. */
async function withTwoLeads() {
  const parts = await servedCenter()
  const { center, lead, served } = parts
  const handlers = center.handlers as Map<string, Handler>
  const one = handlers.get('access.retireStaff')
  if (one) handlers.set('access.retireStaff', { ...one, command: { ...one.command, twoPeople: true } })
  const [suzuki, takahashi] = [newId(), newId()]
  await lead.send('access.addStaff', { staffId: suzuki, name: '鈴木', pin: '222222', deskNames: ['lead'] })
  await lead.send('access.addStaff', { staffId: takahashi, name: '高橋', pin: '333333', deskNames: ['reception'] })
  const desk = Visitor.onTheLaptop(served.port)
  await desk.signIn({ name: '佐藤' }, '123456')
  const consent = (actId: string, name: string, pin: string) =>
    desk.code('POST', '/api/session/consent', { actId, name, pin, device: 'test' })
  return { ...parts, desk, consent, suzuki, takahashi }
}

test('an act that takes two waits for another lead, and then goes through under the same id', async () => {
  const { desk, consent, takahashi } = await withTwoLeads()
  const [id, act] = [newId(), { staffId: takahashi }]
  expect(await desk.send('access.retireStaff', act, id)).toBe('access.secondPersonNeeded')
  expect(await consent(id, '佐藤', '123456')).toBe('access.notAnotherLead')
  expect(await consent(id, '高橋', '333333')).toBe('access.notAnotherLead')
  expect(await consent(id, '鈴木', '999999')).toBe('access.wrongPin')
  expect(await desk.send('access.retireStaff', act, id)).toBe('access.secondPersonNeeded')
  expect(await consent(id, '鈴木', '222222')).toBe('')
  expect(await desk.send('access.retireStaff', act, id)).toBe('')
})

test('consent is to what stood in the act, and to no other', async () => {
  const { desk, consent, takahashi, suzuki } = await withTwoLeads()
  const id = newId()
  await desk.send('access.retireStaff', { staffId: takahashi }, id)
  await consent(id, '鈴木', '222222')
  expect(await desk.send('access.retireStaff', { staffId: suzuki }, id)).toBe('access.secondPersonNeeded')
  expect(await desk.send('access.retireStaff', { staffId: takahashi })).toBe('access.secondPersonNeeded')
})

test('who consented stands in the chronology', async () => {
  const { center, lead, device, suzuki } = await withTwoLeads()
  const desk = await device(lead)
  const system = new Sender(center, { kind: 'system' })
  await system.send('access.consentToAct', { actId: newId(), staffId: suzuki, forStaffId: ids.lead })
  const line = desk.store.all('logEntry').find(({ type }) => type === 'access.consentToAct')
  expect(line?.details).toMatchObject({ staff: '鈴木', for: '佐藤' })
})
