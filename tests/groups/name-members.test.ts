import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { testCenter } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import { groupForm, lineOf, peopleOf } from '#tests/support/given-groups.ts'
import { givenSecondDay } from '#tests/support/given-volunteers.ts'

async function givenGroup(wishes: Parameters<typeof groupForm>[0] = {}) {
  const made = await testCenter()
  const desk = await made.device(made.emi)
  const form = groupForm({ unnamed: 4, ...wishes })
  await made.emi.send('groups.checkInGroup', form)
  return { ...made, desk, form, groupVisitId: form.groupVisitId }
}

const choices = { rest: 'keep', ifFull: 'refuse' } as const

test('names take the places that were kept for them; numbers stay', async () => {
  const { emi, desk, form, groupVisitId } = await givenGroup()
  const before = peopleOf(desk, groupVisitId).map(({ number }) => number)
  const members = [form.leader, lineOf({ name: '波 一' }), lineOf({ name: '波 二' })]
  const { answer } = await emi.send('groups.nameMembers', { groupVisitId, members, ...choices })
  expect(answer).toEqual({ named: 2, known: 0, added: 0, cancelled: 0, left: 2 })
  const people = peopleOf(desk, groupVisitId)
  expect(people.map(({ number }) => number)).toEqual(before)
  expect(people.map(({ name }) => name)).toEqual(['引率 一郎', '波 一', '波 二', '海の大学 4', '海の大学 5'])
  expect(desk.store.all('person')).toHaveLength(3)
})

test('fewer came: places that nobody came for are cancelled, and the day has room again', async () => {
  const { emi, desk, groupVisitId } = await givenGroup()
  const members = [lineOf(), lineOf()]
  const { answer } = await emi.send('groups.nameMembers', { groupVisitId, members, rest: 'cancel', ifFull: 'refuse' })
  expect(answer).toMatchObject({ named: 2, cancelled: 2, left: 0 })
  const statuses = peopleOf(desk, groupVisitId).map(({ status }) => status)
  expect(statuses.filter((status) => status === 'cancelled')).toHaveLength(2)
})

test('more came: whoever is more than the places is taken in as well', async () => {
  const { emi, desk, groupVisitId } = await givenGroup()
  const members = Array.from({ length: 6 }, () => lineOf())
  const { answer } = await emi.send('groups.nameMembers', { groupVisitId, members, ...choices })
  expect(answer).toMatchObject({ named: 4, added: 2, left: 0 })
  expect(peopleOf(desk, groupVisitId)).toHaveLength(7)
})

test('the list completes whoever was named before, such as the leader', async () => {
  const { emi, desk, groupVisitId } = await givenGroup({ leader: lineOf({ name: '引率 花子', phone: '09055556666' }) })
  const line = lineOf({ name: '引率 花子', nameKana: 'いんそつ はなこ', birthDate: '1975-01-01' })
  await emi.send('groups.nameMembers', { groupVisitId, members: [line], ...choices })
  const [leader] = peopleOf(desk, groupVisitId)
  expect(leader).toMatchObject({ nameKana: 'いんそつ はなこ', ageBand: '50s' })
  expect(desk.store.get('personContact', leader?.personId)).toMatchObject({
    phone: '09055556666',
    birthDate: '1975-01-01',
  })
  expect(desk.store.all('person')).toHaveLength(1)
})

test('somebody of an earlier day takes the place; no second person is made', async () => {
  const made = await givenSecondDay({
    first: { name: '再田 来子', nameKana: 'さいた くるこ', birthDate: '1999-09-09' },
  })
  const { emi, first, device } = made
  const desk = await device(emi)
  const form = groupForm({ unnamed: 2 })
  await emi.send('groups.checkInGroup', form)
  const { groupVisitId } = form
  const members = [
    lineOf({ name: '再田 来子', birthDate: '1999-09-09', phone: first.phone }),
    lineOf({ name: '再田 来子' }),
  ]
  await expect(emi.send('groups.nameMembers', { groupVisitId, members, ...choices })).rejects.toMatchObject({
    code: 'groups.twiceInList',
  })
  const { answer } = await emi.send('groups.nameMembers', { groupVisitId, members: members.slice(0, 1), ...choices })
  expect(answer).toMatchObject({ named: 1, known: 1 })
  const [, member] = peopleOf(desk, groupVisitId)
  expect(member).toMatchObject({ personId: first.personId, cameBefore: true, name: '再田 来子' })
  expect(desk.store.get('personContact', first.personId)?.birthDate).toBe('1999-09-09')
})

