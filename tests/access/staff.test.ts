import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { ids, testCenter } from '#tests/support/center.ts'
import { servedCenter } from '#tests/support/served.ts'

test('a person is added with desks that exist, under a name of their own', async () => {
  const { lead, device } = await testCenter()
  const desk = await device(lead)
  const staffId = newId()
  await lead.send('access.addStaff', { staffId, name: '鈴木', pin: '222222', deskNames: ['reception'] })
  expect(desk.store.get('staff', staffId)).toMatchObject({ name: '鈴木', status: 'active' })
  const again = lead.send('access.addStaff', {
    staffId: newId(),
    name: '鈴木',
    pin: '333333',
    deskNames: [] as string[],
  })
  await expect(again).rejects.toMatchObject({ code: 'core.unfitInput' })
  await expect(
    lead.send('access.addStaff', { staffId: newId(), name: '鈴木', pin: '333333', deskNames: ['needs'] }),
  ).rejects.toMatchObject({ code: 'access.nameTaken' })
  await expect(lead.send('access.assignDesks', { staffId, deskNames: ['kitchen'] })).rejects.toMatchObject({
    code: 'access.unknownDesk',
  })
})

test('the last lead can neither leave nor give up the lead', async () => {
  const { lead } = await testCenter()
  await expect(lead.send('access.retireStaff', { staffId: ids.lead })).rejects.toMatchObject({
    code: 'access.lastLead',
  })
  await expect(lead.send('access.assignDesks', { staffId: ids.lead, deskNames: ['needs'] })).rejects.toMatchObject({
    code: 'access.lastLead',
  })
})

test('an act is never taken as that of whoever sits there now', async () => {
  const { post, lead } = await servedCenter()
  const staffId = newId()
  await lead.send('access.addStaff', { staffId, name: '鈴木', pin: '222222', deskNames: ['reception'] })
  const seat = await post('/api/session', JSON.stringify({ name: '鈴木', pin: '222222', device: 'desk' }))
  const cookie = seat.headers.get('set-cookie')?.split(';')[0] ?? ''
  const act = (author: string) =>
    post(
      '/api/commands',
      JSON.stringify({
        id: newId(),
        type: 'center.writeJournalEntry',
        device: 'desk',
        author,
        input: { entryId: newId(), fromWhom: '', toWhom: '', certainty: 'fact', text: '雨が降りはじめた' },
      }),
      { cookie },
    )
  expect((await act(ids.lead)).status).toBe(409)
  expect((await act(staffId)).status).toBe(200)
})

test('whoever sits down ends the session of the one before', async () => {
  const { post, address, lead } = await servedCenter()
  await lead.send('access.addStaff', { staffId: newId(), name: '鈴木', pin: '222222', deskNames: ['reception'] })
  const sit = async (name: string, pin: string, before: string) => {
    const reply = await post('/api/session', JSON.stringify({ name, pin, device: 'desk' }), { cookie: before })
    return reply.headers.get('set-cookie')?.split(';')[0] ?? ''
  }
  const first = await sit('佐藤', '123456', '')
  await sit('鈴木', '222222', first)
  const state: unknown = await (await fetch(`${address}/api/session`, { headers: { cookie: first } })).json()
  expect(state).toMatchObject({ staff: null })
})
