import { describe, expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { testCenter } from '#tests/support/center.ts'
import { givenNeed, givenWaiting } from '#tests/support/given-dispatch.ts'

describe('forming a team', () => {
  test('takes its people from the waiting list and shows them at the need, on every desk', async () => {
    const desks = await testCenter()
    const { phone, aiko, ben, device } = desks
    const need = await givenNeed(desks)
    const [first = '', second = ''] = await givenWaiting(phone, 2)
    const desk = await device(ben)
    const teamId = newId()
    await aiko.send('teams.formTeam', {
      teamId,
      attendanceIds: [first, second],
      leaderId: second,
      needId: need.id,
      seenTeamIds: [],
    })
    expect(desk.store.get('team', teamId)).toMatchObject({ number: 1, status: 'forming', leaderId: second })
    expect(desk.store.get('attendance', first)).toMatchObject({ status: 'inTeam', teamId, isLeader: false })
    expect(desk.store.get('attendance', second)).toMatchObject({ status: 'inTeam', teamId, isLeader: true })
    expect(desk.store.get('need', need.id)).toMatchObject({ status: 'assigned', assignedCount: 2, teamIds: [teamId] })
  })

  test('two desks that take the same person: one wins, the other hears who, when, into which team', async () => {
    const { phone, aiko, lead, clock, device } = await testCenter()
    const [shared = '', mine = ''] = await givenWaiting(phone, 2)
    clock.pass(72)
    const [teamId, other] = [newId(), newId()]
    const none = { leaderId: null, needId: null, seenTeamIds: [] }
    const both = await Promise.allSettled([
      aiko.send('teams.formTeam', { teamId, attendanceIds: [shared], ...none }),
      lead.send('teams.formTeam', { teamId: other, attendanceIds: [mine, shared], ...none }),
    ])
    expect(both[0]).toMatchObject({ status: 'fulfilled' })
    expect(both[1]).toMatchObject({
      status: 'rejected',
      reason: { code: 'teams.alreadyInTeam', details: { number: 1, team: 1, by: '愛子', at: '10:42', others: 0 } },
    })
    const desk = await device(lead)
    expect(desk.store.get('attendance', mine)).toMatchObject({ status: 'waiting', teamId: null })
    expect(desk.store.get('team', other)).toBeUndefined()
  })

  test('two desks that take the same need: the second is told of the team it had not seen, and may then add to it', async () => {
    const desks = await testCenter()
    const { phone, aiko, lead } = desks
    const need = await givenNeed(desks, { asked: { headcount: 6 } })
    const [first = '', second = ''] = await givenWaiting(phone, 2)
    const teamId = newId()
    const wish = { leaderId: null, needId: need.id }
    await aiko.send('teams.formTeam', { teamId, attendanceIds: [first], seenTeamIds: [], ...wish })
    const late = { teamId: newId(), attendanceIds: [second], ...wish }
    await expect(lead.send('teams.formTeam', { ...late, seenTeamIds: [] })).rejects.toMatchObject({
      code: 'teams.needTaken',
      details: { need: need.number, team: 1, by: '愛子', at: '09:30' },
    })
    await expect(lead.send('teams.formTeam', { ...late, seenTeamIds: [teamId] })).resolves.toMatchObject({
      answer: { number: 2 },
    })
  })

  test('a need that has enough takes no second team, but its team takes more people', async () => {
    const desks = await testCenter()
    const { phone, aiko, device } = desks
    const need = await givenNeed(desks, { asked: { headcount: 1 } })
    const [first = '', second = ''] = await givenWaiting(phone, 2)
    const teamId = newId()
    await aiko.send('teams.formTeam', {
      teamId,
      attendanceIds: [first],
      leaderId: null,
      needId: need.id,
      seenTeamIds: [],
    })
    await expect(
      aiko.send('teams.formTeam', {
        teamId: newId(),
        attendanceIds: [second],
        leaderId: null,
        needId: need.id,
        seenTeamIds: [teamId],
      }),
    ).rejects.toMatchObject({ code: 'teams.needHasEnough', details: { team: 1, by: '愛子', at: '09:30' } })
    const desk = await device(aiko)
    await aiko.send('dispatch.addMembers', { teamId, attendanceIds: [second] })
    expect(desk.store.get('need', need.id)).toMatchObject({ assignedCount: 2 })
  })

  test('whoever wants to change a team that is dissolved hears by whom, and when', async () => {
    const { phone, aiko, lead, clock } = await testCenter()
    const [first = '', second = ''] = await givenWaiting(phone, 2)
    const teamId = newId()
    const none = { leaderId: null, needId: null, seenTeamIds: [] }
    await aiko.send('teams.formTeam', { teamId, attendanceIds: [first], ...none })
    clock.pass(15)
    await aiko.send('dispatch.disbandTeam', { teamId })
    clock.pass(5)
    await expect(lead.send('dispatch.addMembers', { teamId, attendanceIds: [second] })).rejects.toMatchObject({
      code: 'teams.teamIsGone',
      details: { team: 1, status: 'disbanded', first: { by: '愛子', at: '09:45', act: 'dispatch.disbandTeam' } },
    })
  })

  test.each([
    ['needs.gateClosed', { sticker: 'red' as const }],
    ['teams.needNotReady', { survey: 'needed' as const }],
  ])('is refused for a need with %s', async (code, asked) => {
    const desks = await testCenter()
    const { phone, aiko } = desks
    const need = await givenNeed(desks, { asked })
    const attendanceIds = await givenWaiting(phone, 1)
    await expect(
      aiko.send('teams.formTeam', { teamId: newId(), attendanceIds, leaderId: null, needId: need.id, seenTeamIds: [] }),
    ).rejects.toMatchObject({ code })
  })

  test('whoever is still talking over their health is not taken', async () => {
    const { phone, aiko } = await testCenter()
    const attendanceIds = await givenWaiting(phone, 1, { health: { condition: 'concern', note: '' } })
    await expect(
      aiko.send('teams.formTeam', { teamId: newId(), attendanceIds, leaderId: null, needId: null, seenTeamIds: [] }),
    ).rejects.toMatchObject({ code: 'teams.notWaiting', details: { status: 'consulting' } })
  })
})