test('a name alone is never taken for somebody of an earlier day', async () => {
  const { emi, first, device } = await givenSecondDay({ first: { name: '同名 太郎', nameKana: 'どうめい たろう' } })
  const desk = await device(emi)
  const form = groupForm({ unnamed: 1 })
  await emi.send('groups.checkInGroup', form)
  const { groupVisitId } = form
  await emi.send('groups.nameMembers', { groupVisitId, members: [lineOf({ name: '同名 太郎' })], ...choices })
  expect(peopleOf(desk, groupVisitId)[1]?.personId).not.toBe(first.personId)
})

test('whoever had checked in alone was counted twice: one place without a name goes', async () => {
  const { emi, phone, desk, groupVisitId } = await givenGroup()
  const alone = receptionForm({ name: '早川 早子', nameKana: 'はやかわ はやこ', birthDate: '2001-02-03' })
  await phone.send('volunteers.checkIn', alone)
  const line = lineOf({ name: '早川 早子', phone: alone.phone, birthDate: '2001-02-03' })
  const { answer } = await emi.send('groups.nameMembers', { groupVisitId, members: [line], ...choices })
  expect(answer).toMatchObject({ named: 0, added: 1, cancelled: 1, left: 3 })
  expect(desk.store.get('attendance', alone.attendanceId)).toMatchObject({ groupVisitId, number: 6 })
})

test('names reach the teams and sheets of those who are out already', async () => {
  const { emi, aiko, desk, groupVisitId } = await givenGroup()
  const teamId = newId()
  await aiko.send('teams.formTeamsOfGroup', { groupVisitId, teams: [{ teamId, size: 5 }] })
  const members = Array.from({ length: 4 }, (_, index) => lineOf({ name: `浜 ${index}子` }))
  const { answer } = await emi.send('groups.nameMembers', { groupVisitId, members, rest: 'cancel', ifFull: 'refuse' })
  expect(answer).toMatchObject({ named: 4, cancelled: 0, left: 0 })
  const names = desk.store.get('team', teamId)?.members.map(({ name }) => name)
  expect(names).toEqual(['引率 一郎', '浜 0子', '浜 1子', '浜 2子', '浜 3子'])
})

test('who stands in a team did come: their place is not cancelled with the rest', async () => {
  const { emi, aiko, groupVisitId } = await givenGroup()
  await aiko.send('teams.formTeamsOfGroup', { groupVisitId, teams: [{ teamId: newId(), size: 5 }] })
  const { answer } = await emi.send('groups.nameMembers', {
    groupVisitId,
    members: [lineOf()],
    rest: 'cancel',
    ifFull: 'refuse',
  })
  expect(answer).toMatchObject({ named: 1, cancelled: 0, left: 3 })
})

test('correcting a place without a name by hand gives it one', async () => {
  const { emi, desk, groupVisitId } = await givenGroup()
  const [, place] = peopleOf(desk, groupVisitId)
  const {
    attendanceId: _a,
    personId: _p,
    linkToken: _l,
    health: _h,
    insurance: _i,
    guardianConsent: _g,
    consentVersion: _c,
    language: _n,
    waitingListIfFull: _w,
    ...details
  } = receptionForm({ name: '手 直子' })
  await emi.send('volunteers.correctDetails', {
    attendanceId: place?.id ?? '',
    basedOnSeq: desk.store.since,
    ...details,
  })
  expect(desk.store.get('attendance', place?.id)).toMatchObject({
    name: '手 直子',
    nameToFollow: false,
    ageBand: '30s',
  })
})
