import { describe, expect, test } from 'vitest'
import { readersOf, readFor } from '#server/core/reads.ts'
import { slices } from '#server/slices.ts'
import { newId, newSecret } from '#shared/core/ids.ts'
import { Sender, testCenter } from '#tests/support/center.ts'
import { drillIds, givenDrill } from '#tests/support/given-drill.ts'

const readers = readersOf(slices('drill'))
const ask = (sender: Sender, center: Parameters<typeof readFor>[0], name: string, input: unknown) =>
  readFor(center, readers, sender.actor, { name, input })

describe('what belongs to a drill', () => {
  test('is refused where records are real', async () => {
    const { lead, phone } = await testCenter()
    await expect(lead.send('practice.setClock', { speed: 2 })).rejects.toMatchObject({ code: 'practice.notADrill' })
    const joining = {
      participantId: newId(),
      role: 'observer',
      name: '見学',
      deskName: null,
      ownToken: newSecret(),
    } as const
    await expect(phone.send('practice.joinDrill', joining)).rejects.toMatchObject({ code: 'practice.notADrill' })
  })

  test('starts once', async () => {
    const { runner, center } = await givenDrill()
    const state = { scenarioName: 'x', title: 'x', seed: 2, endsAt: '2026-11-23T07:00:00.000Z', speed: 1 }
    const again = { state, seats: [], injects: [], cards: [], outcomes: [] }
    await expect(runner.send('practice.startDrill', again)).rejects.toMatchObject({
      code: 'practice.drillAlreadyStarted',
      details: { title: '小さな訓練' },
    })
    expect(center.kind).toBe('drill')
  })
})

describe('injects', () => {
  test('reach no desk before they are given, and then reach it', async () => {
    const { center, lead, daigo, device } = await givenDrill()
    const desk = await device(daigo)
    expect(desk.store.all('inject')).toEqual([])
    const waiting = await ask(lead, center, 'practice.findWaiting', {})
    expect(waiting).toMatchObject({ injects: [{ title: '暑さ指数31' }, { title: '家の人がいない' }] })
    await expect(ask(daigo, center, 'practice.findWaiting', {})).rejects.toMatchObject({ code: 'core.notAllowed' })
    await lead.send('practice.fireInject', { injectId: drillIds.heat })
    expect(desk.store.all('inject')).toMatchObject([{ id: drillIds.heat, state: 'fired' }])
  })

  test('are put off, left out, given after all, and answered once; the second is told who was first', async () => {
    const { lead, aiko, clock, device } = await givenDrill()
    await lead.send('practice.delayInject', { injectId: drillIds.heat, minutes: 20 })
    await lead.send('practice.skipInject', { injectId: drillIds.heat })
    await lead.send('practice.fireInject', { injectId: drillIds.heat })
    clock.pass(3)
    await aiko.send('practice.answerInject', { injectId: drillIds.heat, answer: '13時で切り上げる' })
    await expect(
      lead.send('practice.answerInject', { injectId: drillIds.heat, answer: '続ける' }),
    ).rejects.toMatchObject({ code: 'practice.injectMoved', details: { state: 'answered', by: '愛子' } })
    expect((await device(lead)).store.get('inject', drillIds.heat)).toMatchObject({
      answer: '13時で切り上げる',
      answeredBy: '愛子',
    })
  })
})

test('somebody who calls while people sit at the desk rings there at once, with what they would say', async () => {
  const { runner, daigo, device } = await givenDrill()
  const screen = await device(daigo)
  await runner.send('practice.addInject', {
    id: newId(),
    key: 'call-1',
    recipient: { kind: 'desk', deskName: 'needs' },
    title: '電話',
    text: '',
    script: '床下に泥が入りました。',
    answerWithin: 10,
  })
  expect(screen.store.all('inject')).toMatchObject([{ state: 'fired', script: '床下に泥が入りました。' }])
})

test('what was put off, left out or given by mistake is put back, and what was given is on no desk any more', async () => {
  const { center, lead, daigo, clock, device } = await givenDrill()
  const desk = await device(daigo)
  const { heat: injectId } = drillIds
  const dueAt = clock.now()
  for (const type of ['practice.skipInject', 'practice.fireInject'] as const) {
    await lead.send(type, { injectId })
    await lead.send('practice.putBackInject', { injectId, dueAt })
    const { injects } = (await ask(lead, center, 'practice.findWaiting', {})) as { injects: { id: string }[] }
    expect(injects.find(({ id }) => id === injectId)).toMatchObject({ state: 'waiting', dueAt, firedAt: null })
    expect(desk.store.all('inject')).toEqual([])
  }
  await lead.send('practice.fireInject', { injectId })
  await lead.send('practice.answerInject', { injectId, answer: '13時まで' })
  await expect(lead.send('practice.putBackInject', { injectId, dueAt })).rejects.toMatchObject({
    code: 'practice.injectMoved',
  })
})

