import { expect, onTestFinished, test, vi } from 'vitest'
import { readersOf, readFor } from '#server/core/reads.ts'
import { KeptHistory } from '#server/lookback/kept-history.ts'
import { getNeed } from '#server/needs/needs.ts'
import { getAttendance } from '#server/volunteers/attendances.ts'
import { newId } from '#shared/core/ids.ts'
import type { History } from '#shared/lookback/history.ts'
import { historyOfDate, replayKinds, shownHistory } from '#shared/lookback/shown.ts'
import { records } from '#shared/records.ts'
import { ask } from '#tests/support/asking.ts'
import { type Sender, testCenter } from '#tests/support/center.ts'
import { givenNeed, givenWaiting } from '#tests/support/given-dispatch.ts'
import { noOutside } from '#tests/support/no-outside.ts'
import { servedCenter, Visitor } from '#tests/support/served.ts'
import { whenTold } from '#tests/support/when-told.ts'

const path = '/api/lookback/history'

async function asLead(served: Awaited<ReturnType<typeof servedCenter>>): Promise<Visitor> {
  const visitor = Visitor.onTheLaptop(served.served.port)
  expect(await visitor.signIn({ name: '佐藤' }, '123456')).toBe('')
  return visitor
}

const kindsIn = ({ moments }: History) => new Set(moments.flatMap(({ records }) => records.map(({ kind }) => kind)))

test('the lead reads what happened, moment by moment, as far as desks may hold it', async () => {
  const center = await servedCenter({ kind: 'drill' })
  const need = await givenNeed(center)
  const [attendanceId] = await givenWaiting(center.phone, 2)
  const lead = await asLead(center)
  const asked = () => whenTold(() => lead.fetch('GET', path, undefined, { 'accept-encoding': 'gzip' }))
  const response = await asked()
  expect(response.headers.get('content-encoding')).toBe('gzip')
  const history = (await response.json()) as History
  expect(history.gaps).toEqual([])
  const kinds = kindsIn(history)
  expect([...kinds]).toEqual(expect.arrayContaining(['need', 'attendance', 'logEntry', 'day']))
  // Neither what is asked for in writing, nor what a replay does not draw.
  for (const kind of [
    'needPhone',
    'needStory',
    'householdPhone',
    'personContact',
    'emergencyContact',
    'attendanceHealth',
  ])
    expect(kinds).not.toContain(kind)
  const ids = history.moments.flatMap(({ records }) => records.map(({ record }) => record.id))
  expect(ids).toEqual(expect.arrayContaining([need.id, attendanceId]))
  expect(history.moments.map(({ audience }) => audience)).not.toContainEqual(expect.stringMatching(/^person:/))
  // Told anew only after something has happened.
  const again = (await (await asked()).json()) as History
  expect(again.moments).toHaveLength(history.moments.length)
  await givenWaiting(center.phone, 1)
  const later = (await (await asked()).json()) as History
  expect(later.moments.length).toBeGreaterThan(history.moments.length)
})

test('where records are real the lead proves the PIN first, and no other desk reads it', async () => {
  let passed = 0
  const center = await servedCenter({}, noOutside, () => passed)
  await center.lead.send('access.addStaff', {
    staffId: newId(),
    name: '受付の人',
    pin: '222222',
    deskNames: ['reception', 'dispatch'],
  })
  const other = Visitor.onTheLaptop(center.served.port)
  await other.signIn({ name: '受付の人' }, '222222')
  expect(await other.code('GET', path)).toBe('core.notAllowed')
  const lead = await asLead(center)
  // Who has just sat down has proved it; half an hour later that is long ago.
  passed += 30 * 60_000
  expect(await lead.code('GET', path)).toBe('access.stepUpNeeded')
  expect(await lead.code('POST', '/api/session/proof', { pin: '123456' })).toBe('')
  expect(await lead.code('GET', path)).toBe('')
  expect(await lead.code('GET', path)).toBe('')
  // Who looked, once for the sitting.
  const { looks } = await ask(center.center, center.lead.actor, 'access.findLooks', { staffId: null })
  expect(looks.filter(({ details }) => details.sheet === 'history')).toHaveLength(1)
})

test('what was told is forgotten as soon as somebody is erased, though nobody look back again', async () => {
  const forget = vi.spyOn(KeptHistory.prototype, 'forget')
  onTestFinished(() => forget.mockRestore())
  const { phone, lead, emi, center } = await servedCenter()
  const attendanceIds = await givenWaiting(phone, 1)
  await emi.send('reports.sendHome', { attendanceIds })
  expect(forget).not.toHaveBeenCalled()
  const { personId } = await getAttendance(center.db, attendanceIds[0] ?? '')
  await lead.send('privacy.erase', { kind: 'person', id: personId, because: 'asked' })
  expect(forget).toHaveBeenCalledOnce()
})

const record = (kind: string, id: string, more: object = {}) => ({ kind, record: { id, ...more } })

test('what desks may no longer hold is not told of earlier times either', () => {
  const audience = 'contacts'
  const moments = [
    {
      seq: 1,
      at: '2026-11-23T00:30:00.000Z',
      audience,
      records: [record('needContact', 'a'), record('need', 'a')],
      gone: [],
    },
    { seq: 2, at: '2026-11-23T00:40:00.000Z', audience, records: [], gone: [{ kind: 'needContact', id: 'a' }] },
    { seq: 3, at: '2026-11-23T00:50:00.000Z', audience: 'person:b', records: [record('need', 'a')], gone: [] },
  ]
  expect(shownHistory({ moments, gaps: [] }, ['contacts']).moments).toMatchObject([
    { seq: 1, records: [record('need', 'a')] },
  ])
})

test('the history of a day begins with how all stood that morning', () => {
  const audience = 'staff'
  const at = (day: number) => `2026-11-${day}T01:00:00.000Z`
  const moments = [
    { seq: 1, at: at(23), audience, records: [record('need', 'a', { step: 1 }), record('logEntry', '1')], gone: [] },
    { seq: 2, at: at(23), audience, records: [record('need', 'a', { step: 2 })], gone: [] },
    { seq: 5, at: at(24), audience, records: [record('need', 'b')], gone: [] },
    { seq: 9, at: at(25), audience, records: [record('need', 'c')], gone: [] },
  ]
  expect(historyOfDate({ moments, gaps: [] }, '2026-11-24').moments).toMatchObject([
    { seq: 2, at: at(24), records: [record('need', 'a', { step: 2 })] },
    { seq: 5, records: [record('need', 'b')] },
  ])
})

test('a replay is drawn from kinds of record that there are', () => {
  expect(replayKinds.filter((kind) => !(kind in records))).toEqual([])
})

test('the score is read by the lead alone', async () => {
  const { center, lead, aiko, ben, phone } = await testCenter()
  const need = await givenNeed({ center, ben, phone, aiko })
  expect(need).toEqual(await getNeed(center.db, need.id))
  const readers = readersOf(center.slices)
  const ask = (sender: Sender) =>
    readFor(center, readers, sender.actor, { name: 'lookback.findScore', input: { date: null } })
  expect(await ask(lead)).toMatchObject({ gaps: 0 })
  await expect(ask(aiko)).rejects.toMatchObject({ code: 'core.notAllowed' })
})
