import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { ask } from '#tests/support/asking.ts'
import { ids, testCenter } from '#tests/support/center.ts'
import { needForm } from '#tests/support/given.ts'
import { givenNeed } from '#tests/support/given-dispatch.ts'
import { givenTeamBack, heardReport } from '#tests/support/given-reports.ts'
import { registrationForm } from '#tests/support/given-roster.ts'

async function smallCenter() {
  const desks = await testCenter({ profileName: 'small' })
  const { lead } = desks
  const form = needForm({ asked: { tools: ['スコップ'], headcount: 3 } })
  await lead.send('needs.receiveNeed', form)
  const register = async (wishes: Parameters<typeof registrationForm>[0]) => {
    const registration = registrationForm({ ...wishes, isAnother: true })
    await lead.send('roster.registerPerson', registration)
    return registration.personId
  }
  const near = await register({ said: { areas: ['泥亀'], tools: ['スコップ'], days: ['mon.am'] } })
  const far = await register({ said: { areas: ['朝比奈町'], days: ['mon.am'] } })
  const weekend = await register({ said: { areas: ['泥亀'], days: ['sat.am', 'sun.am'] }, person: { vehicle: 'van' } })
  const minor = await register({ contact: { birthDate: '2011-01-01' }, said: { days: ['sun.pm'] } })
  const find = (slot: 'mon.am' | 'sat.am' | null, withVehicle = false) =>
    ask(desks.center, lead.actor, 'dispatch.findHelpers', { needId: form.needId, slot, withVehicle })
  return { ...desks, needId: form.needId, near, far, weekend, minor, find, screen: await desks.device(lead) }
}

test('people of the roster are found by need, place and time, the fittest first, with what speaks for them', async () => {
  const { find, near, far, weekend } = await smallCenter()
  const onMonday = await find('mon.am')
  expect(onMonday.helpers.map(({ personId }) => personId).slice(0, 2)).toEqual([near, far])
  expect(onMonday.helpers[0]?.reasons.map(({ why }) => why)).toEqual(['area', 'slot', 'tools'])
  expect(onMonday.helpers[1]?.reasons[0]).toHaveProperty('why', 'near')
  expect(onMonday.helpers[0]?.phone).not.toBe('')
  expect(onMonday.helpers.map(({ personId }) => personId)).not.toContain(weekend)
  expect((await find(null, true)).helpers.map(({ personId }) => personId)).toEqual([weekend])
  expect((await find(null)).total).toBe(4)
})

test('who can come is written down, and put to work by one act: checked in, a team, its need', async () => {
  const { lead, find, needId, near, far, screen } = await smallCenter()
  const callOutId = newId()
  await lead.send('dispatch.recordCallOut', { callOutId, needId, personId: near, answer: 'comes', note: '13時から' })
  expect(screen.store.get('callOut', callOutId)).toMatchObject({ answer: 'comes', note: '13時から', calledBy: '佐藤' })
  const teamId = newId()
  const people = [near, far].map((personId) => ({ personId, attendanceId: newId() }))
  const act = { teamId, needId, seenTeamIds: [] as string[], consentVersion: '2026-11', people }
  await lead.send('dispatch.putToWork', act)
  const team = screen.store.get('team', teamId)
  expect(team?.members.map(({ attendanceId }) => attendanceId)).toEqual(people.map(({ attendanceId }) => attendanceId))
  expect(team).toMatchObject({ needId, leaderId: people[0]?.attendanceId, status: 'forming' })
  expect(screen.store.get('need', needId)).toMatchObject({ status: 'assigned', assignedCount: 2 })
  expect(screen.store.get('attendance', people[0]?.attendanceId)).toMatchObject({ status: 'inTeam', cameBefore: true })
  expect((await find('mon.am')).helpers.map(({ personId }) => personId)).not.toContain(near)
})

test('nobody is checked in twice, no minor without the guardian’s word, and no half of the act stays', async () => {
  const { lead, aiko, needId, near, far, minor, screen } = await smallCenter()
  const act = (...ids: string[]) => ({
    teamId: newId(),
    needId,
    seenTeamIds: [] as string[],
    consentVersion: '2026-11',
    people: ids.map((personId) => ({ personId, attendanceId: newId() })),
  })
  await expect(lead.send('dispatch.putToWork', act(far, minor))).rejects.toMatchObject({
    code: 'dispatch.consentOnTheSpot',
  })
  expect(screen.store.all('attendance')).toEqual([])
  // Dispatch alone may form teams, and nobody is checked in by it.
  await expect(aiko.send('dispatch.putToWork', act(far))).rejects.toMatchObject({ code: 'core.notAllowed' })
  await lead.send('dispatch.putToWork', act(near))
  const again = { ...act(near, far), seenTeamIds: screen.store.all('team').map(({ id }) => id) }
  await expect(lead.send('dispatch.putToWork', again)).rejects.toMatchObject({ code: 'dispatch.calledPersonHere' })
  expect(screen.store.all('attendance')).toHaveLength(1)
  expect(ids.day).toBe(screen.store.all('attendance')[0]?.dayId)
})

test('people called to a house that was finished go only with a reason, which the chronology keeps', async () => {
  const desks = await smallCenter()
  const { lead, screen, near } = desks
  const need = await givenNeed(desks)
  const { workOrderId } = await givenTeamBack(desks, { need })
  await lead.send('reports.acceptReport', heardReport(workOrderId))
  await lead.send('needs.reopenNeed', { needId: need.id, from: 'completed', reason: '床下に残っていた' })
  const act = {
    teamId: newId(),
    needId: need.id,
    seenTeamIds: screen.store.get('need', need.id)?.teamIds ?? [],
    consentVersion: '2026-11',
    people: [{ personId: near, attendanceId: newId() }],
  }
  await expect(lead.send('dispatch.putToWork', act)).rejects.toMatchObject({ code: 'teams.finishedBefore' })
  await lead.send('dispatch.putToWork', { ...act, againBecause: '床下の奥' })
  expect(screen.store.get('team', act.teamId)?.againBecause).toBe('床下の奥')
  expect(screen.store.all('logEntry').at(-1)?.details).toMatchObject({ again: '床下の奥', size: 1 })
})
