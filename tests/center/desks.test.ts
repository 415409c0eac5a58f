import { expect, test } from 'vitest'
import { deskWorks } from '#shared/center/desk-works.ts'
import { profileInForce, profileNamed } from '#shared/center/profiles.ts'
import { newId } from '#shared/core/ids.ts'
import { ids, Sender, testCenter } from '#tests/support/center.ts'

async function staffedCenter() {
  const desks = await testCenter()
  const { lead } = desks
  const people = { 受: newId(), 需: newId(), 査: newId() }
  await lead.send('access.addStaff', { staffId: people.受, name: '受', pin: '222222', deskNames: ['reception'] })
  await lead.send('access.addStaff', { staffId: people.需, name: '需', pin: '333333', deskNames: ['needs'] })
  await lead.send('access.addStaff', { staffId: people.査, name: '査', pin: '444444', deskNames: ['survey'] })
  const screen = await desks.device(lead)
  const inForce = () => {
    const [center] = screen.store.all('center')
    return profileInForce(center?.profileName ?? 'small', screen.store.all('deskList')[0]?.desks).desks
  }
  const desk = (name: string) => inForce().find((one) => one.name === name)
  const seat = (staffId: string) => screen.store.get('staff', staffId)?.deskNames
  return { ...desks, people, screen, inForce, desk, seat }
}

test('every desk of a profile is a work that a desk can do', () => {
  const named = [profileNamed('standard'), profileNamed('small')].flatMap(({ desks }) => desks.map(({ name }) => name))
  expect(named.toSorted()).toEqual([...deskWorks].toSorted())
})

test('a desk is added in mid-day and staffed at once', async () => {
  const { lead, people, desk, seat } = await staffedCenter()
  const deskName = newId()
  await lead.send('center.addDesk', { deskName, label: '電話2', work: ['needs'], lanes: 1 })
  expect(desk(deskName)).toMatchObject({
    label: '電話2',
    panels: desk('needs')?.panels,
    capabilities: desk('needs')?.capabilities,
  })
  await lead.send('access.assignDesks', { staffId: people.査, deskNames: ['survey', deskName] })
  expect(seat(people.査)).toEqual(['survey', deskName])
  const same = { deskName: newId(), label: '電話2', work: ['needs' as const], lanes: 1 }
  await expect(lead.send('center.addDesk', same)).rejects.toMatchObject({ code: 'center.deskNameTaken' })
  await expect(lead.send('center.addDesk', { ...same, deskName, label: '別' })).rejects.toMatchObject({
    code: 'center.deskTaken',
  })
})

test('two desks become one with the work and the people of both', async () => {
  const { lead, people, desk, seat, inForce } = await staffedCenter()
  await lead.send('center.mergeDesks', { from: 'survey', into: 'needs', label: '' })
  expect(desk('survey')).toBeUndefined()
  expect(desk('needs')).toMatchObject({ label: 'ニーズ・現地調査', work: ['needs', 'survey'] })
  expect(desk('needs')?.capabilities).toEqual(expect.arrayContaining(['needs.manage', 'survey.manage']))
  expect(seat(people.査)).toEqual(['needs'])
  expect(inForce()).toHaveLength(7)
  const again = lead.send('center.mergeDesks', { from: 'survey', into: 'needs', label: '' })
  await expect(again).rejects.toMatchObject({ code: 'center.unknownOwnDesk' })
  await expect(lead.send('center.mergeDesks', { from: 'needs', into: 'needs', label: '' })).rejects.toMatchObject({
    code: 'center.oneDesk',
  })
})

test('a merged desk is split again by its work, and its people go with it', async () => {
  const { lead, people, desk, seat } = await staffedCenter()
  await lead.send('center.mergeDesks', { from: 'survey', into: 'needs', label: '' })
  const deskName = newId()
  const split = { deskName, label: '調査', from: 'needs', work: ['survey' as const], lanes: 1, staffIds: [people.査] }
  const whole = { ...split, deskName: newId(), work: ['survey' as const, 'needs' as const] }
  await expect(lead.send('center.splitDesk', whole)).rejects.toMatchObject({ code: 'center.nothingLeft' })
  await lead.send('center.splitDesk', split)
  expect(desk('needs')?.work).toEqual(['needs'])
  expect(desk(deskName)?.capabilities).toEqual(
    desk('survey')?.capabilities ?? profileNamed('standard').desks[4]?.capabilities,
  )
  expect(seat(people.査)).toEqual([deskName])
  expect(seat(people.需)).toEqual(['needs'])
})

test('the reception is split by its lanes', async () => {
  const { lead, people, desk, seat } = await staffedCenter()
  const deskName = newId()
  const split = { deskName, label: '受付(団体)', from: 'reception', work: [], lanes: 1, staffIds: [] as string[] }
  await lead.send('center.splitDesk', split)
  expect(desk('reception')?.lanes).toBe(2)
  expect(desk(deskName)).toMatchObject({ lanes: 1, panels: desk('reception')?.panels })
  expect(seat(people.受)).toEqual(['reception'])
})

test('splitting never leaves the center without a lead', async () => {
  const { lead } = await testCenter()
  await lead.send('center.mergeDesks', { from: 'affairs', into: 'lead', label: '' })
  const split = { deskName: newId(), label: '総務2', from: 'lead', work: ['affairs' as const], lanes: 1 }
  const refused = lead.send('center.splitDesk', { ...split, staffIds: [ids.lead] })
  await expect(refused).rejects.toMatchObject({ code: 'access.lastLead' })
})

test('a desk is handed over with a note that the new person reads', async () => {
  const { center, lead, people, seat, screen } = await staffedCenter()
  const handOverId = newId()
  const handing = { deskName: 'needs', fromStaffId: people.需, toStaffId: people.査, note: 'N-003は夕方に電話' }
  const clerk = (staffId: string, name: string) =>
    new Sender(center, { kind: 'staff', staffId, sessionId: newId(), name, capabilities: [] })
  const stranger = clerk(people.受, '受').send('center.handOverDesk', { handOverId: newId(), ...handing })
  await expect(stranger).rejects.toMatchObject({ code: 'core.notAllowed' })
  await clerk(people.需, '需').send('center.handOverDesk', { handOverId, ...handing })
  expect([seat(people.需), seat(people.査)]).toEqual([[], ['survey', 'needs']])
  expect(screen.store.get('handOver', handOverId)).toMatchObject({ toName: '査', readAt: null })
  await expect(lead.send('center.acknowledgeHandOver', { handOverId })).rejects.toMatchObject({
    code: 'core.notAllowed',
  })
  await clerk(people.査, '査').send('center.acknowledgeHandOver', { handOverId })
  expect(screen.store.get('handOver', handOverId)?.readAt).not.toBeNull()
  const twice = clerk(people.需, '需').send('center.handOverDesk', { ...handing, handOverId: newId() })
  await expect(twice).rejects.toMatchObject({ code: 'center.deskHasAnother' })
})
