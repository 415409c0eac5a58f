import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { openMatters } from '#shared/reports/limits.ts'
import { ids, testCenter } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import { groupForm, lineOf, peopleOf } from '#tests/support/given-groups.ts'
import { reservationDayForm, reservationForm } from '#tests/support/given-reservations.ts'
import { groupForm as rosterGroupForm } from '#tests/support/given-roster.ts'

/** A center with a desk at reception that holds what it may. */
async function givenReception(wishes: Parameters<typeof testCenter>[0] = {}) {
  const made = await testCenter(wishes)
  return { ...made, desk: await made.device(made.emi) }
}

test('23 people, names to follow: all are counted at once, with numbers in a row', async () => {
  const { emi, desk } = await givenReception()
  const form = groupForm()
  const { answer } = await emi.send('groups.checkInGroup', form)
  expect(answer).toEqual({ group: 1, people: 23, listed: 0, known: 0, joined: 0 })
  const people = peopleOf(desk, form.groupVisitId)
  expect(people.map(({ number }) => number)).toEqual(Array.from({ length: 23 }, (_, index) => index + 1))
  expect(people[0]).toMatchObject({ name: '引率 一郎', nameToFollow: false, ageBand: '40s', status: 'waiting' })
  expect(people[1]).toMatchObject({ name: '海の大学 2', nameToFollow: true, ageBand: 'unknown', keepTogether: true })
  // Nobody is invented: of those without a name there is no person yet.
  expect(desk.store.all('person')).toHaveLength(1)
  expect(desk.store.get('groupVisit', form.groupVisitId)).toMatchObject({
    number: 1,
    leaderAttendanceId: people[0]?.id,
  })
  expect(desk.store.get('groupVisitContact', form.groupVisitId)).toMatchObject({ leaderPhone: '09055556666' })
})

test('how a group is reached stays with reception and first aid', async () => {
  const { emi, aiko, device } = await givenReception()
  const form = groupForm()
  await emi.send('groups.checkInGroup', form)
  const dispatch = await device(aiko)
  expect(dispatch.store.get('groupVisit', form.groupVisitId)?.name).toBe('海の大学')
  expect(dispatch.store.all('groupVisitContact')).toEqual([])
})

test('a group larger than the places left is refused until staff choose', async () => {
  const { emi, desk } = await givenReception({ capacity: 10 })
  await expect(emi.send('groups.checkInGroup', groupForm())).rejects.toMatchObject({
    code: 'groups.notEnoughPlaces',
    details: { free: 10, headcount: 23 },
  })
  expect(desk.store.all('attendance')).toEqual([])
  const form = groupForm({ ifFull: 'asManyAsFit' })
  expect((await emi.send('groups.checkInGroup', form)).answer).toMatchObject({ people: 23, listed: 13 })
  const waiting = peopleOf(desk, form.groupVisitId).filter(({ status }) => status === 'waitingListed')
  expect(waiting.map(({ number }) => number)).toEqual(Array.from({ length: 13 }, (_, index) => index + 11))
})

test('a group waits for places together, and is let in together when there are some', async () => {
  const { emi, lead, desk } = await givenReception({ capacity: 10 })
  const form = groupForm({ ifFull: 'waitingList' })
  await emi.send('groups.checkInGroup', form)
  const statuses = () => new Set(peopleOf(desk, form.groupVisitId).map(({ status }) => status))
  expect(statuses()).toEqual(new Set(['waitingListed']))
  const [day] = desk.store.all('day')
  const { id = '', returnBy = '', receptionOpensAt = '', receptionClosesAt = '' } = day ?? {}
  const hours = { returnBy, receptionOpensAt, receptionClosesAt, basedOnSeq: desk.store.seqOf('day', id) }
  await lead.send('center.changeDay', { dayId: id, capacity: 23, ...hours })
  const { answer } = await emi.send('groups.letInGroup', { groupVisitId: form.groupVisitId })
  expect(answer).toEqual({ people: 23, waiting: 0 })
  expect(statuses()).toEqual(new Set(['waiting']))
  await expect(emi.send('groups.letInGroup', { groupVisitId: form.groupVisitId })).rejects.toMatchObject({
    code: 'groups.nobodyWaits',
  })
})

test('whoever came alone before the group waits ahead of it', async () => {
  const { emi, phone } = await givenReception({ capacity: 0 + 1 })
  await phone.send('volunteers.checkIn', receptionForm())
  await phone.send('volunteers.checkIn', receptionForm({ waitingListIfFull: true }))
  const form = groupForm({ ifFull: 'waitingList', unnamed: 1 })
  await emi.send('groups.checkInGroup', form)
  await expect(emi.send('groups.letInGroup', { groupVisitId: form.groupVisitId })).rejects.toMatchObject({
    code: 'groups.noPlaces',
  })
})

