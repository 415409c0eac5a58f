import { CompiledQuery } from 'kysely'
import { expect, test } from 'vitest'
import { newestLooks, verifyAccessLog } from '#server/access/access-log.ts'
import { findCenter } from '#server/center/centers.ts'
import { SteadyHour } from '#server/core/steady-hour.ts'
import { ErasedBook } from '#server/privacy/erased-book.ts'
import { erasureNotices } from '#server/privacy/retention-tables.ts'
import { reviewRetention } from '#server/privacy/review.ts'
import { attendanceHealth } from '#server/volunteers/attendances.ts'
import { persons } from '#server/volunteers/persons.ts'
import { newId } from '#shared/core/ids.ts'
import { openMatters } from '#shared/reports/limits.ts'
import { ids, Sender } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import { givenNeed } from '#tests/support/given-dispatch.ts'
import { registrationForm } from '#tests/support/given-roster.ts'
import { givenCanaryHousehold, type Opened, openedOnDriver, whereCanaries } from './canary-center.ts'

const activation = { activationId: ids.activation }
const minutesOfDay = 24 * 60

async function closeDay({ lead }: Opened): Promise<void> {
  const explanations = Object.fromEntries(openMatters.map((matter) => [matter, 'しまい']))
  await lead.send('reports.closeDay', { dayId: ids.day, explanations })
}

/** A center after its last day: a household full of canaries, its volunteer, and one who is registered. */
async function afterTheLastDay() {
  const opened = await openedOnDriver()
  const leader = receptionForm({ name: '班長カナリア 一', address: '番地カナリア' })
  const mate = receptionForm({ health: { condition: 'concern', note: '健康カナリア' } })
  for (const one of [leader, mate]) await opened.phone.send('volunteers.checkIn', one)
  await opened.emi.send('volunteers.settleConsultation', { attendanceId: mate.attendanceId })
  const registered = registrationForm()
  await opened.emi.send('roster.registerPerson', registered)
  await givenCanaryHousehold(opened, [leader.attendanceId, mate.attendanceId])
  await opened.emi.send('reports.sendHome', { attendanceIds: [leader.attendanceId, mate.attendanceId] })
  await closeDay(opened)
  return { opened, registered, mate }
}

const noticeOf = ({ center }: Opened) => erasureNotices.find(center.db, ids.activation)
const book = new ErasedBook()

test('after the closing and its ninety days, people and homes are erased by themselves, and the roster stays', async () => {
  const { opened, registered } = await afterTheLastDay()
  const { center, clock, lead } = opened
  await lead.send('privacy.closeActivation', activation)
  const review = () => reviewRetention(center, book, true)
  await review()
  expect(await noticeOf(opened)).toBeUndefined()
  clock.pass(76 * minutesOfDay)
  await review()
  expect(await noticeOf(opened)).toMatchObject({ eraseOn: '2027-02-21', runningDays: 0, people: 2, households: 1 })
  for (let day = 0; day < 14; day++) {
    await review()
    expect(await whereCanaries(center)).not.toEqual([])
    clock.pass(minutesOfDay)
  }
  await review()
  expect(await noticeOf(opened)).toMatchObject({ doneOn: '2027-02-21' })
  expect(await whereCanaries(center)).toEqual([])
  const desk = await opened.device(lead)
  expect(desk.store.all('attendance')).toHaveLength(2)
  const { rows } = await center.db.executeQuery<{ name: string }>(
    CompiledQuery.raw('select name from person where id = ?', [registered.personId]),
  )
  expect(rows).toEqual([{ name: registered.person.name }])
})

test('a closing that is taken back, or two leads who keep it longer, stop the erasure', async () => {
  const { opened } = await afterTheLastDay()
  const { center, clock, lead } = opened
  await lead.send('privacy.closeActivation', activation)
  clock.pass(80 * minutesOfDay)
  await reviewRetention(center, book, true)
  const later = { noticeId: ids.activation, to: '2027-06-01', because: '保険の手続きが残っている' }
  await lead.send('privacy.postponeErasure', later)
  expect(await noticeOf(opened)).toMatchObject({ postponedTo: '2027-06-01' })
  await lead.send('privacy.reopenActivation', activation)
  await reviewRetention(center, book, true)
  expect(await noticeOf(opened)).toMatchObject({ doneOn: '2027-02-11' })
  expect(await whereCanaries(center)).not.toEqual([])
})

