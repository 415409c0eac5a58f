import { expect, test } from 'vitest'
import { testCenter } from '#tests/support/center.ts'
import { givenTeamBack, givenTeamOut, heardReport } from '#tests/support/given-reports.ts'

test('a team that comes back is home with its people, and its phones no longer know the place', async () => {
  const desks = await testCenter()
  const { teamId, people, workOrderId } = await givenTeamOut(desks)
  const [leaderId = ''] = people
  const phone = await desks.device(desks.volunteer(leaderId))
  const desk = await desks.device(desks.emi)
  expect(phone.store.get('workOrderPlace', workOrderId)).toBeDefined()
  await desks.emi.send('reports.receiveTeam', { teamId, missingIds: [] }, { happenedAt: '2026-11-23T05:40:00.000Z' })
  expect(desk.store.get('team', teamId)).toMatchObject({ status: 'back', returnedAt: '2026-11-23T05:40:00.000Z' })
  for (const id of people) {
    expect(desk.store.get('attendance', id)).toMatchObject({
      status: 'returned',
      returnedAt: '2026-11-23T05:40:00.000Z',
    })
  }
  expect(phone.store.get('workOrderPlace', workOrderId)).toBeUndefined()
  expect(phone.store.get('attendance', leaderId)).toMatchObject({ status: 'returned' })
})

test('a member who did not come with the team stays out until received alone', async () => {
  const desks = await testCenter()
  const { teamId, people } = await givenTeamOut(desks)
  const missing = people[2] ?? ''
  const desk = await desks.device(desks.emi)
  await desks.emi.send('reports.receiveTeam', { teamId, missingIds: [missing] })
  expect(desk.store.get('attendance', missing)).toMatchObject({ status: 'out' })
  await desks.emi.send('reports.receivePerson', { attendanceId: missing })
  expect(desk.store.get('attendance', missing)).toMatchObject({ status: 'returned' })
})

test('two desks that receive the same team: the second hears since when it is back', async () => {
  const desks = await testCenter()
  const { teamId } = await givenTeamBack(desks)
  await expect(desks.emi.send('reports.receiveTeam', { teamId, missingIds: [] })).rejects.toMatchObject({
    code: 'reports.teamNotOut',
    details: { team: 1, status: 'back', first: { by: '恵美', at: '09:30', act: 'reports.receiveTeam' } },
  })
})

test('a return pressed for the wrong team is taken back; once its report is heard it no longer can be', async () => {
  const desks = await testCenter()
  const { teamId, people, workOrderId } = await givenTeamBack(desks)
  const desk = await desks.device(desks.emi)
  await desks.emi.send('reports.undoReceiveTeam', { teamId })
  expect(desk.store.get('team', teamId)).toMatchObject({ status: 'out', returnedAt: null })
  expect(people.map((id) => desk.store.get('attendance', id)?.status)).toEqual(['out', 'out', 'out'])
  await desks.emi.send('reports.receiveTeam', { teamId, missingIds: [] })
  await desks.emi.send('reports.acceptReport', heardReport(workOrderId))
  await expect(desks.emi.send('reports.undoReceiveTeam', { teamId })).rejects.toMatchObject({
    code: 'reports.tooLateToUndo',
  })
})

test('a return stays once somebody of the team has gone on to other work', async () => {
  const desks = await testCenter()
  const { teamId, people } = await givenTeamBack(desks)
  await desks.emi.send('reports.backToWaiting', { attendanceIds: [people[2] ?? ''] })
  await expect(desks.emi.send('reports.undoReceiveTeam', { teamId })).rejects.toMatchObject({
    code: 'reports.tooLateToUndo',
  })
})

test('whoever is out cannot go home; whoever is back goes home or waits for a second job', async () => {
  const desks = await testCenter()
  const { teamId, people } = await givenTeamOut(desks)
  const [one = '', two = '', three = ''] = people
  await expect(desks.emi.send('reports.sendHome', { attendanceIds: [one] })).rejects.toMatchObject({
    code: 'reports.cannotLeave',
  })
  await expect(desks.emi.send('reports.backToWaiting', { attendanceIds: [one] })).rejects.toMatchObject({
    code: 'reports.notReturned',
  })
  await desks.emi.send('reports.receiveTeam', { teamId, missingIds: [] })
  await desks.emi.send('reports.sendHome', { attendanceIds: [one, two] })
  await desks.emi.send('reports.backToWaiting', { attendanceIds: [three] })
  const desk = await desks.device(desks.aiko)
  expect([one, two, three].map((id) => desk.store.get('attendance', id)?.status)).toEqual(['left', 'left', 'waiting'])
  expect(desk.store.get('attendance', three)).toMatchObject({ teamId: null, isLeader: false })
  // Whoever leaves while waiting for a second job and comes back waits again; the others come back to their team's list.
  await desks.emi.send('reports.sendHome', { attendanceIds: [three] })
  for (const attendanceId of [one, three]) await desks.emi.send('volunteers.comeBack', { attendanceId })
  expect([one, three].map((id) => desk.store.get('attendance', id)?.status)).toEqual(['returned', 'waiting'])
})
