import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { testCenter } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import { groupForm, lineOf, peopleOf } from '#tests/support/given-groups.ts'

async function givenGroup(wishes: Parameters<typeof groupForm>[0] = {}) {
  const made = await testCenter()
  const desk = await made.device(made.emi)
  const form = groupForm({ unnamed: 4, ...wishes })
  await made.emi.send('groups.checkInGroup', form)
  const { groupVisitId } = form
  const statuses = () => peopleOf(desk, groupVisitId).map(({ status }) => status)
  return { ...made, desk, form, groupVisitId, statuses }
}

test('the whole group goes home in one act, and comes back by 元に戻す', async () => {
  const { emi, desk, groupVisitId, statuses } = await givenGroup()
  const { answer } = await emi.send('groups.checkOutGroup', { groupVisitId })
  expect(answer).toEqual({ people: 5, stay: [] })
  expect(new Set(statuses())).toEqual(new Set(['left']))
  expect(desk.store.get('groupVisit', groupVisitId)?.status).toBe('left')
  await expect(emi.send('groups.checkOutGroup', { groupVisitId })).rejects.toMatchObject({
    code: 'groups.nobodyToLeave',
  })
  await emi.send('groups.undoCheckOutGroup', { groupVisitId })
  expect(new Set(statuses())).toEqual(new Set(['waiting']))
  await expect(emi.send('groups.undoCheckOutGroup', { groupVisitId })).rejects.toMatchObject({ code: 'groups.notHere' })
})

test('who stands in a team stays when the group goes home, and is named', async () => {
  const { emi, aiko, desk, groupVisitId } = await givenGroup()
  await aiko.send('teams.formTeamsOfGroup', { groupVisitId, teams: [{ teamId: newId(), size: 2 }] })
  expect((await emi.send('groups.checkOutGroup', { groupVisitId })).answer).toEqual({ people: 3, stay: [1, 2] })
  expect(desk.store.get('groupVisit', groupVisitId)?.status).toBe('here')
  await expect(emi.send('groups.checkOutGroup', { groupVisitId })).rejects.toMatchObject({
    code: 'groups.nobodyToLeave',
    details: { out: 2 },
  })
})

test('a group that waited for places and goes home was never here', async () => {
  const made = await testCenter({ capacity: 2 })
  const desk = await made.device(made.emi)
  const form = groupForm({ unnamed: 3, ifFull: 'asManyAsFit' })
  await made.emi.send('groups.checkInGroup', form)
  const { groupVisitId } = form
  await made.emi.send('groups.checkOutGroup', { groupVisitId })
  const statuses = () => peopleOf(desk, groupVisitId).map(({ status }) => status)
  expect(statuses()).toEqual(['left', 'left', 'cancelled', 'cancelled'])
  await made.emi.send('groups.undoCheckOutGroup', { groupVisitId })
  expect(statuses()).toEqual(['waiting', 'waiting', 'waitingListed', 'waitingListed'])
})

test('one group in several teams, parted as wished; the leader leads the first', async () => {
  const { aiko, desk, groupVisitId } = await givenGroup()
  const [one, other] = [newId(), newId()]
  const teams = [
    { teamId: one, size: 3 },
    { teamId: other, size: 2 },
  ]
  await aiko.send('teams.formTeamsOfGroup', { groupVisitId, teams })
  const leader = desk.store.get('groupVisit', groupVisitId)?.leaderAttendanceId
  expect(desk.store.get('team', one)).toMatchObject({ number: 1, leaderId: leader })
  expect(desk.store.get('team', one)?.members).toHaveLength(3)
  expect(desk.store.get('team', other)?.members).toHaveLength(2)
  await expect(
    aiko.send('teams.formTeamsOfGroup', { groupVisitId, teams: [{ teamId: newId(), size: 1 }] }),
  ).rejects.toMatchObject({ code: 'teams.tooFewWaiting' })
})

