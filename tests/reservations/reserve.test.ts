import { describe, expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import type { ReservationDay } from '#shared/reservations/reservation.ts'
import { readReservationCode, reservationCode } from '#shared/reservations/reservation-code.ts'
import { partyProblem, reserveProblem } from '#shared/reservations/rules.ts'
import { testCenter } from '#tests/support/center.ts'
import { asked, caps, reservationDayForm, reservationForm } from '#tests/support/given-reservations.ts'

const day: ReservationDay = { ...reservationDayForm(), id: newId(), status: 'open' }
const zone = 'Asia/Tokyo'

describe('when one may reserve', () => {
  test.each([
    ['from the hour it opens', {}, '2026-11-23T00:00:00.000Z', 'phone', null],
    ['not a minute before', {}, '2026-11-22T23:59:00.000Z', 'phone', 'reservations.notYetOpen'],
    ['staff before it too', {}, '2026-11-22T23:59:00.000Z', 'staff', null],
    ['phones not on the day itself', {}, '2026-11-23T15:00:00.000Z', 'phone', 'reservations.tooLate'],
    ['staff on the day itself', {}, '2026-11-23T15:00:00.000Z', 'staff', null],
    ['nobody when it is over', {}, '2026-11-24T15:00:00.000Z', 'staff', 'reservations.datePast'],
    ['nobody when it is closed', { status: 'closed' }, '2026-11-23T01:00:00.000Z', 'staff', 'reservations.closed'],
  ] as const)('%s', (_, wishes, now, by, code) => {
    expect(reserveProblem({ ...day, ...wishes }, now, zone, by)?.code ?? null).toBe(code)
  })

  test.each([
    ['individual', 5, '', null],
    ['individual', 6, '', 'reservations.tooMany'],
    ['outside', 6, '', 'reservations.tooMany'],
    ['group', 23, '大学', null],
    ['group', 23, '', 'reservations.groupUnnamed'],
    ['group', 201, '大学', 'reservations.tooMany'],
  ] as const)('%s of %i', (kind, headcount, groupName, code) => {
    expect(partyProblem({ kind, headcount, groupName })?.code ?? null).toBe(code)
  })
})

test('a code is read as it was written, and as people type it; one wrong sign is found', () => {
  const code = reservationCode('2026-11-24', 12)
  expect(code).toMatch(/^Y1124-0012-[A-Z]$/)
  expect(readReservationCode(code)).toEqual({ monthDay: '11-24', number: 12 })
  expect(readReservationCode(code.toLowerCase().replaceAll('-', ' ー'))).toEqual({ monthDay: '11-24', number: 12 })
  expect(readReservationCode(code.replace('0012', '0013'))).toBeNull()
  expect(readReservationCode('Y1124-0012')).toBeNull()
})

test('places are given per half-day and kind; the rest waits and moves up by itself in order', async () => {
  const { center, lead, phone } = await testCenter()
  const opened = reservationDayForm({ caps: caps(2, 30, 1) })
  await lead.send('reservations.openReservations', opened)
  const id = opened.reservationDayId
  const of = (wishes = {}) => reservationForm(id, wishes)
  const first = of({ halves: 'allDay' })
  await expect(phone.send('reservations.reserve', first)).resolves.toMatchObject({
    answer: { number: 1, status: 'booked', place: null },
  })
  const second = of()
  await phone.send('reservations.reserve', second)
  const allDay = of({ halves: 'allDay' })
  const third = of()
  await expect(phone.send('reservations.reserve', allDay)).resolves.toMatchObject({
    answer: { status: 'waiting', place: 1 },
  })
  await expect(phone.send('reservations.reserve', third)).resolves.toMatchObject({ answer: { place: 2 } })
  await expect(phone.send('reservations.reserve', of({ halves: 'afternoon' }))).resolves.toMatchObject({
    answer: { status: 'booked' },
  })
  await expect(phone.send('reservations.reserve', of({ kind: 'outside' }))).resolves.toMatchObject({
    answer: { status: 'booked' },
  })
  await phone.send('reservations.cancelOwn', { reservationId: second.reservationId, ownToken: second.ownToken })
  // The first who waits wants the whole day, whose afternoon is taken: who fits comes before, and the turn is kept.
  const own = (form: typeof first) =>
    asked({ center, actor: phone.actor }, 'reservations.readOwn', { ownToken: form.ownToken })
  await expect(own(third)).resolves.toMatchObject({ status: 'booked', place: null })
  await expect(own(allDay)).resolves.toMatchObject({ status: 'waiting', place: 1 })
  await lead.send('reservations.changeCaps', {
    ...opened,
    caps: caps(3, 30, 1),
    basedOn: opened.caps,
  })
  await expect(own(allDay)).resolves.toMatchObject({ status: 'booked', date: '2026-11-24' })
})

test('who does not want to wait hears that it is full; twice the same person is told so; a stranger cancels nothing', async () => {
  const { lead, phone } = await testCenter()
  const opened = reservationDayForm({ caps: caps(1) })
  await lead.send('reservations.openReservations', opened)
  const form = reservationForm(opened.reservationDayId)
  await phone.send('reservations.reserve', form)
  const again = reservationForm(opened.reservationDayId, { ...form, reservationId: newId(), ownToken: 'a'.repeat(32) })
  await expect(phone.send('reservations.reserve', again)).rejects.toMatchObject({
    code: 'reservations.alreadyReserved',
  })
  const twin = { ...again, nameKana: 'よやく じろう', waitIfFull: false }
  await expect(phone.send('reservations.reserve', twin)).rejects.toMatchObject({ code: 'reservations.full' })
  const { reservationId } = form
  await expect(phone.send('reservations.cancelOwn', { reservationId, ownToken: 'b'.repeat(32) })).rejects.toMatchObject(
    { code: 'reservations.unknownLink' },
  )
})

test('a desk reserves for somebody, finds them by kana, phone and code, and takes a cancellation back', async () => {
  const { center, lead, daigo, device } = await testCenter()
  const opened = reservationDayForm()
  await lead.send('reservations.openReservations', opened)
  const desk = await device(daigo)
  expect(desk.store.all('reservationDay')).toMatchObject([{ date: '2026-11-24' }])
  const { ownToken: _, ...form } = reservationForm(opened.reservationDayId, {
    nameKana: 'のうけんだい じろう',
    phone: '09012345678',
  })
  await lead.send('reservations.reserveByStaff', form)
  const find = async (words: string) => {
    const sought = { words, date: '2026-11-24' }
    const { found } = await asked({ center, actor: lead.actor }, 'reservations.findForDesk', sought)
    return found.map(({ reservation }) => reservation.id)
  }
  for (const words of ['ノウケンダイ', '090-1234-5678', reservationCode('2026-11-24', 1)])
    await expect(find(words)).resolves.toEqual([form.reservationId])
  await expect(find('ふめい')).resolves.toEqual([])
  const one = { reservationId: form.reservationId }
  await lead.send('reservations.cancel', one)
  await expect(lead.send('reservations.cancel', one)).rejects.toMatchObject({ code: 'reservations.notInThisStatus' })
  await lead.send('reservations.restore', one)
  await lead.send('reservations.markCheckedIn', { ...one, attendanceId: null })
  await lead.send('reservations.undoCheckedIn', one)
  const list = { reservationDayId: opened.reservationDayId, words: '', status: null, skip: 0 }
  await expect(asked({ center, actor: lead.actor }, 'reservations.listDay', list)).resolves.toMatchObject({
    total: 1,
    arrived: 0,
    booked: { morning: { individual: 1 } },
    found: [{ reservation: { status: 'booked' }, contact: { phone: '09012345678' } }],
  })
})

test('on the day, one act releases all who have not come; whoever comes late is still let in', async () => {
  const { clock, lead, phone } = await testCenter()
  const opened = reservationDayForm({ caps: caps(2) })
  await lead.send('reservations.openReservations', opened)
  const ofDay = { reservationDayId: opened.reservationDayId }
  const forms = [1, 2, 3].map(() => reservationForm(opened.reservationDayId))
  for (const form of forms) await phone.send('reservations.reserve', form)
  await expect(lead.send('reservations.releaseNoShows', ofDay)).rejects.toMatchObject({
    code: 'reservations.dayNotCome',
  })
  clock.pass(24 * 60)
  await expect(lead.send('reservations.releaseNoShows', ofDay)).resolves.toMatchObject({ answer: { released: 2 } })
  const late = { reservationId: forms[0]?.reservationId ?? '', attendanceId: null }
  await lead.send('reservations.markCheckedIn', late)
  await lead.send('reservations.setReservationsOpen', { ...ofDay, open: true })
})

test('settings that cannot be are refused with a reason', async () => {
  const { lead, phone } = await testCenter()
  const opened = reservationDayForm({ caps: caps(1) })
  await lead.send('reservations.openReservations', opened)
  await phone.send('reservations.reserve', reservationForm(opened.reservationDayId))
  const refused = (promise: Promise<unknown>, code: string) => expect(promise).rejects.toMatchObject({ code })
  await refused(lead.send('reservations.openReservations', reservationDayForm()), 'reservations.dateTaken')
  const past = reservationDayForm({ date: '2026-11-22' })
  await refused(lead.send('reservations.openReservations', past), 'reservations.datePast')
  const late = reservationDayForm({ date: '2026-11-25', opensAt: '2026-11-25T03:00:00.000Z' })
  await refused(lead.send('reservations.openReservations', late), 'reservations.opensTooLate')
  const change = { ...opened, caps: caps(0), basedOn: opened.caps }
  await refused(lead.send('reservations.changeCaps', change), 'reservations.belowBooked')
  const unseen = { ...opened, caps: caps(5), basedOn: caps(9) }
  await refused(lead.send('reservations.changeCaps', unseen), 'reservations.capsChangedMeanwhile')
})
