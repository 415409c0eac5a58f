import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { testCenter } from '#tests/support/center.ts'
import { givenNeed } from '#tests/support/given-dispatch.ts'
import { givenTeamBack, givenTeamOut, heardReport } from '#tests/support/given-reports.ts'

async function given() {
  const desks = await testCenter()
  const out = await givenTeamOut(desks)
  const right = await givenNeed(desks)
  const act = {
    workOrderId: newId(),
    teamId: out.teamId,
    fromNeedId: out.need.id,
    needId: right.id,
    seenTeamIds: [],
    reason: '隣の家だった',
  }
  return { ...desks, ...out, right, act, desk: await desks.device(desks.lead) }
}

test('a team sent to the wrong need gets the right one while it is out, and a new version of its sheet', async () => {
  const { aiko, need, right, act, workOrderId, desk, people, volunteer, device } = await given()
  const phone = await device(volunteer(people[0] ?? ''))
  await aiko.send('dispatch.correctNeedOfTeam', act)
  expect(desk.store.get('need', need.id)).toMatchObject({ status: 'ready', visits: 0, teamIds: [] })
  expect(desk.store.get('need', right.id)).toMatchObject({ status: 'inProgress', visits: 1, teamIds: [act.teamId] })
  expect(desk.store.get('workOrder', workOrderId)?.status).toBe('void')
  expect(desk.store.get('workOrder', act.workOrderId)).toMatchObject({ status: 'out', version: 2, needId: right.id })
  expect(phone.store.get('workOrderPlace', act.workOrderId)?.addressLine).not.toBe('')
  expect(phone.store.get('workOrderPlace', workOrderId)).toBeUndefined()
  expect(desk.store.all('logEntry').at(-1)?.details).toMatchObject({ wrong: need.number, need: right.number })
})

test('corrected back, the first need is at work again', async () => {
  const { aiko, need, right, act, desk } = await given()
  await aiko.send('dispatch.correctNeedOfTeam', act)
  const back = { ...act, workOrderId: newId(), fromNeedId: right.id, needId: need.id, reason: '元に戻す' }
  await aiko.send('dispatch.correctNeedOfTeam', back)
  expect(desk.store.get('need', need.id)).toMatchObject({ status: 'inProgress', visits: 1 })
  expect(desk.store.get('need', right.id)).toMatchObject({ status: 'ready', visits: 0 })
})

test('refused for a team that is not out, and where another desk was faster', async () => {
  const { aiko, emi, act, teamId } = await given()
  const stale = aiko.send('dispatch.correctNeedOfTeam', { ...act, fromNeedId: act.needId })
  await expect(stale).rejects.toMatchObject({ code: 'dispatch.goesElsewhere' })
  await emi.send('reports.receiveTeam', { teamId, missingIds: [] })
  await expect(aiko.send('dispatch.correctNeedOfTeam', act)).rejects.toMatchObject({ code: 'dispatch.notOut' })
})

test('a report heard for the wrong need: both needs are put right in one act', async () => {
  const desks = await testCenter()
  const [one, other] = [await givenTeamBack(desks), await givenTeamBack(desks)]
  const desk = await desks.device(desks.lead)
  const report = heardReport(one.workOrderId)
  await desks.emi.send('reports.acceptReport', report)
  expect(desk.store.get('need', one.need.id)).toMatchObject({ status: 'completed' })
  const { source: _, safety: __, ...said } = report
  const corrected = { ...said, workOrderId: other.workOrderId, reason: '班を取り違えた', basedOnSeq: 1000 }
  await desks.emi.send('reports.correctReport', corrected)
  expect(desk.store.get('need', one.need.id)).toMatchObject({
    status: 'inProgress',
    completedAt: null,
    finishedAt: null,
  })
  expect(desk.store.get('need', other.need.id)).toMatchObject({ status: 'completed' })
  await desks.emi.send('reports.correctReport', { ...corrected, workOrderId: one.workOrderId, reason: '元に戻す' })
  expect(desk.store.get('need', one.need.id)).toMatchObject({ status: 'completed' })
  expect(desk.store.get('need', other.need.id)).toMatchObject({ status: 'inProgress' })
})
