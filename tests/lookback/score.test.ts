import { describe, expect, test } from 'vitest'
import { getNeed } from '#server/needs/needs.ts'
import { newId } from '#shared/core/ids.ts'
import type { FigureKey } from '#shared/lookback/figure-keys.ts'
import type { History } from '#shared/lookback/history.ts'
import { scoreOf } from '#shared/lookback/score.ts'
import { givenNeed, givenTeam, givenWaiting } from '#tests/support/given-dispatch.ts'
import { drillIds } from '#tests/support/given-drill.ts'
import { closed, figureIn, historyOf, scored, sentHome, smallDay, workedAt } from '#tests/support/small-day.ts'

/** The same history in which one field of every record of a kind says something else, as an older file might. */
function altered(history: History, kind: string, change: object): History {
  const changed = (one: { kind: string; record: { id: string } }) =>
    one.kind === kind ? { ...one, record: { ...one.record, ...change } } : one
  return { ...history, moments: history.moments.map((one) => ({ ...one, records: one.records.map(changed) })) }
}

describe('a day on which all is done as it should be', () => {
  test('keeps every point, and says how long each step took', async () => {
    const day = await smallDay()
    await day.lead.send('practice.fireInject', { injectId: drillIds.heat })
    await day.lead.send('practice.answerInject', { injectId: drillIds.heat, answer: '13時まで' })
    await day.runner.send('practice.recordOutcome', {
      outcomeId: drillIds.allBack,
      state: 'met',
      at: day.clock.now(),
      why: '',
      seqs: [],
    })
    await closed(day)
    const score = await scored(day)
    expect(score.gaps).toBe(0)
    expect(score.total.got).toBe(score.total.of)
    expect(score.total.of).toBe(95)
    expect(figureIn(score, 'dispatchToDone')).toMatchObject({ value: 65, quartiles: { count: 1 } })
    expect(figureIn(score, 'numberToTeam')).toMatchObject({ value: 0, quartiles: { count: 3 } })
    expect(figureIn(score, 'needToDone').seqs).toHaveLength(1)
    expect(figureIn(score, 'byProxy')).toMatchObject({ value: 0 })
    expect(figureIn(score, 'timeToOpen')).toMatchObject({ value: 0 })
  })

  test('opens when its set-up room says that it is ready, unless that is taken back', async () => {
    const day = await smallDay((began) => began.lead.send('readiness.declareReady', {}).then(() => undefined))
    expect(figureIn(await scored(day), 'timeToOpen').value).toBeGreaterThanOrEqual(75)
    await day.lead.send('readiness.takeBackReady', {})
    expect(figureIn(await scored(day), 'timeToOpen')).toMatchObject({ value: 0 })
  })
})

