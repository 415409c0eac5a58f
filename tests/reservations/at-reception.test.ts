import { describe, expect, test } from 'vitest'
import { admittedCount } from '#server/volunteers/kept-places.ts'
import { newId } from '#shared/core/ids.ts'
import { volunteersProblemTexts } from '#shared/texts/volunteers-problems.ts'
import { ids, testCenter } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import { groupForm } from '#tests/support/given-groups.ts'
import { asked, caps, reservationDayForm, reservationForm } from '#tests/support/given-reservations.ts'
import { proxyForm as typedForm } from '#tests/support/given-volunteers.ts'
import type { InputOf } from '#web/core/send.ts'

/** A center whose open day takes reservations; phones no longer reserve for it, the desk does. */
async function reservedDay({ capacity = 100, keepsPlaces = true } = {}) {
  const made = await testCenter({ capacity })
  const opened = reservationDayForm({ date: '2026-11-23', caps: caps(50), keepsPlaces })
  await made.lead.send('reservations.openReservations', opened)
  const { reservationDayId } = opened
  const reserve = async (wishes: Partial<InputOf<'reservations.reserve'>> = {}) => {
    const { ownToken: _, ...form } = reservationForm(reservationDayId, wishes)
    await made.lead.send('reservations.reserveByStaff', form)
    return form
  }
  const list = () =>
    asked({ center: made.center, actor: made.lead.actor }, 'reservations.listDay', {
      reservationDayId,
      words: '',
      status: null,
      skip: 0,
    })
  const statusOf = async (reservationId: string) => {
    const { found } = await list()
    return found.find(({ reservation }) => reservation.id === reservationId)?.reservation
  }
  return { ...made, opened, reservationDayId, reserve, list, statusOf }
}

/** Whom the desk types, and has looked at: nobody who is here already. */
const proxyForm = (wishes: Parameters<typeof typedForm>[0] = {}) => typedForm({ isAnother: true, ...wishes })

/** The phone's form of the person who reserved. */
const sameAs = ({ name, nameKana, phone, birthDate }: InputOf<'reservations.reserveByStaff'>) =>
  receptionForm({ name, nameKana, phone, birthDate })

describe('reservation and check-in are one act', () => {
  test('who checks in by phone has come; the check-in cancelled takes it back, and restored brings it again', async () => {
    const { phone, emi, reserve, statusOf } = await reservedDay()
    const reserved = await reserve()
    const form = sameAs(reserved)
    await phone.send('volunteers.checkIn', form)
    const { attendanceId } = form
    await expect(statusOf(reserved.reservationId)).resolves.toMatchObject({ status: 'checkedIn', attendanceId })
    await emi.send('volunteers.cancelCheckIn', { attendanceId })
    await expect(statusOf(reserved.reservationId)).resolves.toMatchObject({ status: 'booked', attendanceId: null })
    await emi.send('volunteers.restoreCheckIn', { attendanceId })
    await expect(statusOf(reserved.reservationId)).resolves.toMatchObject({ status: 'checkedIn', attendanceId })
  })

  test('a desk checks in whom it found by the reservation, also where the phone was corrected', async () => {
    const { emi, reserve, statusOf } = await reservedDay()
    const { reservationId } = await reserve()
    const form = proxyForm({ reservationId })
    await emi.send('volunteers.checkInByProxy', form)
    await expect(statusOf(reservationId)).resolves.toMatchObject({
      status: 'checkedIn',
      attendanceId: form.attendanceId,
    })
  })

  test('a refused check-in leaves the reservation as it was', async () => {
    const { emi, phone, reserve, statusOf } = await reservedDay()
    const { reservationId } = await reserve()
    const here = receptionForm()
    await phone.send('volunteers.checkIn', here)
    const again = proxyForm({ reservationId, knownPersonId: here.personId })
    await expect(emi.send('volunteers.checkInByProxy', again)).rejects.toMatchObject({
      code: 'volunteers.alreadyCheckedIn',
    })
    await expect(statusOf(reservationId)).resolves.toMatchObject({ status: 'booked' })
  })

  test('a desk is told which known person reserved, and the mark may be taken from a wrong one', async () => {
    const { center, emi, phone, lead, reserve, statusOf } = await reservedDay()
    const form = receptionForm()
    await phone.send('volunteers.checkIn', form)
    const { name, nameKana, phone: number, birthDate } = form
    const { reservationId } = await reserve({ name, nameKana, phone: number, birthDate })
    const read = asked({ center, actor: emi.actor }, 'reservations.findForDesk', { words: nameKana, date: null })
    await expect(read).resolves.toMatchObject({ found: [{ personId: form.personId, contact: { phone: number } }] })
    await emi.send('volunteers.checkInByProxy', proxyForm({ reservationId }))
    await lead.send('reservations.undoCheckedIn', { reservationId })
    await expect(statusOf(reservationId)).resolves.toMatchObject({ status: 'booked', attendanceId: null })
  })
})