test('a center is closed after its last day and its last need, and opens no day until that is taken back', async () => {
  const opened = await openedOnDriver()
  const { lead } = opened
  const close = () => lead.send('privacy.closeActivation', activation)
  await expect(close()).rejects.toMatchObject({ code: 'privacy.dayStillOpen' })
  const need = await givenNeed(opened)
  await closeDay(opened)
  await expect(close()).rejects.toMatchObject({ code: 'privacy.needsStillOpen', details: { count: 1 } })
  await opened.ben.send('needs.cancelNeed', { needId: need.id, from: need.status, reason: '引っ越した' })
  await close()
  await expect(close()).rejects.toMatchObject({ code: 'privacy.alreadyClosed' })
  const day = {
    date: '2026-11-24',
    receptionOpensAt: '09:00',
    receptionClosesAt: '11:00',
    capacity: 1,
    returnBy: '15:00',
  }
  const open = () => lead.send('center.openDay', { dayId: newId(), ...day })
  await expect(open()).rejects.toMatchObject({ code: 'privacy.centerIsClosed' })
  await lead.send('privacy.reopenActivation', activation)
  await expect(lead.send('privacy.reopenActivation', activation)).rejects.toMatchObject({ code: 'privacy.notClosed' })
  await open()
  expect(await findCenter(opened.center.db)).toBeDefined()
})

test('who looked at what goes a year after the closing, and what is left of the chain still holds', async () => {
  const { opened, registered } = await afterTheLastDay()
  const { center, clock, lead } = opened
  const show = () => lead.send('privacy.showRecord', { kind: 'person', id: registered.personId })
  const looks = async () => (await newestLooks(center.db, null, 10)).length
  for (let times = 0; times < 3; times++) await show()
  clock.pass(60)
  await lead.send('privacy.closeActivation', activation)
  clock.pass(80 * minutesOfDay)
  for (let day = 0; day < 20; day++) {
    await reviewRetention(center, book, true)
    clock.pass(minutesOfDay)
  }
  await show()
  clock.pass(262 * minutesOfDay)
  await reviewRetention(center, book, true)
  expect(await looks()).toBe(4)
  clock.pass(5 * minutesOfDay)
  await reviewRetention(center, book, true)
  expect(await looks()).toBe(1)
  expect(await verifyAccessLog(center.db)).toMatchObject({ rows: 1, brokenAt: null })
  await show()
  expect(await verifyAccessLog(center.db)).toMatchObject({ rows: 2, brokenAt: null })
})

test('notes on health go the day after theirs was closed, and whether somebody was well stays', async () => {
  const { opened, mate } = await afterTheLastDay()
  const { center, clock } = opened
  const health = async () => (await attendanceHealth.get(center.db, mate.attendanceId)).note
  await reviewRetention(center, book, true)
  expect(await health()).toBe('健康カナリア')
  clock.pass(minutesOfDay)
  await reviewRetention(center, book, false)
  expect(await health()).toBe('健康カナリア')
  await reviewRetention(center, book, true)
  expect(await health()).toBe('')
  const { rows } = await center.db.executeQuery(
    CompiledQuery.raw("select seq from event_input where instr(input, '健康カナリア') > 0"),
  )
  expect(rows).toEqual([])
})

test('the times are chosen by the lead, and desks hold them', async () => {
  const { lead, device } = await openedOnDriver()
  const times = { personalDays: 180, dayOnlyDays: 0, accessLogMonths: 24, rosterMonths: 12 }
  await lead.send('privacy.setRetention', { ...times, basedOnSeq: 0 })
  const desk = await device(lead)
  expect(desk.store.all('retentionRule')).toMatchObject([times])
})

test('an hour counts only where the clock on the wall goes as time does', () => {
  let ran = 0
  const hour = new SteadyHour(() => ran)
  const at = (minutes: number) => new Date(Date.parse('2027-01-01T00:00:00.000Z') + minutes * 60_000).toISOString()
  const seen: boolean[] = []
  for (const [elapsed, wall] of [
    [0, 0],
    [30, 30],
    [61, 61],
    [70, 60 * 24 * 90],
    [100, 60 * 24 * 90 + 30],
    [131, 60 * 24 * 90 + 61],
  ] as const) {
    ran = elapsed * 60_000
    seen.push(hour.hasPassed(at(wall)))
  }
  expect(seen).toEqual([false, false, true, false, false, true])
})

test('each step that the server sends by itself may reach the door twice', async () => {
  const { opened, mate } = await afterTheLastDay()
  const server = new Sender(opened.center, { kind: 'system' })
  const counted = { noticeId: ids.activation, what: 'activation' as const, people: 2, households: 1 }
  await server.send('privacy.stepErasure', { ...counted, step: 'announce', eraseOn: '2026-12-07' })
  await server.send('privacy.stepErasure', { ...counted, step: 'countDay', eraseOn: null })
  expect(await noticeOf(opened)).toMatchObject({ runningDays: 1, eraseOn: '2026-12-07' })
  await server.send('privacy.eraseDayOnly', { dayIds: [ids.day] })
  await server.send('privacy.forgetLooks', { until: '2026-01-01T00:00:00.000Z' })
  await server.send('privacy.eraseDue', { subjects: [{ kind: 'person', id: mate.personId }], rest: false })
  expect((await persons.get(opened.center.db, mate.personId)).name).toBe('（消去済み）')
})
