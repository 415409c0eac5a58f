import { describe, expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { ids, testCenter } from '#tests/support/center.ts'
import { needForm } from '#tests/support/given.ts'
import { givenNeed, givenTeam, givenWaiting } from '#tests/support/given-dispatch.ts'

describe('sending a team out', () => {
  test('moves team, sheet, need and people in one act, and every desk sees it', async () => {
    const desks = await testCenter()
    const { need, people, teamId, workOrderId } = await givenTeam(desks)
    const desk = await desks.device(desks.ben)
    desks.clock.pass(10)
    await desks.aiko.send('dispatch.dispatchTeam', { workOrderId })
    expect(desk.store.get('team', teamId)).toMatchObject({ status: 'out', departedAt: desks.clock.now() })
    expect(desk.store.get('workOrder', workOrderId)).toMatchObject({ status: 'out' })
    expect(desk.store.get('need', need.id)).toMatchObject({ status: 'inProgress' })
    for (const id of people)
      expect(desk.store.get('attendance', id)).toMatchObject({ status: 'out', sentOutAt: desks.clock.now() })
  })

  test('the place is on the members’ phones only while they are out', async () => {
    const desks = await testCenter()
    const { people, workOrderId } = await givenTeam(desks)
    const [stranger = ''] = await givenWaiting(desks.phone, 1)
    const member = await desks.device(desks.volunteer(people[1] ?? ''))
    const other = await desks.device(desks.volunteer(stranger))
    expect(member.store.get('workOrder', workOrderId)).toMatchObject({ townId: 'deiki-2' })
    expect(member.store.all('workOrderPlace')).toEqual([])

    await desks.aiko.send('dispatch.dispatchTeam', { workOrderId })
    expect(member.store.get('workOrderPlace', workOrderId)).toMatchObject({ townId: 'deiki-2', surname: '金沢' })
    await member.catchUp()
    expect(member.store.get('workOrderPlace', workOrderId)).toBeDefined()
    expect([...other.store.all('workOrderPlace'), ...other.store.all('workOrder'), ...other.store.all('team')]).toEqual(
      [],
    )

    await desks.aiko.send('dispatch.recallFromDispatch', { workOrderId })
    expect(member.store.all('workOrderPlace')).toEqual([])
    await member.catchUp()
    expect(member.store.all('workOrderPlace')).toEqual([])
    expect(member.store.get('attendance', people[1] ?? '')).toMatchObject({ status: 'inTeam', sentOutAt: null })
  })

  test('an address that is withheld reaches neither sheet nor phone, and not the town either', async () => {
    const desks = await testCenter()
    const need = await givenNeed(desks, { household: { addressWithheld: true } })
    const { people, workOrderId } = await givenTeam(desks, { need })
    await desks.lead.send('dispatch.dispatchTeam', { workOrderId })
    const member = await desks.device(desks.volunteer(people[0] ?? ''))
    expect(member.store.get('workOrder', workOrderId)).toMatchObject({ townId: null })
    expect(member.store.get('workOrderPlace', workOrderId)).toEqual({
      id: workOrderId,
      dayId: ids.day,
      status: 'out',
      memberIds: people,
      withheld: true,
      surname: '',
      nameWithheld: false,
      careHint: '',
      townId: null,
      addressLine: '',
      landmark: '',
      lat: null,
      lng: null,
    })
  })

  test('a team without its briefing stays, and nothing is written', async () => {
    const desks = await testCenter()
    const { teamId, workOrderId } = await givenTeam(desks, { briefed: false })
    const desk = await desks.device(desks.aiko)
    await expect(desks.aiko.send('dispatch.dispatchTeam', { workOrderId })).rejects.toMatchObject({
      code: 'dispatch.notBriefed',
    })
    expect(desk.store.get('team', teamId)?.status).toBe('ready')
  })

  test('two desks press at once: the team leaves once, and the second is told who sent it and when', async () => {
    const desks = await testCenter()
    const { workOrderId } = await givenTeam(desks)
    const both = await Promise.allSettled([
      desks.aiko.send('dispatch.dispatchTeam', { workOrderId }),
      desks.lead.send('dispatch.dispatchTeam', { workOrderId }),
    ])
    expect(both[0]).toMatchObject({ status: 'fulfilled' })
    expect(both[1]).toMatchObject({
      reason: {
        code: 'dispatch.notReady',
        details: { team: 1, status: 'out', first: { by: '愛子', at: '09:30', act: 'dispatch.dispatchTeam' } },
      },
    })
  })

  test('somebody without insurance for today is guided to reception, then goes', async () => {
    const desks = await testCenter()
    const people = [
      ...(await givenWaiting(desks.phone, 1)),
      ...(await givenWaiting(desks.phone, 1, { insurance: { plan: 'basic', joinedOn: '2026-05-01' } })),
    ]
    const { workOrderId } = await givenTeam(desks, { people })
    await expect(desks.aiko.send('dispatch.dispatchTeam', { workOrderId })).rejects.toMatchObject({
      code: 'dispatch.uninsured',
      details: { numbers: [2], onTheSpot: true },
    })
  })
})

describe('the sheet', () => {
  test('is void as soon as the team changes, leaves the phones, and comes back as the next version', async () => {
    const desks = await testCenter()
    const { people, teamId, workOrderId } = await givenTeam(desks)
    const desk = await desks.device(desks.aiko)
    const gone = await desks.device(desks.volunteer(people[2] ?? ''))
    await desks.aiko.send('dispatch.removeMember', { teamId, attendanceId: people[2] ?? '' })
    expect(desk.store.get('workOrder', workOrderId)).toMatchObject({ status: 'void' })
    expect(desk.store.get('team', teamId)).toMatchObject({ status: 'forming', workOrderId: null })
    expect([...gone.store.all('workOrder'), ...gone.store.all('team')]).toEqual([])
    await expect(desks.aiko.send('dispatch.dispatchTeam', { workOrderId })).rejects.toMatchObject({
      code: 'dispatch.sheetVoid',
    })
    await expect(
      desks.aiko.send('dispatch.issueWorkOrder', { workOrderId: newId(), teamId, reasonForTeam: '' }),
    ).resolves.toMatchObject({ answer: { number: 1, version: 2 } })
  })

  test('printed by another desk meanwhile, its words are not replaced unseen, and who printed it is told', async () => {
    const desks = await testCenter()
    const { teamId, workOrderId } = await givenTeam(desks)
    const mine = { workOrderId: newId(), teamId, reasonForTeam: '若い人を三人' }
    await expect(desks.lead.send('dispatch.issueWorkOrder', mine)).rejects.toMatchObject({
      code: 'core.changedMeanwhile',
      details: { first: { by: '愛子', at: '09:30', act: 'dispatch.issueWorkOrder' } },
    })
    const desk = await desks.device(desks.aiko)
    expect(desk.store.get('workOrder', workOrderId)).toMatchObject({ status: 'printed', version: 1 })
  })

  test('printed anew, it voids the one before it', async () => {
    const desks = await testCenter()
    const { teamId, workOrderId } = await givenTeam(desks)
    const again = newId()
    await desks.aiko.send('dispatch.issueWorkOrder', {
      workOrderId: again,
      teamId,
      basedOnId: workOrderId,
      reasonForTeam: '高齢の方に配慮',
    })
    const desk = await desks.device(desks.aiko)
    expect(desk.store.get('workOrder', workOrderId)).toMatchObject({ status: 'void', version: 1 })
    expect(desk.store.get('workOrder', again)).toMatchObject({ status: 'printed', version: 2, number: 1 })
    expect(desk.store.get('team', teamId)).toMatchObject({ status: 'ready', workOrderId: again })
  })

  test('printed after the day was shortened, it carries the time that holds', async () => {
    const desks = await testCenter()
    const notice = { noticeId: newId(), kind: 'shorten', reason: '雨', returnBy: '13:00' } as const
    await desks.lead.send('messages.sendNotice', notice)
    const { workOrderId } = await givenTeam(desks)
    const desk = await desks.device(desks.aiko)
    expect(desk.store.get('workOrder', workOrderId)).toMatchObject({ returnBy: '13:00' })
  })

  test('a team that is dissolved frees its people and its need', async () => {
    const desks = await testCenter()
    const { need, people, teamId, workOrderId } = await givenTeam(desks)
    const desk = await desks.device(desks.aiko)
    await desks.aiko.send('dispatch.disbandTeam', { teamId })
    for (const id of people) expect(desk.store.get('attendance', id)).toMatchObject({ status: 'waiting', teamId: null })
    expect(desk.store.get('need', need.id)).toMatchObject({ status: 'ready', assignedCount: 0, teamIds: [] })
    expect(desk.store.get('workOrder', workOrderId)).toMatchObject({ status: 'void' })
  })
})

test('what was asked is written anew after printing: the team waits for a new sheet', async () => {
  const desks = await testCenter()
  const { need, teamId, workOrderId } = await givenTeam(desks)
  const form = needForm({ household: { addressWithheld: true } })
  const { channel: _channel, survey: _survey, ...asked } = form.asked
  const { contact, household } = form
  await desks.ben.send('needs.changeNeed', { needId: need.id, basedOnVersion: need.version, asked, contact, household })
  await expect(desks.aiko.send('dispatch.dispatchTeam', { workOrderId })).rejects.toMatchObject({
    code: 'dispatch.needRewritten',
    details: { need: need.number, sheet: '1-1' },
  })
  const again = newId()
  await desks.aiko.send('dispatch.issueWorkOrder', {
    workOrderId: again,
    teamId,
    basedOnId: workOrderId,
    reasonForTeam: '',
  })
  await expect(desks.lead.send('dispatch.dispatchTeam', { workOrderId: again })).resolves.toBeDefined()
})
