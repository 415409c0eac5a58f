import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { testCenter } from '#tests/support/center.ts'
import { givenTeam, givenWaiting } from '#tests/support/given-dispatch.ts'
import { givenTeamOut, heardReport } from '#tests/support/given-reports.ts'
import type { InputOf } from '#web/core/send.ts'

type Desks = Awaited<ReturnType<typeof testCenter>>
type SentReport = InputOf<'reports.sendReport'>

/** What a leader types at the house. */
function sentReport(workOrderId: string, wishes: Partial<SentReport> = {}): SentReport {
  const { safety: _, source: __, observation, ...said } = heardReport(workOrderId)
  return { ...said, observation: observation.text, ...wishes }
}

/** A team at work, and a word from anybody's phone about it. */
async function teamOut(desks: Desks) {
  const team = await givenTeamOut(desks)
  const [leaderId = '', memberId = ''] = team.people
  const report = (sender: string, wishes: Partial<SentReport> = {}, extra: { id?: string } = {}) =>
    desks.volunteer(sender).send('reports.sendReport', sentReport(team.workOrderId, wishes), extra)
  return { ...team, leaderId, memberId, report }
}

test('only the leader of the team may report: no member, no stranger, no other leader, no visitor, no desk', async () => {
  const desks = await testCenter()
  const { leaderId, memberId, workOrderId, report } = await teamOut(desks)
  const [strangerId = ''] = await givenWaiting(desks.phone, 1)
  const other = await teamOut(desks)
  for (const sender of [memberId, strangerId, other.leaderId, newId()])
    await expect(report(sender)).rejects.toMatchObject({ code: 'core.notAllowed' })
  const unasked = (sender: Desks['phone']) => sender.send('reports.sendReport', sentReport(workOrderId))
  await expect(unasked(desks.phone)).rejects.toMatchObject({ code: 'core.notSignedIn' })
  await expect(unasked(desks.emi)).rejects.toMatchObject({ code: 'core.notAllowed' })
  const desk = await desks.device(desks.emi)
  expect(desk.store.all('report')).toEqual([])
  await report(leaderId)
  expect(desk.store.all('report')).toMatchObject([{ sentBy: leaderId }])
})

test('every desk hears it at once, and the need moves only when the return desk has heard it', async () => {
  const desks = await testCenter()
  const { leaderId, memberId, need, teamId, report } = await teamOut(desks)
  const [desk, phone, other] = [
    await desks.device(desks.emi),
    await desks.device(desks.volunteer(leaderId)),
    await desks.device(desks.volunteer(memberId)),
  ]
  const before = desk.store.get('need', need.id)
  await report(leaderId, { outcome: 'toBeContinued', nextHeadcount: 9 })
  const sent = { status: 'sent', source: 'phone', teamId, needId: need.id, acceptedBy: null, keyedBy: null }
  expect(desk.store.all('report')).toMatchObject([{ ...sent, startedAt: '2026-11-23T01:00:00.000Z' }])
  expect(phone.store.all('report')).toHaveLength(1)
  expect(other.store.all('report')).toEqual([])
  expect(desk.store.get('need', need.id)).toEqual(before)
  expect(desk.store.get('team', teamId)?.status).toBe('out')
})

test('how the household is reaches the desks that may know, and no phone', async () => {
  const desks = await testCenter()
  const { leaderId, report } = await teamOut(desks)
  const [dispatch, returning, phone] = [
    await desks.device(desks.aiko),
    await desks.device(desks.emi),
    await desks.device(desks.volunteer(leaderId)),
  ]
  await report(leaderId, { observation: 'ひとり暮らし。眠れていない' })
  expect(dispatch.store.all('reportObservation')).toMatchObject([{ text: 'ひとり暮らし。眠れていない', watch: false }])
  for (const device of [returning, phone]) {
    expect(device.store.all('reportObservation')).toEqual([])
    expect(JSON.stringify(device.store.all('report'))).not.toContain('眠れていない')
    expect(JSON.stringify(device.store.all('logEntry'))).not.toContain('眠れていない')
  }
  await report(leaderId, { observation: '' })
  expect(dispatch.store.all('reportObservation')).toMatchObject([{ text: 'ひとり暮らし。眠れていない' }])
})

test('the same tap twice is one act; a second thought takes the place of the first', async () => {
  const desks = await testCenter()
  const { leaderId, report } = await teamOut(desks)
  const desk = await desks.device(desks.emi)
  const [id, reportId] = [newId(), newId()]
  const first = await report(leaderId, { reportId }, { id })
  expect(await report(leaderId, { reportId }, { id })).toEqual(first)
  await report(leaderId, { workDone: '裏庭も終わった' })
  expect(desk.store.all('report')).toMatchObject([{ id: reportId, workDone: '裏庭も終わった' }])
  expect(desk.store.all('logEntry').filter(({ type }) => type === 'reports.sendReport')).toHaveLength(2)
})

test('there is something to report from departure until the return desk has heard it', async () => {
  const desks = await testCenter()
  const { people, teamId, workOrderId } = await givenTeam(desks)
  const leader = desks.volunteer(people[0] ?? '')
  const report = (wishes: Partial<SentReport> = {}) =>
    leader.send('reports.sendReport', sentReport(workOrderId, wishes))
  await expect(report()).rejects.toMatchObject({ code: 'reports.nothingToReport' })
  await desks.aiko.send('dispatch.dispatchTeam', { workOrderId, checked: [] })
  await expect(report({ startedAt: '11:30', endedAt: '10:00' })).rejects.toMatchObject({
    code: 'reports.timesReversed',
  })
  await report()
  await desks.aiko.send('dispatch.recallFromDispatch', { workOrderId })
  await expect(report()).rejects.toMatchObject({ code: 'reports.nothingToReport' })
  await desks.aiko.send('dispatch.dispatchTeam', { workOrderId, checked: [] })
  await desks.emi.send('reports.receiveTeam', { teamId, missingIds: [] })
  await report({ workDone: '玄関の前で書き直した' })
  await desks.emi.send('reports.acceptReport', heardReport(workOrderId, { source: 'phone' }))
  await expect(report()).rejects.toMatchObject({ code: 'reports.reportAccepted' })
})
