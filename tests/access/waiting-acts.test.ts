import { expect, test } from 'vitest'
import { WaitingRoom } from '#server/access/waiting-room.ts'
import { dayHasPassed } from '#shared/access/waiting-rules.ts'
import { newId } from '#shared/core/ids.ts'
import { ids, Sender } from '#tests/support/center.ts'
import { Visitor } from '#tests/support/served.ts'
import { withTwoLeads } from '#tests/support/two-leads.ts'

/** 佐藤 wants 高橋 taken from the staff, and nobody is there to consent. */
async function withWaitingAct(wishes: Parameters<typeof withTwoLeads>[0] = {}) {
  const parts = await withTwoLeads(wishes)
  const { desk, center, takahashi, lead, device } = parts
  const actId = newId()
  const ask = () => desk.send('access.retireStaff', { staffId: takahashi }, actId)
  expect(await ask()).toBe('access.secondPersonNeeded')
  expect(await desk.code('POST', '/api/session/deferral', { actId, device: 'test' })).toBe('')
  const room = new WaitingRoom()
  room.watch(center, () => 0, false)
  const screen = await device(lead)
  return {
    ...parts,
    actId,
    ask,
    look: () => room.look(),
    seen: () => screen.store.get('waitingAct', actId),
    isThere: () => screen.store.get('staff', takahashi)?.status === 'active',
  }
}

test('an act that nobody can consent to waits in sight of every desk, and is carried out a day later', async () => {
  const { ask, look, seen, isThere, runs, clock } = await withWaitingAct()
  expect(seen()).toMatchObject({ type: 'access.retireStaff', forName: '佐藤', status: 'waiting' })
  expect(await ask()).toBe('access.actWaits')
  await runs(6)
  clock.pass(24 * 60 - 1)
  await look()
  expect(isThere()).toBe(true)
  clock.pass(1)
  await look()
  expect(isThere()).toBe(false)
  expect(seen()).toMatchObject({ status: 'done', problem: null })
})

test('a clock set on by a day carries nothing out, and a clock set back holds nothing up for ever', () => {
  const at = '2026-11-23T00:00:00.000Z'
  expect(dayHasPassed({ at, ranHours: 5 }, '2026-12-24T00:00:00.000Z')).toBe(false)
  expect(dayHasPassed({ at, ranHours: 6 }, '2026-11-23T23:59:59.000Z')).toBe(false)
  expect(dayHasPassed({ at, ranHours: 6 }, '2026-11-24T00:00:00.000Z')).toBe(true)
  expect(dayHasPassed({ at, ranHours: 24 }, '2020-01-01T00:00:00.000Z')).toBe(false)
  expect(dayHasPassed({ at, ranHours: 25 }, '2020-01-01T00:00:00.000Z')).toBe(true)
})

test('while another lead sits at a desk the day alone is not enough: they are asked', async () => {
  const { look, seen, dayPasses, served } = await withWaitingAct()
  await dayPasses()
  const other = Visitor.onTheLaptop(served.port)
  await other.signIn({ name: '鈴木' }, '222222')
  await look()
  expect(seen()?.status).toBe('waiting')
})

test('another lead approves at their own desk, and what was asked for is done at once in the name of who asked', async () => {
  const { center, lead, device, actId, seen, isThere, served, ask } = await withWaitingAct()
  const other = Visitor.onTheLaptop(served.port)
  await other.signIn({ name: '鈴木' }, '222222')
  expect(await other.send('access.approveAct', { actId })).toBe('')
  await expect.poll(() => seen()?.status).toBe('done')
  expect(isThere()).toBe(false)
  expect(seen()).toMatchObject({ answeredBy: '鈴木' })
  expect(await ask()).toBe('')
  const screen = await device(lead)
  const line = screen.store.all('logEntry').find(({ type }) => type === 'access.retireStaff')
  expect(line).toMatchObject({ actorName: '佐藤' })
  expect(await center.db.selectFrom('waiting_act_body').selectAll().execute()).toEqual([])
})

test('whoever asked approves nothing themselves, nor does a lead whom they have just made', async () => {
  const { desk, actId, served } = await withWaitingAct({ longAgo: false })
  expect(await desk.send('access.approveAct', { actId })).toBe('access.ownAct')
  const other = Visitor.onTheLaptop(served.port)
  await other.signIn({ name: '鈴木' }, '222222')
  expect(await other.send('access.approveAct', { actId })).toBe('access.tooNewToConsent')
})

test('any lead stops it, and then it is never carried out', async () => {
  const { actId, look, seen, isThere, dayPasses, served, ask } = await withWaitingAct()
  const other = Visitor.onTheLaptop(served.port)
  await other.signIn({ name: '鈴木' }, '222222')
  expect(await other.send('access.refuseAct', { actId })).toBe('')
  expect(await other.send('access.approveAct', { actId })).toBe('access.actRefused')
  expect(await ask()).toBe('access.actRefused')
  await dayPasses()
  await look()
  expect(isThere()).toBe(true)
  expect(seen()).toMatchObject({ status: 'refused', answeredBy: '鈴木' })
})

test('what stood in the act was changed in the file meanwhile: it is not carried out', async () => {
  const { center, look, seen, isThere, dayPasses } = await withWaitingAct()
  const body = JSON.stringify({ staffId: ids.lead })
  await center.db.updateTable('waiting_act_body').set({ body }).execute()
  await dayPasses()
  await look()
  expect(isThere()).toBe(true)
  expect(seen()).toMatchObject({ status: 'failed', problem: 'core.malformed' })
})

test('an act that is put down to wait, and ended, twice over waits once and ends once', async () => {
  const { center, lead, device, takahashi } = await withTwoLeads()
  const server = new Sender(center, { kind: 'system' })
  const act = { actId: newId(), type: 'access.retireStaff', body: JSON.stringify({ staffId: takahashi }) }
  await server.send('access.deferAct', { ...act, forStaffId: ids.lead })
  await server.send('access.deferAct', { ...act, body: '{}', forStaffId: ids.lead })
  expect(await center.db.selectFrom('waiting_act_body').select('body').execute()).toEqual([{ body: act.body }])
  await server.send('access.endAct', { actId: act.actId, problem: 'core.notFound' })
  await server.send('access.endAct', { actId: act.actId, problem: null })
  const screen = await device(lead)
  expect(screen.store.get('waitingAct', act.actId)).toMatchObject({ status: 'failed', problem: 'core.notFound' })
  expect(await center.db.selectFrom('waiting_act_body').select('body').execute()).toEqual([])
})