describe('points are lost by a center', () => {
  const lost = async (misbehave: Parameters<typeof smallDay>[0], key: FigureKey) => {
    const score = await scored(await smallDay(misbehave))
    const others = score.figures.filter((one) => one.key !== key && one.points && one.points.got < one.points.of)
    return { figure: figureIn(score, key), others: others.map((one) => one.key), score }
  }

  test('that sends a team to a finished house again, though with a reason', async () => {
    const { figure, others, score } = await lost(async (day, need) => {
      await day.ben.send('needs.reopenNeed', { needId: need.id, from: 'completed', reason: 'もう一度と電話' })
      const again = await getNeed(day.center.db, need.id)
      const people = await givenWaiting(day.phone, 2)
      const [leaderId = null] = people
      const [teamId, workOrderId] = [newId(), newId()]
      const formed = { teamId, attendanceIds: people, leaderId, needId: again.id, seenTeamIds: again.teamIds }
      await day.aiko.send('teams.formTeam', { ...formed, againBecause: '電話があった' })
      await day.aiko.send('teams.briefTeam', { teamId })
      await day.aiko.send('dispatch.issueWorkOrder', { workOrderId, teamId, reasonForTeam: '' })
      await day.aiko.send('dispatch.dispatchTeam', { workOrderId, checked: [] })
      await day.emi.send('reports.receiveTeam', { teamId, missingIds: [] })
      await sentHome(day, people)
      await closed(day)
    }, 'sentAgainWithoutReason')
    expect(figure).toMatchObject({ value: 0, points: { got: 7, of: 10 } })
    expect(figureIn(score, 'sentAgainWithReason')).toMatchObject({ value: 1, seqs: [expect.any(Number)] })
    expect(others).toEqual([])
  })

  test('that forgets somebody outside, or in the hall', async () => {
    const outside = await lost(async (day) => {
      const { workOrderId } = await givenTeam(day)
      await day.aiko.send('dispatch.dispatchTeam', { workOrderId, checked: [] })
    }, 'unaccounted')
    expect(outside.figure).toMatchObject({ value: 3, points: { got: 0, of: 20 } })
    expect(outside.others).toEqual([])
    const inside = await lost(async (day) => {
      await givenWaiting(day.phone, 2)
      await closed(day)
    }, 'notSentHome')
    expect(inside.figure).toMatchObject({ value: 2, points: { got: 3, of: 5 } })
    expect(inside.others).toEqual([])
  })

  test('that skips the gate', async () => {
    const { figure, others, score } = await lost(async (day) => {
      const red = await givenNeed(day, { asked: { sticker: 'red' } })
      await day.ben.send('needs.openGate', {
        needId: red.id,
        reasons: ['redSticker'],
        decidedBy: '勉',
        because: '急いでいるので',
      })
      const { people } = await workedAt(day, await getNeed(day.center.db, red.id))
      await sentHome(day, people)
      await closed(day)
    }, 'gateUnseen')
    expect(figure).toMatchObject({ value: 1, points: { got: 0, of: 5 } })
    expect(figureIn(score, 'gateWithReason').value).toBe(0)
    expect(others).toEqual([])
  })

  test('that lets its queue stand', async () => {
    const { figure, others, score } = await lost(async (day) => {
      for (let calls = 0; calls < 4; calls++) await givenNeed(day, { asked: { survey: 'unsure' } })
      day.clock.pass(240)
      await closed(day)
    }, 'stoodTooLong')
    expect(figure.points?.got).toBeLessThan(5)
    expect(figure.seqs).toHaveLength(4)
    expect(figureIn(score, 'queue', 'received')).toMatchObject({ value: 4 })
    expect(others).toEqual([])
  })

  test('that answers an inject late, or never', async () => {
    const late = await lost(async (day) => {
      await day.lead.send('practice.fireInject', { injectId: drillIds.heat })
      day.clock.pass(11)
      await day.lead.send('practice.answerInject', { injectId: drillIds.heat, answer: '13時まで' })
      await closed(day)
    }, 'injects')
    expect(late.figure).toMatchObject({ value: 1, points: { got: 2.5, of: 5 } })
    const never = await lost(async (day) => {
      await day.lead.send('practice.fireInject', { injectId: drillIds.heat })
      day.clock.pass(20)
      await closed(day)
    }, 'injects')
    expect(never.figure).toMatchObject({ value: 1, points: { got: 0, of: 5 } })
    expect(never.others).toEqual([])
  })

  test('that keys in from paper what was not so', async () => {
    const { figure } = await lost(async (day) => {
      await day.lead.send('practice.startDevicesOff', {})
      day.clock.pass(30)
      const happenedAt = day.clock.now()
      const call = { id: newId(), kind: 'call', key: '潮見', happenedAt } as const
      await day.runner.send('practice.recordFacts', { facts: [call, { ...call, id: newId(), key: '洲崎' }] })
      day.clock.pass(30)
      await day.lead.send('practice.endDevicesOff', {})
      await givenNeed(day, { household: { name: '洲崎' } })
      await closed(day)
    }, 'paperAccuracy')
    expect(figure).toMatchObject({
      value: 0,
      points: { got: 0, of: 5 },
      seqs: [expect.any(Number), expect.any(Number), expect.any(Number)],
    })
  })

  // The door refuses these; a file in which they stand is judged by them all the same.
  test.each([
    ['sentAgainWithoutReason', 'need', { finishedAt: '2026-11-22T00:00:00.000Z' }, { got: 0, of: 10 }],
    [
      'gateWithoutReason',
      'need',
      { gate: { closedBy: ['roofWork'], openedBy: null, openedAt: null } },
      { got: 0, of: 5 },
    ],
    ['uninsuredOut', 'attendance', { insurance: { plan: 'none' } }, { got: 5, of: 10 }],
    ['minorsAlone', 'attendance', { ageBand: 'under18' }, { got: 0, of: 10 }],
  ] as const)('in whose file stands what the door refuses: %s', async (key, kind, change, points) => {
    const day = await smallDay()
    await closed(day)
    const score = scoreOf(altered(await historyOf(day), kind, change))
    expect(figureIn(score, key)).toMatchObject({ value: 1, points })
  })
})
