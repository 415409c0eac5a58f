import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { ids, Sender } from '#tests/support/center.ts'
import { withTwoLeads } from '#tests/support/two-leads.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'

test('an act that takes two waits for another lead, and then goes through under the same id', async () => {
  const { desk, consent, takahashi } = await withTwoLeads()
  const [id, act] = [newId(), { staffId: takahashi }]
  expect(await desk.send('access.retireStaff', act, id)).toBe('access.secondPersonNeeded')
  expect(await consent(id, '佐藤', '123456')).toBe('access.ownAct')
  expect(await consent(id, '高橋', '333333')).toBe('access.notAnotherLead')
  expect(await consent(id, '鈴木', '999999')).toBe('access.wrongPin')
  expect(await desk.send('access.retireStaff', act, id)).toBe('access.secondPersonNeeded')
  expect(await consent(id, '鈴木', '222222')).toBe('')
  expect(await desk.send('access.retireStaff', act, id)).toBe('')
})

test('whoever asked is no second person, by name or by their own badge, and is told so in words', async () => {
  const { desk, lead, takahashi } = await withTwoLeads()
  const [id, act, badge] = [newId(), { staffId: takahashi }, 'a'.repeat(32)]
  await lead.send('access.issueBadge', { staffId: ids.lead, badge })
  await desk.send('access.retireStaff', act, id)
  for (const claim of [{ badge }, { name: '佐藤' }]) {
    const consent = { ...claim, actId: id, pin: '123456', device: 'test' }
    expect(await desk.code('POST', '/api/session/consent', consent)).toBe('access.ownAct')
    expect(await desk.send('access.retireStaff', act, id)).toBe('access.secondPersonNeeded')
  }
  expect(problemSentence({ code: 'access.ownAct', details: {} }, 'ja')).toContain('もう1人の統括')
})

test('consent is to what stood in the act, and to no other', async () => {
  const { desk, consent, takahashi, suzuki } = await withTwoLeads()
  const id = newId()
  await desk.send('access.retireStaff', { staffId: takahashi }, id)
  await consent(id, '鈴木', '222222')
  expect(await desk.send('access.retireStaff', { staffId: suzuki }, id)).toBe('access.secondPersonNeeded')
  expect(await desk.send('access.retireStaff', { staffId: takahashi })).toBe('access.secondPersonNeeded')
})

test('nobody is called to consent to an act with an empty field', async () => {
  const { desk } = await withTwoLeads()
  const empty = { noticeId: newId(), to: '', because: '' }
  expect(await desk.send('privacy.postponeErasure', empty)).toBe('core.unfitInput')
})

test('who consented stands in the chronology', async () => {
  const { center, lead, device, suzuki } = await withTwoLeads()
  const desk = await device(lead)
  const system = new Sender(center, { kind: 'system' })
  await system.send('access.consentToAct', { actId: newId(), staffId: suzuki, forStaffId: ids.lead })
  const line = desk.store.all('logEntry').find(({ type }) => type === 'access.consentToAct')
  expect(line?.details).toMatchObject({ staff: '鈴木', for: '佐藤' })
})

test('a lead who was registered within the day consents to nothing of whoever registered them', async () => {
  const { desk, consent, takahashi, dayPasses } = await withTwoLeads({ longAgo: false })
  const [id, act] = [newId(), { staffId: takahashi }]
  await desk.send('access.retireStaff', act, id)
  expect(await consent(id, '鈴木', '222222')).toBe('access.tooNewToConsent')
  await dayPasses()
  await desk.signIn({ name: '佐藤' }, '123456')
  await desk.send('access.retireStaff', act, id)
  expect(await consent(id, '鈴木', '222222')).toBe('')
})

test('nor does a lead whose PIN they have just changed, or who was made a lead by such a one', async () => {
  const { center, lead, desk, consent, suzuki, takahashi } = await withTwoLeads()
  await lead.send('access.changePin', { staffId: suzuki, pin: '555555' })
  const [id, act, kato] = [newId(), { staffId: takahashi }, newId()]
  await desk.send('access.retireStaff', act, id)
  expect(await consent(id, '鈴木', '555555')).toBe('access.tooNewToConsent')
  if (lead.actor.kind !== 'staff') throw new Error('a lead is staff')
  const asSuzuki = new Sender(center, { ...lead.actor, staffId: suzuki })
  await asSuzuki.send('access.addStaff', { staffId: kato, name: '加藤', pin: '444444', deskNames: ['lead'] })
  expect(await consent(id, '加藤', '444444')).toBe('access.tooNewToConsent')
})
