import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { ids } from '#tests/support/center.ts'
import { needForm } from '#tests/support/given.ts'
import { noOutside } from '#tests/support/no-outside.ts'
import { servedCenter, Visitor } from '#tests/support/served.ts'

/** A desk where 佐藤 has just signed in, and the steady time of the center in milliseconds, which the test moves. */
async function signedIn() {
  const steady = { ms: 1_000_000 }
  const parts = await servedCenter({}, noOutside, () => steady.ms)
  const desk = Visitor.onTheLaptop(parts.served.port)
  await desk.signIn({ name: '佐藤' }, '123456')
  return { ...parts, desk, pass: (minutes: number) => (steady.ms += minutes * 60_000) }
}

const person = () => ({
  staffId: newId(),
  name: newId().slice(-12),
  pin: '222222',
  deskNames: ['reception'],
})

test('who has just signed in gives desks to others; five minutes later the PIN is asked for, and the same act goes through', async () => {
  const { desk, pass } = await signedIn()
  expect(await desk.send('access.addStaff', person())).toBe('')
  pass(5)
  const [act, id] = [person(), newId()]
  expect(await desk.send('access.addStaff', act, id)).toBe('access.stepUpNeeded')
  expect(await desk.code('POST', '/api/session/proof', { pin: '654321' })).toBe('access.wrongPin')
  expect(await desk.send('access.addStaff', act, id)).toBe('access.stepUpNeeded')
  expect(await desk.code('POST', '/api/session/proof', { pin: '123456' })).toBe('')
  expect(await desk.send('access.addStaff', act, id)).toBe('')
})

test('a proof is for the session that gave it, and for no other', async () => {
  const { desk, pass, served } = await signedIn()
  const other = Visitor.onTheLaptop(served.port)
  await other.signIn({ name: '佐藤' }, '123456')
  pass(6)
  await desk.code('POST', '/api/session/proof', { pin: '123456' })
  expect(await other.send('access.addStaff', person())).toBe('access.stepUpNeeded')
})

test('PINs are guessed no faster here than at the sign-in', async () => {
  const { desk } = await signedIn()
  const codes: string[] = []
  for (let index = 0; index < 7; index++)
    codes.push(await desk.code('POST', '/api/session/proof', { pin: String(200_000 + index) }))
  expect(codes.slice(5)).toEqual(['core.tooManyTries', 'core.tooManyTries'])
})

test('an export asks for the PIN twice over: the act that notes it, and the file itself', async () => {
  const { desk, pass } = await signedIn()
  const file = `/exports/day-summary.csv?day=${ids.day}`
  expect(await desk.code('GET', file)).toBe('')
  pass(6)
  expect(await desk.send('reports.exportSummary', { dayId: ids.day })).toBe('access.stepUpNeeded')
  expect(await desk.code('GET', file)).toBe('access.stepUpNeeded')
})

test('whoever finds a desk left open neither gives it away nor changes who sits where', async () => {
  const { desk, pass } = await signedIn()
  const taker = person()
  await desk.send('access.addStaff', taker)
  const give = (note: string) =>
    desk.send('center.handOverDesk', {
      handOverId: newId(),
      deskName: 'lead',
      fromStaffId: ids.lead,
      toStaffId: taker.staffId,
      note,
    })
  const merge = { from: 'survey', into: 'needs', label: '' }
  const change = { changeId: newId(), from: 'standard', to: 'small', seats: [], publicReception: null }
  pass(6)
  expect(await give('')).toBe('access.stepUpNeeded')
  expect(await desk.send('center.mergeDesks', merge)).toBe('access.stepUpNeeded')
  expect(await desk.send('center.changeProfile', change)).toBe('access.stepUpNeeded')
  expect(await desk.send('center.undoProfileChange', { changeId: newId() })).toBe('access.stepUpNeeded')
  await desk.code('POST', '/api/session/proof', { pin: '123456' })
  expect(await desk.send('center.mergeDesks', merge)).toBe('')
  expect(await give('鍵は机の中')).toBe('')
})

test('the sheet with the key of the center, and the whole record of somebody, are printed with the PIN only', async () => {
  const { desk, pass, ben } = await signedIn()
  const need = needForm()
  await ben.send('needs.receiveNeed', need)
  const record = `/sheets/record/household/${need.householdId}`
  expect((await desk.fetch('GET', record)).status).toBe(200)
  pass(6)
  expect(await desk.code('GET', record)).toBe('access.stepUpNeeded')
  expect(await desk.send('privacy.showRecord', { kind: 'household', id: need.householdId })).toBe('access.stepUpNeeded')
  expect(await desk.code('GET', '/sheets/hand-over')).toBe('access.stepUpNeeded')
})

test('who may not do it at all is not asked for a PIN first', async () => {
  const { desk, pass, served } = await signedIn()
  await desk.send('access.addStaff', { ...person(), name: '鈴木' })
  const reception = Visitor.onTheLaptop(served.port)
  await reception.signIn({ name: '鈴木' }, '222222')
  pass(6)
  expect(await reception.send('access.retireStaff', { staffId: ids.lead })).toBe('core.notAllowed')
})

test('nobody proves anything who sits at no desk', async () => {
  const { served } = await signedIn()
  const visitor = Visitor.onTheLaptop(served.port)
  expect(await visitor.code('POST', '/api/session/proof', { pin: '123456' })).toBe('core.notSignedIn')
})

test('a session runs twelve hours, whatever the clock on the wall says meanwhile', async () => {
  const { desk, pass, clock } = await signedIn()
  const seated = async () => JSON.stringify(await desk.json('/api/session')).includes('佐藤","capabilities')
  clock.pass(24 * 60)
  expect(await seated()).toBe(true)
  clock.pass(-10 * 24 * 60)
  expect(await seated()).toBe(true)
  pass(12 * 60 - 1)
  expect(await seated()).toBe(true)
  pass(1)
  expect(await seated()).toBe(false)
})
