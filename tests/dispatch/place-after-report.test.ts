import { expect, test } from 'vitest'
import { testCenter } from '#tests/support/center.ts'
import { givenTeamOut, heardReport } from '#tests/support/given-reports.ts'

/** A team at work, its phones, and whether they hold where it is: each live, and as they fetch it. */
async function teamAtWork() {
  const desks = await testCenter()
  const team = await givenTeamOut(desks)
  const { workOrderId, people, teamId } = team
  const phones = await Promise.all(people.map((id) => desks.device(desks.volunteer(id))))
  const held = () => phones.map(({ store }) => store.get('workOrderPlace', workOrderId) !== undefined)
  const places = async () => {
    const live = held()
    for (const phone of phones) await phone.catchUp()
    return [live, held()]
  }
  const leader = desks.volunteer(people[0] ?? '')
  const { safety: _, source: __, observation, ...said } = heardReport(workOrderId)
  const report = () => leader.send('reports.sendReport', { ...said, observation: observation.text })
  const ask = (minutes: number) => leader.send('dispatch.signal', { teamId, signal: 'moreTime', minutes, note: '' })
  const all = (holds: boolean) => [people.map(() => holds), people.map(() => holds)]
  return { ...desks, ...team, places, report, ask, all }
}

test('with the leader’s report every phone of the team loses the place, and the desk and its paper keep it', async () => {
  const { aiko, device, workOrderId, places, report, all } = await teamAtWork()
  expect(await places()).toEqual(all(true))
  await report()
  expect(await places()).toEqual(all(false))
  const desk = await device(aiko)
  expect(desk.store.get('workOrder', workOrderId)?.status).toBe('out')
  expect(desk.store.get('workOrderPlace', workOrderId)?.addressLine).not.toBe('')
  await report()
  expect(await places()).toEqual(all(false))
})

test('a team that asks for more time after its report goes on, and has the place again until it reports anew', async () => {
  const { places, report, ask, all } = await teamAtWork()
  await report()
  await ask(0)
  expect(await places()).toEqual(all(false))
  await ask(30)
  expect(await places()).toEqual(all(true))
  await report()
  expect(await places()).toEqual(all(false))
})

test('a team that was recalled and leaves again has the place again', async () => {
  const { aiko, workOrderId, places, report, all } = await teamAtWork()
  await report()
  await aiko.send('dispatch.recallFromDispatch', { workOrderId })
  expect(await places()).toEqual(all(false))
  await aiko.send('dispatch.dispatchTeam', { workOrderId, checked: [] })
  expect(await places()).toEqual(all(true))
})

test('a reception that is taken back gives the place to a team that has not reported, and to no other', async () => {
  const { emi, teamId, places, report, all } = await teamAtWork()
  await emi.send('reports.receiveTeam', { teamId, missingIds: [] })
  expect(await places()).toEqual(all(false))
  await emi.send('reports.undoReceiveTeam', { teamId })
  expect(await places()).toEqual(all(true))
  await report()
  await emi.send('reports.receiveTeam', { teamId, missingIds: [] })
  await emi.send('reports.undoReceiveTeam', { teamId })
  expect(await places()).toEqual(all(false))
})
