import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { testCenter } from '#tests/support/center.ts'
import { givenNeed } from '#tests/support/given-dispatch.ts'
import { givenTeamBack, givenTeamOut, heardReport } from '#tests/support/given-reports.ts'

test('a report that says 完了 completes its need in the same act', async () => {
  const desks = await testCenter()
  const { need, workOrderId } = await givenTeamBack(desks)
  const desk = await desks.device(desks.aiko)
  const { seq } = await desks.emi.send('reports.acceptReport', heardReport(workOrderId))
  expect(desk.store.get('need', need.id)).toMatchObject({ status: 'completed', statusBy: '恵美' })
  expect(desk.store.all('report')).toMatchObject([
    {
      status: 'accepted',
      acceptedBy: '恵美',
      keyedBy: '恵美',
      startedAt: '2026-11-23T01:00:00.000Z',
      endedAt: '2026-11-23T02:30:00.000Z',
    },
  ])
  expect(desk.store.get('logEntry', String(seq))?.details).toMatchObject({ outcome: 'completed', need: need.number })
})

test('継続 brings the need back to the wall with the people it wants next, and the household is watched', async () => {
  const desks = await testCenter()
  const { need, workOrderId } = await givenTeamBack(desks)
  const continued = { outcome: 'toBeContinued', remainingWork: '裏庭', nextHeadcount: 6 } as const
  const observation = { text: 'ひとり暮らし。眠れていない', watch: true }
  await desks.emi.send('reports.acceptReport', heardReport(workOrderId, { ...continued, observation }))
  const [dispatch, returning] = [await desks.device(desks.aiko), await desks.device(desks.emi)]
  expect(dispatch.store.get('need', need.id)).toMatchObject({ status: 'toBeContinued', headcount: 6, watch: true })
  expect(dispatch.store.all('reportObservation')).toMatchObject([observation])
  expect(returning.store.all('reportObservation')).toEqual([])
})

test('while another team is out at the same house, only the last report decides', async () => {
  const desks = await testCenter()
  const need = await givenNeed(desks, { asked: { headcount: 8 } })
  const first = await givenTeamOut(desks, { need })
  const second = await givenTeamOut(desks, { need, seenTeamIds: [first.teamId] })
  const desk = await desks.device(desks.aiko)
  const comeBack = (teamId: string) => desks.emi.send('reports.receiveTeam', { teamId, missingIds: [] })
  await comeBack(first.teamId)
  await desks.emi.send('reports.acceptReport', heardReport(first.workOrderId))
  expect(desk.store.get('need', need.id)?.status).toBe('inProgress')
  await comeBack(second.teamId)
  await desks.emi.send('reports.acceptReport', heardReport(second.workOrderId))
  expect(desk.store.get('need', need.id)?.status).toBe('completed')
})

test('people are welcomed before paper is read; a sheet has one report; times run forward', async () => {
  const desks = await testCenter()
  const { teamId, workOrderId } = await givenTeamOut(desks)
  const accept = (wishes = {}) => desks.emi.send('reports.acceptReport', heardReport(workOrderId, wishes))
  await expect(accept()).rejects.toMatchObject({ code: 'reports.teamStillOut' })
  await desks.emi.send('reports.receiveTeam', { teamId, missingIds: [] })
  await expect(accept({ startedAt: '13:00' })).rejects.toMatchObject({ code: 'reports.timesReversed' })
  const both = await Promise.allSettled([accept(), accept({ outcome: 'toBeContinued' })])
  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  await expect(accept()).rejects.toMatchObject({ code: 'reports.alreadyAccepted', details: { by: '恵美' } })
})

test('a yes to one of the three questions must be written down before the report is heard', async () => {
  const desks = await testCenter()
  const { teamId, workOrderId, people } = await givenTeamBack(desks)
  const safety = { injury: true, nearMiss: false, unwell: true }
  const accept = () => desks.emi.send('reports.acceptReport', heardReport(workOrderId, { safety }))
  await expect(accept()).rejects.toMatchObject({
    code: 'reports.incidentMissing',
    details: { kinds: ['injury', 'unwell'] },
  })
  const record = (kind: 'injury' | 'unwell', attendanceId: string | null) =>
    desks.emi.send('reports.recordIncident', { incidentId: newId(), teamId, attendanceId, kind, text: '手を切った' })
  await record('injury', people[1] ?? null)
  await record('unwell', null)
  await accept()
  const [care, dispatch] = [await desks.device(desks.emi), await desks.device(desks.aiko)]
  expect(care.store.all('incident')).toHaveLength(2)
  expect(dispatch.store.all('incident')).toEqual([])
})

test('what the leader sent from the phone becomes the report that was heard', async () => {
  const desks = await testCenter()
  const { teamId, workOrderId, people, need } = await givenTeamOut(desks)
  const leader = desks.volunteer(people[0] ?? '')
  const { safety: _, source: __, observation, ...said } = heardReport(workOrderId)
  await leader.send('reports.sendReport', { ...said, observation: observation.text })
  const desk = await desks.device(desks.emi)
  expect(desk.store.all('report')).toMatchObject([{ status: 'sent', source: 'phone' }])
  expect(desk.store.get('need', need.id)?.status).toBe('inProgress')
  await desks.emi.send('reports.receiveTeam', { teamId, missingIds: [] })
  await desks.emi.send('reports.acceptReport', heardReport(workOrderId, { source: 'phone' }))
  expect(desk.store.all('report')).toMatchObject([
    { status: 'accepted', source: 'phone', sentBy: people[0], keyedBy: null },
  ])
  expect(desk.store.get('need', need.id)?.status).toBe('completed')
})

test('a report on the wrong work order is moved with a reason: both needs are right again', async () => {
  const desks = await testCenter()
  const wrong = await givenTeamBack(desks)
  const right = await givenTeamBack(desks)
  const desk = await desks.device(desks.lead)
  const status = (needId: string) => desk.store.get('need', needId)?.status
  const report = heardReport(wrong.workOrderId)
  await desks.emi.send('reports.acceptReport', report)
  expect([status(wrong.need.id), status(right.need.id)]).toEqual(['completed', 'inProgress'])
  const { safety: _, source: __, ...heard } = report
  const corrected = { ...heard, workOrderId: right.workOrderId, reason: '1班と2班の紙を取り違えた', basedOnSeq: 1000 }
  await desks.emi.send('reports.correctReport', corrected)
  expect([status(wrong.need.id), status(right.need.id)]).toEqual(['inProgress', 'completed'])
  expect(desk.store.all('report')).toMatchObject([{ teamId: right.teamId, needId: right.need.id }])
  await desks.emi.send('reports.acceptReport', heardReport(wrong.workOrderId, { outcome: 'toBeContinued' }))
  await expect(desks.emi.send('reports.correctReport', corrected)).resolves.toBeDefined()
  expect([status(wrong.need.id), status(right.need.id)]).toEqual(['toBeContinued', 'completed'])
})
