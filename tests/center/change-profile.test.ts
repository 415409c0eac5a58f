import { describe, expect, test } from 'vitest'
import { readersOf, readFor } from '#server/core/reads.ts'
import { slices } from '#server/slices.ts'
import { capabilitiesOf, profileNamed } from '#shared/center/profiles.ts'
import type { ProfilePreview } from '#shared/center/reads.ts'
import { newId } from '#shared/core/ids.ts'
import { ids, testCenter } from '#tests/support/center.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'
import type { InputOf } from '#web/core/send.ts'

const grow = (changeId = newId()): InputOf<'center.changeProfile'> => ({
  changeId,
  from: 'small',
  to: 'standard',
  seats: [],
  publicReception: true,
})

async function smallCenter() {
  const desks = await testCenter({ profileName: 'small' })
  const [ken, mai] = [newId(), newId()]
  await desks.lead.send('access.addStaff', { staffId: ken, name: '健', pin: '222222', deskNames: ['frontDesk'] })
  await desks.lead.send('access.addStaff', { staffId: mai, name: '舞', pin: '333333', deskNames: ['frontDesk'] })
  return { ...desks, ken, mai, screen: await desks.device(desks.lead) }
}

type Small = Awaited<ReturnType<typeof smallCenter>>

async function preview({ center, lead }: Small, to: 'standard' | 'small'): Promise<ProfilePreview> {
  const readers = readersOf(slices('live'))
  const answer = await readFor(center, readers, lead.actor, { name: 'center.previewProfileChange', input: { to } })
  return answer as ProfilePreview
}

const desksOf = ({ screen }: Small, staffId: string) => screen.store.get('staff', staffId)?.deskNames ?? []

describe('growing', () => {
  test('every desk of the new form has a person, and nobody is without a desk', async () => {
    const small = await smallCenter()
    const { lead, screen, ken, mai } = small
    const foreseen = await preview(small, 'standard')
    await lead.send('center.changeProfile', grow())
    expect(screen.store.all('center')[0]).toMatchObject({ profileName: 'standard' })
    expect(screen.store.all('day')[0]).toMatchObject({ publicReception: true })
    const seated = [ids.lead, ken, mai].flatMap((id) => desksOf(small, id))
    expect(seated.toSorted()).toEqual(
      profileNamed('standard')
        .desks.map(({ name }) => name)
        .toSorted(),
    )
    expect(desksOf(small, ids.lead)).toContain('lead')
    for (const { staffId, deskNames } of foreseen.seats) expect(desksOf(small, staffId)).toEqual(deskNames)
  })

  test('rights follow at once', async () => {
    const small = await smallCenter()
    const rights = () => small.center.read(async (_tx, profile) => capabilitiesOf(profile, desksOf(small, small.ken)))
    expect(await rights()).toContain('center.lead')
    const seats = [{ staffId: small.ken, deskNames: ['needs'] }]
    await small.lead.send('center.changeProfile', { ...grow(), seats })
    expect(await rights()).toEqual(['needs.manage', 'contacts.read'])
  })

  test('a second lead hears that the form has changed', async () => {
    const { lead } = await smallCenter()
    await lead.send('center.changeProfile', grow())
    await expect(lead.send('center.changeProfile', grow())).rejects.toMatchObject({ code: 'center.alreadyInForm' })
  })

  test('nobody may be left without a desk, and somebody leads', async () => {
    const { lead, ken } = await smallCenter()
    const without = { ...grow(), seats: [{ staffId: ken, deskNames: ['kitchen'] }] }
    await expect(lead.send('center.changeProfile', without)).rejects.toMatchObject({ code: 'center.leftWithoutDesk' })
    const leaderless = { ...grow(), seats: [{ staffId: ids.lead, deskNames: ['needs'] }] }
    await expect(lead.send('center.changeProfile', leaderless)).rejects.toMatchObject({ code: 'access.lastLead' })
  })

  test('a survey becomes a duty for whatever is undecided, and what was opened by name stays open', async () => {
    const small = await smallCenter()
    const { lead, screen } = small
    const form = needForm({ asked: { survey: 'unsure' } })
    await lead.send('needs.receiveNeed', form)
    const undecided = form.needId
    await lead.send('needs.receiveNeed', needForm())
    expect(await preview(small, 'standard')).toMatchObject({ openNeeds: 2, undecidedSurveys: 1 })
    const closedBy = () => screen.store.get('need', undecided)?.gate.closedBy
    expect(closedBy()).toEqual([])
    const change = grow()
    await lead.send('center.changeProfile', change)
    expect(closedBy()).toEqual(['surveyUnresolved'])
    await lead.send('center.undoProfileChange', { changeId: change.changeId })
    expect(closedBy()).toEqual([])
  })
})

describe('back again', () => {
  test('the undo puts everything back until the first record, and says who made it', async () => {
    const small = await smallCenter()
    const { lead, screen, ken } = small
    const change = grow()
    await lead.send('center.changeProfile', change)
    await lead.send('center.undoProfileChange', { changeId: change.changeId })
    expect(screen.store.all('center')[0]).toMatchObject({ profileName: 'small' })
    expect(desksOf(small, ken)).toEqual(['frontDesk'])
    expect(screen.store.get('profileChange', change.changeId)).toMatchObject({ undoneBy: '佐藤' })
    await expect(lead.send('center.undoProfileChange', { changeId: change.changeId })).rejects.toMatchObject({
      code: 'center.changeUndone',
    })
    const again = grow()
    await lead.send('center.changeProfile', again)
    await small.phone.send('volunteers.checkIn', receptionForm())
    const undo = lead.send('center.undoProfileChange', { changeId: again.changeId })
    await expect(undo).rejects.toMatchObject({
      code: 'center.tooLateToUndo',
      details: { type: 'volunteers.checkIn', by: '' },
    })
  })

  test('a center that grew, shrank and grew again seats everyone where they were', async () => {
    const small = await smallCenter()
    const { lead, ken } = small
    const seats = [{ staffId: ken, deskNames: ['reception', 'return'] }]
    await lead.send('center.changeProfile', { ...grow(), seats })
    const back = { ...grow(), from: 'standard', to: 'small', publicReception: false } as const
    await lead.send('center.changeProfile', back)
    expect(desksOf(small, ken)).toEqual(['frontDesk'])
    await lead.send('center.changeProfile', grow())
    expect(desksOf(small, ken)).toEqual(['reception', 'return'])
  })
})