describe('people', () => {
  const joining = (role: 'staff' | 'survivor' | 'observer' | 'volunteer', fields: object = {}) => ({
    participantId: newId(),
    role,
    name: '洲崎',
    deskName: null,
    ownToken: newSecret(),
    ...fields,
  })

  test('join with the next card of their part, until none is left', async () => {
    const { center, phone, lead } = await givenDrill()
    const first = joining('survivor')
    await phone.send('practice.joinDrill', first)
    await phone.send('practice.joinDrill', joining('survivor'))
    await expect(phone.send('practice.joinDrill', joining('survivor'))).rejects.toMatchObject({
      code: 'practice.noCardLeft',
    })
    const { ownToken } = first
    await lead.send('practice.fireInject', { injectId: drillIds.call })
    expect(await ask(phone, center, 'practice.findMyPart', { ownToken })).toMatchObject({
      card: { who: '潮見 よし' },
      injects: [{ title: '家の人がいない' }],
    })
    await phone.send('practice.answerAsParticipant', {
      injectId: drillIds.call,
      answer: '出かけたふりをした',
      ownToken,
    })
    await phone.send('practice.leaveDrill', { ownToken })
    await expect(ask(phone, center, 'practice.findMyPart', { ownToken })).rejects.toMatchObject({
      code: 'practice.notTakingPart',
    })
    // The card is free again.
    await phone.send('practice.joinDrill', joining('survivor'))
  })

  test('who staffs a desk is on the staff list with their own PIN; the lead’s desk is for nobody who scans a poster', async () => {
    const { phone, lead, device } = await givenDrill()
    await phone.send('practice.joinDrill', joining('staff', { deskName: 'reception', pin: '246810' }))
    expect((await device(lead)).store.all('staff')).toContainEqual(
      expect.objectContaining({ name: '洲崎', deskNames: ['reception'] }),
    )
    const asLead = joining('staff', { name: '別人', deskName: 'lead', pin: '246810' })
    await expect(phone.send('practice.joinDrill', asLead)).rejects.toMatchObject({ code: 'practice.deskNotForJoining' })
    const without = joining('staff', { name: '別人', deskName: 'needs' })
    await expect(phone.send('practice.joinDrill', without)).rejects.toMatchObject({ code: 'practice.pinMissing' })
  })

  test('an observer writes from the phone, a desk from its screen, with the time of the drill', async () => {
    const { phone, ben, lead, clock, device } = await givenDrill()
    const observer = joining('observer', { deskName: 'needs' })
    await phone.send('practice.joinDrill', observer)
    const said = { deskName: 'needs', mark: 'problem' as const, checkKey: '', photoIds: [] as string[] }
    clock.pass(5)
    await phone.send('practice.observe', {
      observationId: newId(),
      ...said,
      text: '重複を調べていない',
      ownToken: observer.ownToken,
    })
    await ben.send('practice.writeObservation', { observationId: newId(), ...said, mark: 'note', text: '紙が足りない' })
    expect((await device(lead)).store.all('observation')).toMatchObject([
      { byName: '洲崎', at: clock.now(), text: '重複を調べていない' },
      { byName: '勉', text: '紙が足りない' },
    ])
  })
})

describe('phones', () => {
  test('hear by the drill’s own record that something was given to them, taken back or answered', async () => {
    const { lead, phone, runner, device } = await givenDrill()
    const screen = await device(phone)
    const told = () => screen.store.all('drillState')[0]?.toldPhones
    await lead.send('practice.fireInject', { injectId: drillIds.heat })
    expect(told()).toBe(0)
    await lead.send('practice.fireInject', { injectId: drillIds.call })
    expect(told()).toBe(1)
    await lead.send('practice.putBackInject', { injectId: drillIds.call, dueAt: null })
    expect(told()).toBe(2)
    await lead.send('practice.fireInject', { injectId: drillIds.call })
    await runner.send('practice.answerInject', { injectId: drillIds.call, answer: '出た' })
    expect(told()).toBe(4)
    // Nothing of what was given is held by a phone without an account.
    expect(screen.store.all('inject')).toEqual([])
  })

  test('without a line send later what was said before, with the time at which it was said', async () => {
    const { lead, phone, clock, device } = await givenDrill()
    const ownToken = newSecret()
    const joinedAt = clock.now()
    const who = { participantId: newId(), role: 'survivor', name: '洲崎', deskName: null, ownToken } as const
    await phone.send('practice.joinDrill', who)
    clock.pass(5)
    const saidAt = clock.now()
    await lead.send('practice.fireInject', { injectId: drillIds.call })
    clock.pass(20)
    await phone.send('practice.answerAsParticipant', { injectId: drillIds.call, answer: '待った', saidAt, ownToken })
    const note = { deskName: null, mark: 'note' as const, text: '長い', checkKey: '', photoIds: [], ownToken }
    const note2 = { ...note, observationId: newId(), saidAt: '2020-01-01T00:00:00.000Z' }
    const note3 = { ...note, observationId: newId(), saidAt: '2090-01-01T00:00:00.000Z' }
    for (const one of [{ ...note, observationId: newId(), saidAt }, note2, note3])
      await phone.send('practice.observe', one)
    const { store } = await device(lead)
    expect(store.get('inject', drillIds.call)).toMatchObject({ answeredAt: saidAt })
    // Neither before its author came nor after it came in.
    expect(store.all('observation').map(({ at }) => at)).toEqual([saidAt, joinedAt, clock.now()])
  })
})