const kept = async ({ device, emi }: Awaited<ReturnType<typeof reservedDay>>) =>
  (await device(emi)).store.all('keptPlaces')

describe('places that are kept', () => {
  test('a walk-in is refused with the sentence, who reserved is admitted, and a release frees the rest', async () => {
    const made = await reservedDay({ capacity: 3 })
    const { phone, emi, lead, reserve, reservationDayId } = made
    const [first, second] = [await reserve(), await reserve()]
    expect(second.reservationId).not.toBe(first.reservationId)
    await expect(kept(made)).resolves.toMatchObject([{ date: '2026-11-23', people: 2 }])
    await phone.send('volunteers.checkIn', receptionForm())
    const refused = { code: 'volunteers.dayFull', details: { capacity: 3, kept: 2 } }
    await expect(phone.send('volunteers.checkIn', receptionForm())).rejects.toMatchObject(refused)
    await expect(emi.send('volunteers.checkInByProxy', proxyForm())).rejects.toMatchObject(refused)
    expect(volunteersProblemTexts['volunteers.dayFull'].ja({ capacity: 3, kept: 2 })).toContain('予約した人の2人分')
    const listed = receptionForm({ waitingListIfFull: true })
    await expect(phone.send('volunteers.checkIn', listed)).resolves.toMatchObject({
      answer: { status: 'waitingListed' },
    })
    await expect(emi.send('volunteers.letIn', { attendanceId: listed.attendanceId })).rejects.toMatchObject(refused)
    await expect(phone.send('volunteers.checkIn', sameAs(first))).resolves.toMatchObject({
      answer: { status: 'waiting' },
    })
    await expect(kept(made)).resolves.toMatchObject([{ people: 1 }])
    await lead.send('reservations.releaseNoShows', { reservationDayId })
    await expect(kept(made)).resolves.toMatchObject([{ people: 0 }])
    await emi.send('volunteers.letIn', { attendanceId: listed.attendanceId })
    await expect(phone.send('volunteers.checkIn', sameAs(second))).rejects.toMatchObject({ details: { kept: 0 } })
  })

  test('for those who reserved together, places are kept until the last has come', async () => {
    const made = await reservedDay({ capacity: 3 })
    const { phone, emi, reserve } = made
    const family = await reserve({ headcount: 3 })
    await phone.send('volunteers.checkIn', sameAs(family))
    await expect(phone.send('volunteers.checkIn', receptionForm())).rejects.toMatchObject({ details: { kept: 2 } })
    const { reservationId } = family
    for (const _ of [1, 2]) await emi.send('volunteers.checkInByProxy', proxyForm({ reservationId }))
    await expect(kept(made)).resolves.toMatchObject([{ people: 0 }])
  })

  test('where a desk only says that somebody has come, no place waits for them any more, until that is taken back', async () => {
    const made = await reservedDay({ capacity: 3 })
    const { lead, phone, reserve } = made
    const reserved = await reserve({ headcount: 2 })
    const { reservationId } = reserved
    await lead.send('reservations.markCheckedIn', { reservationId, attendanceId: null })
    await expect(kept(made)).resolves.toMatchObject([{ people: 0 }])
    await lead.send('reservations.undoCheckedIn', { reservationId })
    await expect(kept(made)).resolves.toMatchObject([{ people: 2 }])
    await lead.send('reservations.markCheckedIn', { reservationId, attendanceId: null })
    await phone.send('volunteers.checkIn', sameAs(reserved))
    await expect(kept(made)).resolves.toMatchObject([{ people: 0 }])
  })

  test('where more were promised than the day has, the last wait until places are free, and come back in their order', async () => {
    const made = await reservedDay({ capacity: 3 })
    const { lead, reserve, statusOf, reservationDayId, opened } = made
    const all = [await reserve(), await reserve({ headcount: 2 }), await reserve(), await reserve()]
    await expect(kept(made)).resolves.toMatchObject([{ people: 5 }])
    const waited = lead.send('reservations.waitBeyond', {
      reservationDayId,
      people: 2,
      basedOnSeq: made.center.health.seq,
    })
    await expect(waited).resolves.toMatchObject({ answer: { waiting: 2 } })
    await expect(kept(made)).resolves.toMatchObject([{ people: 3 }])
    const statuses = async () => Promise.all(all.map(async (one) => (await statusOf(one.reservationId))?.status))
    await expect(statuses()).resolves.toEqual(['booked', 'booked', 'waiting', 'waiting'])
    await lead.send('reservations.cancel', { reservationId: all[0]?.reservationId ?? '' })
    await expect(statuses()).resolves.toEqual(['cancelled', 'booked', 'booked', 'waiting'])
    const { opensAt, keepsPlaces } = opened
    const device = await made.device(lead)
    const basedOn = device.store.get('reservationDay', reservationDayId)?.caps ?? caps(0)
    const more = { reservationDayId, opensAt, keepsPlaces, basedOn, caps: caps(50) }
    await lead.send('reservations.changeCaps', more)
    await expect(statuses()).resolves.toEqual(['cancelled', 'booked', 'booked', 'booked'])
  })

  test('a group finds the places that it reserved, and cancelled it gives them back to the reservation', async () => {
    const made = await reservedDay({ capacity: 6 })
    const { phone, emi, reserve, statusOf } = made
    const { reservationId } = await reserve({ kind: 'group', groupName: '大学', headcount: 5 })
    await phone.send('volunteers.checkIn', receptionForm())
    const group = groupForm({ reservationId, unnamed: 4, members: [], ifFull: 'refuse' })
    await expect(
      emi.send('groups.checkInGroup', { ...group, groupVisitId: newId(), reservationId: null }),
    ).rejects.toMatchObject({ code: 'groups.notEnoughPlaces' })
    await emi.send('groups.checkInGroup', group)
    await expect(statusOf(reservationId)).resolves.toMatchObject({ status: 'checkedIn' })
    await expect(kept(made)).resolves.toMatchObject([{ people: 0 }])
    await emi.send('groups.cancelGroup', { groupVisitId: group.groupVisitId })
    await expect(statusOf(reservationId)).resolves.toMatchObject({ status: 'booked' })
    await expect(kept(made)).resolves.toMatchObject([{ people: 5 }])
  })

  test('where the setting is off nothing is kept, and it counts from the moment it is changed', async () => {
    const made = await reservedDay({ capacity: 2, keepsPlaces: false })
    const { lead, phone, reserve, opened } = made
    await reserve({ headcount: 2 })
    await phone.send('volunteers.checkIn', receptionForm())
    await lead.send('reservations.changeCaps', { ...opened, keepsPlaces: true, basedOn: opened.caps })
    await expect(kept(made)).resolves.toMatchObject([{ people: 2 }])
    await expect(phone.send('volunteers.checkIn', receptionForm())).rejects.toMatchObject({ details: { kept: 2 } })
  })

  test('however many press at once, the number of the day is not exceeded and who reserved is in', async () => {
    const { center, phone, reserve } = await reservedDay({ capacity: 12 })
    const reserved = [1, 2, 3, 4].map(() => reserve())
    const forms = (await Promise.all(reserved)).map(sameAs)
    const walkIns = Array.from({ length: 30 }, () => receptionForm())
    const pressed = [...walkIns.slice(0, 20), ...forms, ...walkIns.slice(20)]
    const outcomes = await Promise.allSettled(pressed.map((form) => phone.send('volunteers.checkIn', form)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(12)
    expect(outcomes.slice(20, 24).every(({ status }) => status === 'fulfilled')).toBe(true)
    await expect(center.read((tx) => admittedCount(tx, ids.day))).resolves.toBe(12)
  })
})

test('the list is in the order of arrival, and a search finds every word wherever it stands', async () => {
  const { list, reserve, center, lead } = await reservedDay()
  for (const nameKana of ['あおき はな', 'いとう じろう', 'うえの はな']) await reserve({ nameKana })
  const { found, total } = await list()
  expect(total).toBe(3)
  expect(found.map(({ reservation }) => reservation.number)).toEqual([1, 2, 3])
  const find = async (words: string) => {
    const answer = await asked({ center, actor: lead.actor }, 'reservations.findForDesk', { words, date: null })
    return answer.found.map(({ reservation }) => reservation.number)
  }
  await expect(find('ハナ')).resolves.toEqual([1, 3])
  await expect(find('はな うえ')).resolves.toEqual([3])
  await expect(find('いとうj')).resolves.toEqual([2])
  await expect(find(newId())).resolves.toEqual([])
})

test('the board of groups says which comes when, soonest first, and no single person', async () => {
  const { center, lead, reserve } = await reservedDay()
  const later = reservationDayForm({ date: '2026-11-25', caps: caps(50) })
  await lead.send('reservations.openReservations', later)
  const group = { kind: 'group', groupName: '大学', headcount: 20 } as const
  const { ownToken: _, ...form } = reservationForm(later.reservationDayId, group)
  await lead.send('reservations.reserveByStaff', form)
  await reserve()
  await reserve({ kind: 'group', groupName: '会社', headcount: 8 })
  const { found } = await asked({ center, actor: lead.actor }, 'reservations.comingGroups', {})
  expect(found.map(({ reservation: { date, groupName, headcount } }) => [date, groupName, headcount])).toEqual([
    ['2026-11-23', '会社', 8],
    ['2026-11-25', '大学', 20],
  ])
})
