import { expect, test } from 'vitest'
import { WaitingRoom } from '#server/access/waiting-room.ts'
import { newId } from '#shared/core/ids.ts'
import { type ExportTable, exportTables } from '#shared/privacy/exports.ts'
import { ask } from '#tests/support/asking.ts'
import { ids } from '#tests/support/center.ts'
import { Visitor } from '#tests/support/served.ts'
import { withTwoLeads } from '#tests/support/two-leads.ts'

function list(table: ExportTable, personal: boolean) {
  const exportId = newId()
  const dayId = table === 'attendances' ? ids.day : null
  return { exportId, table, format: 'csv', dayId, personal, because: personal ? '保険の手続き' : '' }
}

test('each list with its people takes two, as erasing does; without them the PIN is enough', async () => {
  const { desk, consent } = await withTwoLeads()
  for (const table of exportTables) {
    expect(await desk.send('privacy.export', list(table, false))).toBe('')
    const asked = list(table, true)
    expect(await desk.send('privacy.export', asked, asked.exportId)).toBe('access.secondPersonNeeded')
    expect(await desk.code('GET', `/exports/table.csv?export=${asked.exportId}`)).toBe('core.notAllowed')
    expect(await consent(asked.exportId, '佐藤', '123456')).toBe('access.ownAct')
    expect(await consent(asked.exportId, '鈴木', '222222')).toBe('')
    // The consent was to one list and one reason.
    const other = { ...asked, because: '別のわけ' }
    expect(await desk.send('privacy.export', other, asked.exportId)).toBe('access.secondPersonNeeded')
    expect(await desk.send('privacy.export', asked, asked.exportId)).toBe('')
    expect(await desk.code('GET', `/exports/table.csv?export=${asked.exportId}`)).toBe('')
  }
})

/** 佐藤 alone puts a list with its people down to wait. */
async function withWaitingList() {
  const parts = await withTwoLeads()
  const { desk, center, lead, device } = parts
  const asked = list('roster', true)
  const actId = asked.exportId
  expect(await desk.send('privacy.export', asked, actId)).toBe('access.secondPersonNeeded')
  expect(await desk.code('POST', '/api/session/deferral', { actId, device: 'test' })).toBe('')
  const room = new WaitingRoom()
  room.watch(center, () => 0, false)
  const screen = await device(lead)
  return { ...parts, actId, look: () => room.look(), seen: () => screen.store.get('waitingAct', actId) }
}

test('one lead alone has it after a day in sight of every desk, and a day to fetch it', async () => {
  const { desk, center, lead, emi, device, actId, look, seen, dayPasses, clock } = await withWaitingList()
  const other = await device(emi)
  expect(other.store.get('waitingAct', actId)).toMatchObject({ type: 'privacy.export', forName: '佐藤' })
  expect(await ask(center, lead.actor, 'privacy.actConcerns', { actId })).toMatchObject({
    kind: 'list.roster',
    because: '保険の手続き',
  })
  await look()
  expect(seen()?.status).toBe('waiting')
  expect(await desk.code('GET', `/exports/table.csv?export=${actId}`)).toBe('core.notAllowed')
  await dayPasses()
  await look()
  expect(seen()).toMatchObject({ status: 'done', problem: null })
  // The session of yesterday is over.
  await desk.signIn({ name: '佐藤' }, '123456')
  clock.pass(23 * 60)
  await desk.signIn({ name: '佐藤' }, '123456')
  expect(await desk.code('GET', `/exports/table.csv?export=${actId}`)).toBe('')
  clock.pass(2 * 60)
  expect(await desk.code('GET', `/exports/table.csv?export=${actId}`)).toBe('core.notAllowed')
})

test('another lead gives a list free at their own desk, and only whoever asked for it has it', async () => {
  const { desk, actId, seen, served } = await withWaitingList()
  const other = Visitor.onTheLaptop(served.port)
  await other.signIn({ name: '鈴木' }, '222222')
  expect(await other.send('access.approveAct', { actId })).toBe('')
  await expect.poll(() => seen()?.status).toBe('done')
  expect(await other.code('GET', `/exports/table.csv?export=${actId}`)).toBe('core.notAllowed')
  expect(await desk.code('GET', `/exports/table.csv?export=${actId}`)).toBe('')
})
