import { expect, test } from 'vitest'
import { attendances } from '#server/volunteers/attendances.ts'
import { newId } from '#shared/core/ids.ts'
import { ids, testCenter } from '#tests/support/center.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'
import { givenTeam, givenWaiting } from '#tests/support/given-dispatch.ts'
import { givenTeamBack, givenTeamOut, heardReport } from '#tests/support/given-reports.ts'

/** Ids of new records are chosen by devices: one that belongs to a record already must never write over it. */
const taken = { code: 'core.otherBodySameId' }

test("a stranger's phone cannot check in over another person, attendance or page", async () => {
  const { center, phone } = await testCenter()
  const first = receptionForm()
  await phone.send('volunteers.checkIn', first)
  const before = await attendances.get(center.db, first.attendanceId)
  for (const theft of [
    { attendanceId: first.attendanceId },
    { personId: first.personId },
    { linkToken: first.linkToken },
  ])
    await expect(phone.send('volunteers.checkIn', receptionForm(theft))).rejects.toMatchObject(taken)
  expect(await attendances.get(center.db, first.attendanceId)).toEqual(before)
})

test("a leader's phone cannot write its report over another team's", async () => {
  const desks = await testCenter()
  const [one, other] = [await givenTeamOut(desks), await givenTeamOut(desks)]
  const { source: _, safety: __, ...said } = heardReport(one.workOrderId)
  const report = { ...said, observation: '' }
  await desks.volunteer(one.people[0] ?? '').send('reports.sendReport', report)
  const thief = desks.volunteer(other.people[0] ?? '')
  await expect(thief.send('reports.sendReport', { ...report, workOrderId: other.workOrderId })).rejects.toMatchObject(
    taken,
  )
  await expect(thief.send('reports.sendReport', report)).rejects.toMatchObject({ code: 'core.notAllowed' })
})

test("a phone cannot take another person's acknowledgement, nor say it for them", async () => {
  const desks = await testCenter()
  const [one = '', other = ''] = await givenWaiting(desks.phone, 2)
  const noticeId = newId()
  await desks.lead.send('messages.sendNotice', { noticeId, kind: 'stop', reason: '大雨', returnBy: null })
  const acknowledgementId = newId()
  await desks.volunteer(one).send('messages.acknowledge', { acknowledgementId, noticeId, attendanceId: one })
  const thief = desks.volunteer(other)
  const theft = thief.send('messages.acknowledge', { acknowledgementId, noticeId, attendanceId: other })
  await expect(theft).rejects.toMatchObject(taken)
  const forged = thief.send('messages.acknowledge', { acknowledgementId: newId(), noticeId, attendanceId: one })
  await expect(forged).rejects.toMatchObject({ code: 'core.notAllowed' })
})

test('a desk cannot write a new record over one that stands', async () => {
  const desks = await testCenter()
  const { lead, ben, aiko, emi, phone } = desks
  const entry = { entryId: newId(), fromWhom: '', toWhom: '', certainty: 'fact', text: '雨が降りはじめた' } as const
  await lead.send('center.writeJournalEntry', entry)
  await expect(ben.send('center.writeJournalEntry', { ...entry, text: '晴れ' })).rejects.toMatchObject(taken)
  const staff = { staffId: ids.lead, name: '別人', pin: '999999', deskNames: ['reception'] }
  await expect(lead.send('access.addStaff', staff)).rejects.toMatchObject(taken)
  const need = needForm({ asked: { survey: 'needed' } })
  await ben.send('needs.receiveNeed', need)
  const { needId, householdId } = needForm()
  await expect(ben.send('needs.receiveNeed', { ...needForm(), needId: need.needId })).rejects.toMatchObject(taken)
  const household = { ...needForm(), householdId: need.householdId }
  await expect(ben.send('needs.receiveNeed', household)).rejects.toMatchObject(taken)
  await ben.send('needs.receiveNeed', { ...needForm(), needId, householdId })
  const { teamId, workOrderId } = await givenTeam(desks)
  const people = await givenWaiting(phone, 1)
  const team = { teamId, attendanceIds: people, leaderId: null, needId: null, seenTeamIds: [] }
  await expect(aiko.send('teams.formTeam', team)).rejects.toMatchObject(taken)
  const again = aiko.send('dispatch.issueWorkOrder', { workOrderId, teamId, reasonForTeam: '' })
  await expect(again).rejects.toMatchObject(taken)
  const incident = { incidentId: newId(), teamId, attendanceId: null, kind: 'nearMiss', text: '滑った' } as const
  await emi.send('reports.recordIncident', incident)
  await expect(emi.send('reports.recordIncident', { ...incident, text: 'なし' })).rejects.toMatchObject(taken)
})

test("a report keyed in from paper cannot take another report's place", async () => {
  const desks = await testCenter()
  const [one, other] = [await givenTeamBack(desks), await givenTeamBack(desks)]
  const report = heardReport(one.workOrderId)
  await desks.emi.send('reports.acceptReport', report)
  const theft = desks.emi.send('reports.acceptReport', { ...report, workOrderId: other.workOrderId })
  await expect(theft).rejects.toMatchObject(taken)
})

test('the stored answer of an act is for its sender alone', async () => {
  const desks = await testCenter()
  const id = newId()
  const form = needForm()
  const first = await desks.ben.send('needs.receiveNeed', form, { id })
  expect(await desks.ben.send('needs.receiveNeed', form, { id })).toEqual(first)
  const [stranger = ''] = await givenWaiting(desks.phone, 1)
  const { teamId, people } = await givenTeamOut(desks)
  const said = { teamId, signal: 'arrived', minutes: 0, note: '' } as const
  const signalId = newId()
  await desks.volunteer(people[0] ?? '').send('dispatch.signal', said, { id: signalId })
  for (const other of [stranger, people[1] ?? ''])
    await expect(desks.volunteer(other).send('dispatch.signal', said, { id: signalId })).rejects.toMatchObject(taken)
  await expect(desks.phone.send('needs.receiveNeed', form, { id })).rejects.toMatchObject({
    code: 'core.notSignedIn',
  })
})
