import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { openMatters } from '#shared/reports/limits.ts'
import { ids, testCenter } from '#tests/support/center.ts'
import { givenTeam, givenWaiting } from '#tests/support/given-dispatch.ts'
import { givenTeamBack, givenTeamOut } from '#tests/support/given-reports.ts'

const closed = { code: 'center.dayIsClosed' }

test('on a day that is over nobody is sent out, taken into a team or let in', async () => {
  const desks = await testCenter()
  const { lead, aiko, emi } = desks
  const [ready, back] = [await givenTeam(desks), await givenTeamBack(desks)]
  const [late = '', other = ''] = await givenWaiting(desks.phone, 2)
  await emi.send('volunteers.cancelCheckIn', { attendanceId: other })
  const explanations = Object.fromEntries(openMatters.map((matter) => [matter, '確認済み']))
  await lead.send('reports.closeDay', { dayId: ids.day, explanations })
  const team = { teamId: newId(), attendanceIds: [late], leaderId: null, needId: null, seenTeamIds: [] }
  await expect(aiko.send('teams.formTeam', team)).rejects.toMatchObject({ code: 'center.noOpenDay' })
  const { teamId, workOrderId } = ready
  for (const act of [
    aiko.send('dispatch.dispatchTeam', { workOrderId, checked: [] }),
    aiko.send('dispatch.addMembers', { teamId, attendanceIds: [late] }),
    aiko.send('dispatch.issueWorkOrder', { workOrderId: newId(), teamId, basedOnId: workOrderId, reasonForTeam: '' }),
    emi.send('reports.undoReceiveTeam', { teamId: back.teamId }),
    emi.send('volunteers.restoreCheckIn', { attendanceId: other }),
    emi.send('volunteers.cancelCheckIn', { attendanceId: late }),
  ])
    await expect(act).rejects.toMatchObject(closed)
})

test('who comes back before the team knows the full place no longer, live and after a fetch', async () => {
  const desks = await testCenter()
  const { people, workOrderId } = await givenTeamOut(desks)
  const [leader = '', early = ''] = people
  const phones = [await desks.device(desks.volunteer(leader)), await desks.device(desks.volunteer(early))]
  const places = () => phones.map(({ store }) => store.get('workOrderPlace', workOrderId) !== undefined)
  expect(places()).toEqual([true, true])
  await desks.emi.send('reports.receivePerson', { attendanceId: early })
  expect(places()).toEqual([true, false])
  for (const phone of phones) await phone.catchUp()
  expect(places()).toEqual([true, false])
})
