import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { testCenter } from '#tests/support/center.ts'
import { needForm } from '#tests/support/given.ts'
import { givenNeed, givenWaiting } from '#tests/support/given-dispatch.ts'
import { givenMerge } from '#tests/support/given-doubles.ts'
import { givenTeamBack, heardReport } from '#tests/support/given-reports.ts'

/** A house whose work was reported as done. */
async function givenFinished() {
  const desks = await testCenter()
  const { need, workOrderId } = await givenTeamBack(desks)
  await desks.emi.send('reports.acceptReport', heardReport(workOrderId))
  const attendanceIds = await givenWaiting(desks.phone, 3)
  const team = { teamId: newId(), attendanceIds, leaderId: attendanceIds[0] ?? null, seenTeamIds: [] }
  return { ...desks, need, team, desk: await desks.device(desks.lead) }
}

test('a finished house gets a team again only with a reason, which stays on the sheet and in the chronology', async () => {
  const { ben, aiko, need, team, desk } = await givenFinished()
  await ben.send('needs.reopenNeed', { needId: need.id, from: 'completed', reason: '床下に残っていた' })
  const asked = { ...team, needId: need.id }
  await expect(aiko.send('teams.formTeam', asked)).rejects.toMatchObject({
    code: 'teams.finishedBefore',
    details: { need: need.number, finished: [need.number] },
  })
  await aiko.send('teams.formTeam', { ...asked, againBecause: '床下の奥' })
  expect(desk.store.all('logEntry').at(-1)?.details).toMatchObject({ again: '床下の奥' })
  await aiko.send('teams.briefTeam', { teamId: team.teamId })
  const workOrderId = newId()
  await aiko.send('dispatch.issueWorkOrder', { workOrderId, teamId: team.teamId, reasonForTeam: '' })
  expect(desk.store.get('workOrder', workOrderId)?.againBecause).toBe('床下の奥')
  await aiko.send('dispatch.dispatchTeam', { workOrderId })
})

test('another need of the household for the same work counts, one for other work does not', async () => {
  const { ben, aiko, need, team, center } = await givenFinished()
  const sameHouse = async (categories: ('mudRemoval' | 'cleaning')[]) => {
    const form = needForm({ asked: { categories } })
    await ben.send('needs.receiveNeed', { ...form, householdId: need.householdId, household: null })
    return form.needId
  }
  expect(center.health.seq).toBeGreaterThan(0)
  const mud = aiko.send('teams.formTeam', { ...team, needId: await sameHouse(['mudRemoval']) })
  await expect(mud).rejects.toMatchObject({ code: 'teams.finishedBefore' })
  await aiko.send('teams.formTeam', { ...team, needId: await sameHouse(['cleaning']) })
})

test('what another team finished meanwhile is asked about at the door too', async () => {
  const desks = await testCenter()
  const other = await givenNeed(desks)
  const attendanceIds = await givenWaiting(desks.phone, 3)
  const teamId = newId()
  const leaderId = attendanceIds[0] ?? null
  await desks.aiko.send('teams.formTeam', { teamId, attendanceIds, leaderId, needId: other.id, seenTeamIds: [] })
  await desks.aiko.send('teams.briefTeam', { teamId })
  const workOrderId = newId()
  await desks.aiko.send('dispatch.issueWorkOrder', { workOrderId, teamId, reasonForTeam: '' })
  const form = needForm()
  await desks.ben.send('needs.receiveNeed', { ...form, householdId: other.householdId, household: null })
  const need = (await desks.device(desks.lead)).store.get('need', form.needId)
  if (!need) throw new Error('the need was taken down')
  const first = await givenTeamBack(desks, { need })
  await desks.emi.send('reports.acceptReport', heardReport(first.workOrderId))
  const depart = { workOrderId, checked: [] }
  await expect(desks.aiko.send('dispatch.dispatchTeam', depart)).rejects.toMatchObject({ code: 'teams.finishedBefore' })
  await desks.aiko.send('dispatch.dispatchTeam', { ...depart, againBecause: '別の部屋' })
})

test('an open need into which a finished one was merged is a finished house: a team goes there only with a reason', async () => {
  const desks = await givenFinished()
  const { ben, aiko, center, need, team, desk } = desks
  const open = await givenNeed(desks)
  const mergeId = await givenMerge(ben, center, 'doubles.mergeNeeds', [open.id, need.id])
  const asked = { ...team, needId: open.id }
  await expect(aiko.send('teams.formTeam', asked)).rejects.toMatchObject({ code: 'teams.finishedBefore' })
  await ben.send('doubles.unmerge', { mergeId })
  await aiko.send('teams.formTeam', asked)
  expect(desk.store.get('need', open.id)).toMatchObject({ status: 'assigned', finishedAt: null })
})
