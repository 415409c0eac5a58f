import { describe, expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import type { NeedStatus } from '#shared/needs/need.ts'
import { testCenter } from '#tests/support/center.ts'
import { needForm } from '#tests/support/given.ts'
import type { InputOf } from '#web/core/send.ts'

/** A center with one need, and a look at it as the needs desk has it. */
async function given(asked: Partial<ReturnType<typeof needForm>['asked']> = {}) {
  const all = await testCenter()
  const desk = await all.device(all.ben)
  const form = needForm({ asked })
  await all.ben.send('needs.receiveNeed', form)
  const { needId } = form
  const survey = (wishes: Partial<InputOf<'needs.recordSurvey'>> = {}): InputOf<'needs.recordSurvey'> => ({
    needId,
    from: 'surveyPending',
    surveyId: newId(),
    basedOnVersion: 1,
    surveyedBy: '勉・建築士会',
    mayEnter: 'yes',
    headcount: 4,
    work: '床板を上げて泥を出す',
    tools: ['バール'],
    dangers: '釘',
    sticker: 'green',
    roofWork: false,
    note: '',
    reviewOn: null,
    ...wishes,
  })
  const said = () => desk.store.get('needReason', needId)
  const why = () => said()?.reason
  return { ...all, needId, survey, look: () => desk.store.get('need', needId), said, why, desk }
}

const reason = '依頼者の都合'

describe('a survey', () => {
  test('is decided, agreed, and turns the need into one that teams can take', async () => {
    const { ben, needId, survey, look, desk } = await given({ survey: 'unsure' })
    expect(look()).toMatchObject({ status: 'received', gate: { closedBy: ['surveyUnresolved'] } })
    await ben.send('needs.decideSurvey', { needId, from: 'received', decision: 'needed' })
    await ben.send('needs.scheduleSurvey', { needId, from: 'surveyPending', on: '2026-11-24', time: '午前' })
    expect(look()).toMatchObject({ status: 'surveyScheduled', surveyOn: '2026-11-24', surveyTime: '午前' })
    await ben.send('needs.recordSurvey', survey({ from: 'surveyScheduled' }))
    expect(look()).toMatchObject({ status: 'ready', headcount: 4, tools: ['バール'], gate: { closedBy: [] } })
    expect(desk.store.all('siteSurvey')).toMatchObject([{ met: true, surveyedBy: '勉・建築士会' }])
  })

  test('on which nobody was met counts, and the need waits again', async () => {
    const { ben, needId, look } = await given({ survey: 'needed' })
    const visit = (seenNotMet: number) => ({
      ...({ needId, from: 'surveyPending', note: '', seenNotMet } as const),
      surveyId: newId(),
    })
    await ben.send('needs.recordNotMet', visit(0))
    await ben.send('needs.recordNotMet', visit(1))
    expect(look()).toMatchObject({ status: 'surveyPending', notMetCount: 2, gate: { closedBy: ['surveyUnresolved'] } })
  })

  test('on which nobody was met is not counted twice where two people tell it; another visit later is', async () => {
    const { ben, lead, clock, needId, look } = await given({ survey: 'needed' })
    const visit = (seenNotMet: number) => ({
      ...({ needId, from: 'surveyPending', note: '', seenNotMet } as const),
      surveyId: newId(),
    })
    await ben.send('needs.recordNotMet', visit(0))
    clock.pass(10)
    // Who had seen the first as well as who had not; each is told whose it is.
    for (const seen of [0, 1])
      await expect(lead.send('needs.recordNotMet', visit(seen))).rejects.toMatchObject({
        code: 'needs.notMetAlready',
        details: { number: 1, count: 1, first: { act: 'needs.recordNotMet' } },
      })
    expect(look()).toMatchObject({ notMetCount: 1 })
    clock.pass(30)
    await expect(lead.send('needs.recordNotMet', visit(0))).rejects.toMatchObject({ code: 'needs.notMetAlready' })
    await lead.send('needs.recordNotMet', visit(1))
    expect(look()).toMatchObject({ notMetCount: 2 })
  })

  test('that says no puts the need on hold with its reason; one that finds a yellow sticker closes the gate', async () => {
    const { ben, survey, look, why } = await given({ survey: 'needed' })
    await expect(ben.send('needs.recordSurvey', survey({ mayEnter: 'no' }))).rejects.toMatchObject({
      code: 'needs.reasonMissing',
    })
    await ben.send('needs.recordSurvey', survey({ mayEnter: 'no', note: '柱が傾いている', sticker: 'yellow' }))
    expect(look()).toMatchObject({
      status: 'onHold',
      outcome: { reviewOn: '2026-11-24' },
      gate: { closedBy: ['yellowSticker', 'mayNotEnter'] },
    })
    expect(why()).toBe('柱が傾いている')
  })

  test('that says yes must say how many and what', async () => {
    const { ben, survey } = await given({ survey: 'needed' })
    await expect(ben.send('needs.recordSurvey', survey({ headcount: 0, work: '' }))).rejects.toMatchObject({
      code: 'needs.notReadyYet',
      details: { missing: ['headcount', 'work'] },
    })
  })

  test('cannot be agreed for yesterday', async () => {
    const { ben, needId } = await given({ survey: 'needed' })
    await expect(
      ben.send('needs.scheduleSurvey', { needId, from: 'surveyPending', on: '2026-11-22', time: '' }),
    ).rejects.toMatchObject({ code: 'needs.dateGone' })
  })
})

describe('a way out', () => {
  test('by declining gives a reason and a day by which the requester hears', async () => {
    const { ben, emi, device, needId, look, said } = await given()
    const reception = await device(emi)
    await ben.send('needs.declineNeed', { needId, from: 'ready', reason, referredTo: '工務店', answerBy: null })
    expect(look()).toMatchObject({
      status: 'declined',
      outcome: { answerBy: '2026-11-26', answeredAt: null },
    })
    // It may tell of the people of the house: reception knows that it was declined, and not why.
    expect(said()).toMatchObject({ reason, referredTo: '工務店' })
    expect(reception.store.get('need', needId)?.status).toBe('declined')
    expect(reception.store.get('needReason', needId)).toBeUndefined()
    await ben.send('needs.answerRequester', { needId })
    expect(look()?.outcome.answeredAt).not.toBeNull()
    await expect(ben.send('needs.answerRequester', { needId })).rejects.toMatchObject({ code: 'needs.nothingToAnswer' })
  })

  test('by passing on names to whom', async () => {
    const { ben, needId, look, said } = await given({ roofWork: true })
    const input = { needId, from: 'ready' as const, reason: '屋根', answerBy: '2026-11-25' }
    await expect(ben.send('needs.referNeed', { ...input, referredTo: ' ' })).rejects.toMatchObject({
      code: 'core.unfitInput',
    })
    await ben.send('needs.referNeed', { ...input, referredTo: '技術系団体' })
    expect(look()).toMatchObject({ status: 'referred', outcome: { answerBy: '2026-11-25' } })
    expect(said()?.referredTo).toBe('技術系団体')
    await ben.send('needs.takeBackStep', { needId, from: 'referred' })
    expect(said()).toMatchObject({ reason: '', referredTo: '' })
  })

  test('leads back in: on hold, taken up again, ready as before', async () => {
    const { ben, needId, look } = await given()
    await ben.send('needs.putOnHold', { needId, from: 'ready', reason, reviewOn: '2026-11-30' })
    expect(look()).toMatchObject({ status: 'onHold', outcome: { reviewOn: '2026-11-30' } })
    await ben.send('needs.reopenNeed', { needId, from: 'onHold', reason: '戻られた' })
    expect(look()).toMatchObject({ status: 'ready', outcome: { reviewOn: null } })
  })

  test('pressed by mistake is taken back whole, but only while nothing else happened', async () => {
    const { ben, needId, look, why } = await given()
    const before = look()
    await ben.send('needs.cancelNeed', { needId, from: 'ready', reason })
    expect(why()).toBe(reason)
    await ben.send('needs.takeBackStep', { needId, from: 'cancelled' })
    expect(look()).toMatchObject({ status: 'ready', outcome: before?.outcome, gate: before?.gate })
    expect(why()).toBe('')
    await expect(ben.send('needs.takeBackStep', { needId, from: 'ready' })).rejects.toMatchObject({
      code: 'needs.nothingToTakeBack',
    })
  })

  test('needs a reason; an empty one is unfit', async () => {
    const { ben, needId } = await given()
    await expect(ben.send('needs.cancelNeed', { needId, from: 'ready', reason: '  ' })).rejects.toMatchObject({
      code: 'core.unfitInput',
    })
  })
})

describe('two desks at one need', () => {
  test('the second is told who moved it, where to and when', async () => {
    const { ben, lead, clock, needId } = await given()
    clock.pass(5)
    await lead.send('needs.putOnHold', { needId, from: 'ready', reason, reviewOn: '2026-11-30' })
    await expect(ben.send('needs.cancelNeed', { needId, from: 'ready', reason })).rejects.toMatchObject({
      code: 'needs.movedMeanwhile',
      details: { number: 1, status: 'onHold', by: '佐藤', at: '09:35' },
    })
  })
})

describe('the gate', () => {
  test('is opened by a person with a reason, for the reasons that were seen, and closed again', async () => {
    const { aiko, ben, emi, device, needId, look, said } = await given({ sticker: 'yellow' })
    const reception = await device(emi)
    const input = { needId, decidedBy: '佐藤', because: '家人が住み、玄関まわりだけ' }
    await aiko.send('needs.openGate', { ...input, reasons: ['yellowSticker'] })
    expect(look()?.gate).toMatchObject({ closedBy: ['yellowSticker'], openedBy: '佐藤' })
    // Every desk knows who opened it; what was said of the people who live there goes no further than their reasons.
    expect(said()?.openedBecause).toBe(input.because)
    expect(JSON.stringify(reception.store.get('need', needId))).not.toContain(input.because)
    await ben.send('needs.closeGate', { needId })
    expect(look()?.gate).toMatchObject({ closedBy: ['yellowSticker'], openedBy: null })
    await expect(aiko.send('needs.openGate', { ...input, reasons: ['redSticker'] })).rejects.toMatchObject({
      code: 'needs.gateChanged',
    })
  })

  test('of a sound house is not opened', async () => {
    const { ben, needId } = await given()
    await expect(
      ben.send('needs.openGate', { needId, decidedBy: '佐藤', because: 'x', reasons: ['roofWork'] }),
    ).rejects.toMatchObject({ code: 'needs.gateNotClosed' })
  })
})

test('no desk command works for someone without the right', async () => {
  const { emi, daigo, needId } = await given()
  const from: NeedStatus = 'ready'
  for (const sender of [emi, daigo]) {
    await expect(sender.send('needs.cancelNeed', { needId, from, reason })).rejects.toMatchObject({
      code: 'core.notAllowed',
    })
    await expect(sender.send('needs.receiveNeed', needForm())).rejects.toMatchObject({ code: 'core.notAllowed' })
  }
})