test('a group is mixed with others only when it agrees', async () => {
  const { aiko, phone, desk, groupVisitId } = await givenGroup()
  const alone = receptionForm()
  await phone.send('volunteers.checkIn', alone)
  const [leader, second, third] = peopleOf(desk, groupVisitId).map(({ id }) => id)
  const team = (attendanceIds: string[]) => ({
    teamId: newId(),
    attendanceIds,
    leaderId: null,
    needId: null,
    seenTeamIds: [],
  })
  await expect(aiko.send('teams.formTeam', team([leader ?? '', alone.attendanceId]))).rejects.toMatchObject({
    code: 'teams.groupNotMixed',
  })
  const own = team([second ?? ''])
  await aiko.send('teams.formTeam', own)
  const more = { teamId: own.teamId, attendanceIds: [alone.attendanceId] }
  await expect(aiko.send('dispatch.addMembers', more)).rejects.toMatchObject({ code: 'teams.groupNotMixed' })
  await aiko.send('groups.agreeToMix', { groupVisitId, agreed: true })
  await aiko.send('teams.formTeam', team([third ?? '', alone.attendanceId]))
  await aiko.send('dispatch.addMembers', { teamId: own.teamId, attendanceIds: [leader ?? ''] })
})

test('fewer came than were said: the last without a name are taken away', async () => {
  const { emi, desk, groupVisitId, statuses } = await givenGroup()
  await emi.send('groups.cancelUnnamed', { groupVisitId, count: 2 })
  expect(statuses()).toEqual(['waiting', 'waiting', 'waiting', 'cancelled', 'cancelled'])
  await expect(emi.send('groups.cancelUnnamed', { groupVisitId, count: 3 })).rejects.toMatchObject({
    code: 'groups.notSoManyUnnamed',
    details: { left: 2 },
  })
  expect(desk.store.all('day')).toHaveLength(1)
})

test('a group is cancelled and restored as a whole; who was cancelled before stays so', async () => {
  const { emi, aiko, groupVisitId, statuses } = await givenGroup()
  await emi.send('groups.cancelUnnamed', { groupVisitId, count: 1 })
  await emi.send('groups.cancelGroup', { groupVisitId })
  expect(new Set(statuses())).toEqual(new Set(['cancelled']))
  await expect(emi.send('groups.cancelGroup', { groupVisitId })).rejects.toMatchObject({ code: 'groups.notHere' })
  await emi.send('groups.restoreGroup', { groupVisitId })
  expect(statuses()).toEqual(['waiting', 'waiting', 'waiting', 'waiting', 'cancelled'])
  await aiko.send('teams.formTeamsOfGroup', { groupVisitId, teams: [{ teamId: newId(), size: 2 }] })
  await expect(emi.send('groups.cancelGroup', { groupVisitId })).rejects.toMatchObject({ code: 'groups.atWork' })
})

test('insurance and guardians of a whole list are confirmed at once', async () => {
  const pupil = lineOf({ name: '若葉 実', birthDate: '2011-06-01', plan: 'none' })
  const { emi, desk, groupVisitId } = await givenGroup({ members: [pupil], insuranceSeen: false })
  const everybody = peopleOf(desk, groupVisitId).map(({ id }) => id)
  await emi.send('groups.confirmInsurance', { groupVisitId, attendanceIds: everybody, insurance: null })
  expect(new Set(peopleOf(desk, groupVisitId).map(({ insurance }) => insurance.verifiedBy))).toEqual(new Set(['恵美']))
  const [, minor] = peopleOf(desk, groupVisitId)
  const one = { groupVisitId, attendanceIds: [minor?.id ?? ''] }
  await emi.send('groups.confirmInsurance', { ...one, insurance: { plan: 'naturalDisaster', joinedOn: '2026-11-23' } })
  await emi.send('groups.confirmGuardians', { ...one, consent: 'given' })
  expect(desk.store.get('attendance', minor?.id)).toMatchObject({
    guardianConsent: 'given',
    insurance: { plan: 'naturalDisaster', effectiveFrom: '2026-11-23' },
  })
  await expect(
    emi.send('groups.confirmInsurance', { groupVisitId, attendanceIds: [newId()], insurance: null }),
  ).rejects.toMatchObject({ code: 'groups.notOfGroup' })
})

test('two who correct one group at once: the second is told by whom and when', async () => {
  const { emi, lead, desk, form, groupVisitId } = await givenGroup()
  const { vehicles, tools, wishes } = form
  const basedOnSeq = desk.store.seqOf('groupVisit', groupVisitId)
  const change = { groupVisitId, leaderPhone: '', onDayContact: '', vehicles, tools, wishes, basedOnSeq }
  await lead.send('groups.changeGroupVisit', { ...change, name: '海の大学 二部' })
  await expect(emi.send('groups.changeGroupVisit', { ...change, name: '海大' })).rejects.toMatchObject({
    code: 'groups.changedMeanwhile',
    details: { group: 1, by: '佐藤' },
  })
  expect(desk.store.get('groupVisit', groupVisitId)?.name).toBe('海の大学 二部')
})
