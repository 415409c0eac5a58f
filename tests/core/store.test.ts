import { expect, test } from 'vitest'
import { testCenter } from '#tests/support/center.ts'
import { givenNeed, givenTeam } from '#tests/support/given-dispatch.ts'

test('records are found by a field as they stand now, and the same list is given until one changes', async () => {
  const desks = await testCenter()
  const device = await desks.device(desks.aiko)
  const first = await givenTeam(desks)
  const other = await givenNeed(desks)
  const teamsAt = (needId: string) => device.store.by('team', 'needId', needId).map(({ id }) => id)
  expect(teamsAt(first.need.id)).toEqual([first.teamId])
  expect(teamsAt(other.id)).toEqual([])
  const before = device.store.by('team', 'needId', first.need.id)
  expect(device.store.by('team', 'needId', first.need.id)).toBe(before)

  await desks.aiko.send('dispatch.assignNeed', { teamId: first.teamId, needId: other.id, seenTeamIds: [] })
  expect(teamsAt(first.need.id)).toEqual([])
  expect(teamsAt(other.id)).toEqual([first.teamId])
})