describe('the controller', () => {
  test('sets the pace, jumps ahead and never back', async () => {
    const { lead, runner, clock, device } = await givenDrill()
    await lead.send('practice.setClock', { speed: 0 })
    await expect(lead.send('practice.jumpClock', { to: clock.now() })).rejects.toMatchObject({
      code: 'practice.timeGoesOn',
    })
    const to = '2026-11-23T02:00:00.000Z'
    await lead.send('practice.jumpClock', { to })
    const screen = await device(lead)
    expect(screen.store.all('drillState')).toMatchObject([{ speed: 0, jumpTo: to }])
    await runner.send('practice.reachJump', { to })
    expect(screen.store.all('drillState')).toMatchObject([{ jumpTo: null }])
  })

  test('hands a desk to people and back, and darkens the screens for a while', async () => {
    const { lead, runner, clock, device } = await givenDrill()
    await lead.send('practice.handSeat', { deskName: 'reception', player: 'human' })
    const from = clock.now()
    await lead.send('practice.startDevicesOff', {})
    await expect(lead.send('practice.startDevicesOff', {})).rejects.toMatchObject({
      code: 'practice.alreadyDevicesOff',
      details: { from },
    })
    clock.pass(30)
    const fact = { id: newId(), kind: 'arrival', key: '白波 一', happenedAt: clock.now() } as const
    await runner.send('practice.recordFacts', { facts: [fact] })
    await lead.send('practice.endDevicesOff', {})
    const screen = await device(lead)
    expect(screen.store.all('drillSeat')).toMatchObject([{ deskName: 'reception', player: 'human', byName: '佐藤' }])
    expect(screen.store.all('drillState')).toMatchObject([{ devicesOff: { from, until: clock.now() } }])
    // The truth that a simulated person knows reaches no screen.
    expect(screen.store.all('drillFact')).toEqual([])
  })

  test('decides, ends, and then nothing of the drill moves any more', async () => {
    const { lead, runner, clock, device } = await givenDrill()
    const decided = { state: 'late' as const, at: clock.now(), why: '最後の帰着は15:20', seqs: [3] }
    await runner.send('practice.recordOutcome', { outcomeId: drillIds.allBack, ...decided })
    await lead.send('practice.endDrill', {})
    await expect(lead.send('practice.setClock', { speed: 1 })).rejects.toMatchObject({ code: 'practice.drillOver' })
    expect((await device(lead)).store.all('drillOutcome')).toMatchObject([{ title: '15時までに全員帰着', ...decided }])
  })
})

describe('a round for one person', () => {
  const state = { scenarioName: 'solo', title: 'ひとり', seed: 1, endsAt: '2026-11-23T07:00:00.000Z', speed: 0 }
  const begin = async (soloDesk: string) => {
    const set = await testCenter({ kind: 'drill' })
    const runner = new Sender(set.center, { kind: 'system' })
    await runner.send('practice.startDrill', {
      state: { ...state, soloDesk },
      seats: [],
      injects: [],
      cards: [],
      outcomes: [],
    })
    return set
  }

  test('is ended, and begun once more, by whoever sits at its desk', async () => {
    const { emi, device } = await begin('reception')
    await emi.send('practice.finishRound', { again: false })
    const screen = await device(emi)
    expect(screen.store.all('drillState')).toMatchObject([{ phase: 'over', speed: 0, again: false }])
    await emi.send('practice.finishRound', { again: true })
    expect(screen.store.all('drillState')).toMatchObject([{ phase: 'over', again: true }])
  })

  test('is no way to end a drill in which many take part', async () => {
    const { emi } = await begin('')
    await expect(emi.send('practice.finishRound', { again: false })).rejects.toMatchObject({ code: 'core.notAllowed' })
  })
})