test('a list says whom it is about: minors, insurance of their own, and who stands in it twice', async () => {
  const { emi, desk } = await givenReception()
  const members = [
    lineOf({ name: '川上 少年', birthDate: '2010-01-10', plan: 'none' }),
    lineOf({ name: '川下 青年', birthDate: '2000-01-10' }),
  ]
  const form = groupForm({ members, unnamed: 0 })
  await emi.send('groups.checkInGroup', form)
  const [, minor, grown] = peopleOf(desk, form.groupVisitId)
  expect(minor).toMatchObject({ guardianConsent: 'missing', ageBand: 'under18', insurance: { plan: 'none' } })
  expect(grown).toMatchObject({
    guardianConsent: 'notNeeded',
    insurance: { plan: 'naturalDisaster', verifiedBy: '恵美' },
  })
  const twice = groupForm({ members: [lineOf({ name: '渡辺 健' }), lineOf({ name: '渡邊 健' })], unnamed: 0 })
  await expect(emi.send('groups.checkInGroup', twice)).rejects.toMatchObject({
    code: 'groups.twiceInList',
    details: { other: 2, line: 3 },
  })
})

test('dates that have not come are refused with their line', async () => {
  const { emi } = await givenReception()
  const unborn = groupForm({ members: [lineOf(), lineOf({ birthDate: '2027-01-01' })] })
  const refusal = (what: string, line: number | null) => ({ code: 'groups.inFuture', details: { what, line } })
  await expect(emi.send('groups.checkInGroup', unborn)).rejects.toMatchObject(refusal('birthDate', 3))
  const insured = groupForm({ insurance: { plan: 'basic', joinedOn: '2026-12-01' } })
  await expect(emi.send('groups.checkInGroup', insured)).rejects.toMatchObject(refusal('insurance', null))
  const early = emi.send('groups.checkInGroup', groupForm(), { happenedAt: '2026-11-23T03:00:00.000Z' })
  await expect(early).rejects.toMatchObject(refusal('arrival', null))
})

test('a person of the list who was quicker keeps their number, and is counted once', async () => {
  const { emi, phone, desk } = await givenReception()
  const alone = receptionForm({ name: '早川 早子', nameKana: 'はやかわ はやこ', birthDate: '2001-02-03' })
  await phone.send('volunteers.checkIn', alone)
  const line = lineOf({ name: '早川 早子', phone: alone.phone, birthDate: '2001-02-03' })
  const form = groupForm({ members: [line], unnamed: 3 })
  expect((await emi.send('groups.checkInGroup', form)).answer).toMatchObject({ people: 5, joined: 1 })
  expect(desk.store.all('attendance')).toHaveLength(5)
  expect(desk.store.get('attendance', alone.attendanceId)).toMatchObject({ number: 1, groupVisitId: form.groupVisitId })
  const other = groupForm({ name: '山の大学', leader: line, unnamed: 1 })
  await expect(emi.send('groups.checkInGroup', other)).rejects.toMatchObject({ code: 'groups.inOtherGroup' })
})

test('more people come later: named or not, within the day’s number', async () => {
  const { emi, desk } = await givenReception({ capacity: 25 })
  const form = groupForm()
  await emi.send('groups.checkInGroup', form)
  const { groupVisitId } = form
  await emi.send('groups.addToGroup', { groupVisitId, members: [lineOf()], unnamed: 1, ifFull: 'refuse' })
  expect(peopleOf(desk, groupVisitId).at(-1)).toMatchObject({ name: '海の大学 25', number: 25 })
  const more = { groupVisitId, members: [], unnamed: 1, ifFull: 'refuse' as const }
  await expect(emi.send('groups.addToGroup', more)).rejects.toMatchObject({ code: 'groups.notEnoughPlaces' })
})

test('an id that belongs to another group is refused', async () => {
  const { emi } = await givenReception()
  const form = groupForm({ groupVisitId: newId(), unnamed: 1 })
  await emi.send('groups.checkInGroup', form)
  const again = groupForm({ groupVisitId: form.groupVisitId, name: '山の大学' })
  await expect(emi.send('groups.checkInGroup', again)).rejects.toMatchObject({ code: 'core.otherBodySameId' })
})

test('a group that is registered and has reserved comes under both', async () => {
  const { clock, emi, lead, device } = await testCenter()
  const registered = rosterGroupForm()
  await lead.send('roster.registerGroup', registered)
  const { groupId } = registered
  const opened = reservationDayForm()
  await lead.send('reservations.openReservations', opened)
  const wishes = { kind: 'group', groupName: '海の大学', headcount: 23 } as const
  const { ownToken: _, ...reserved } = reservationForm(opened.reservationDayId, wishes)
  await lead.send('reservations.reserveByStaff', reserved)
  const explanations = Object.fromEntries(openMatters.map((matter) => [matter, '確認済み']))
  await lead.send('reports.closeDay', { dayId: ids.day, explanations })
  clock.pass(24 * 60)
  const hours = { receptionOpensAt: '09:00', receptionClosesAt: '11:00', returnBy: '15:00' }
  await lead.send('center.openDay', { dayId: newId(), date: '2026-11-24', capacity: 100, ...hours })
  const desk = await device(emi)
  const form = groupForm({ groupId, reservationId: reserved.reservationId })
  await emi.send('groups.checkInGroup', form)
  const visit = desk.store.get('groupVisit', form.groupVisitId)
  expect(visit).toMatchObject({ groupId, number: 1 })
  const again = groupForm({ reservationId: reserved.reservationId, name: '山の大学', leader: lineOf() })
  await expect(emi.send('groups.checkInGroup', again)).rejects.toMatchObject({ code: 'reservations.notInThisStatus' })
  const unknown = groupForm({ groupId: newId(), leader: lineOf() })
  await expect(emi.send('groups.checkInGroup', unknown)).rejects.toMatchObject({ code: 'core.notFound' })
})
