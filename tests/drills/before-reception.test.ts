import { describe, expect, test, vi } from 'vitest'
import type { Drill } from '#drills/core/drill.ts'
import { playUntil } from '#drills/core/run-drill.ts'
import { bankData } from '#drills/scenarios/bank.ts'
import { readersOf, readFor } from '#server/core/reads.ts'
import { findBeforeReception } from '#shared/practice/reads.ts'
import { drillOnFile, drillUntil, figureOf } from '#tests/support/drill-until.ts'

vi.setConfig({ testTimeout: 60_000 })

const { volunteers } = bankData('first-day')
const [kind] = volunteers.kinds.filter(({ by }) => by === 'phone')

/** Thirty people who are all used to forms, between nine and half past. */
const quick = { ...volunteers, arrivals: [{ from: '09:00', to: '09:30', people: 30 }], buses: [] }
const practised = { ...kind, kind: '慣れた人', people: 30, ages: [20, 40], experienced: 1, comesTwice: false }
const allQuick = { ...quick, kinds: [practised], formMinutes: { mean: 5, spread: 1 }, givesUp: 0 }

const waiting = async (drill: Drill) => {
  const asked = { name: findBeforeReception.name, input: {} }
  const answer = await readFor(drill.center, readersOf(drill.center.slices), drill.atDesk('汐見 統'), asked)
  return findBeforeReception.answer.parse(answer)
}

const ofPhones = (drill: Drill, eye: Awaited<ReturnType<typeof drillUntil>>['eye']) =>
  eye.all('attendance').filter(({ id, channel }) => drill.kinds.has(id) && channel === 'phone')

describe('people with a phone', () => {
  test('have their number when the form is filled in, in the time that the scenario says', async () => {
    const { drill, eye } = await drillUntil('16:30', { change: { volunteers: allQuick } })
    expect(ofPhones(drill, eye)).toHaveLength(30)
    const { quartiles } = (await figureOf(drill, 'arrivalToNumber')) ?? {}
    expect(quartiles?.count).toBe(30)
    // Half of all lie within two thirds of the spread; none beyond three times.
    expect(quartiles?.lower).toBeGreaterThanOrEqual(3)
    expect(quartiles?.median).toBeGreaterThanOrEqual(4)
    expect(quartiles?.median).toBeLessThanOrEqual(6)
    expect(quartiles?.upper).toBeLessThanOrEqual(7)
  })

  test('are a known number while they fill it in', async () => {
    const { drill } = await drillUntil('09:15', { change: { volunteers: allQuick } })
    const { fillingIn, line } = await waiting(drill)
    expect([fillingIn > 2, line]).toEqual([true, 0])
    await playUntil(drill, '10:00')
    expect(await waiting(drill)).toEqual({ fillingIn: 0, line: 0 })
  })

  test('take longer where they are old, and are through in a moment where they are known', async () => {
    const median = async (change: object) => {
      const kinds = [{ ...practised, ...change }]
      const { drill } = await drillUntil('16:30', { change: { volunteers: { ...allQuick, kinds } } })
      return (await figureOf(drill, 'arrivalToNumber'))?.quartiles?.median
    }
    expect(await median({ ages: [70, 79] })).toBeGreaterThanOrEqual(8)
    expect(await median({ returning: true })).toBeLessThanOrEqual(2)
  })

  test('who give up go to the line, and a clerk types for them', async () => {
    const { drill, eye } = await drillUntil('16:30', { change: { volunteers: { ...allQuick, givesUp: 1 } } })
    const people = eye.all('attendance').filter(({ id }) => drill.kinds.has(id))
    expect(people.map(({ channel }) => channel)).toEqual(people.map(() => 'proxy'))
    expect(people).toHaveLength(30)
  })
})

/** Nobody has a phone, and two clerks cannot keep up. */
const crowd = { ...allQuick, kinds: [{ ...practised, by: 'proxy' }] }

describe('the line before reception', () => {
  test('is seen while it stands, stands in the look back, and is gone when all have their number', async () => {
    const { drill } = await drillUntil('09:26', { change: { volunteers: crowd } })
    const { line } = await waiting(drill)
    expect(line).toBeGreaterThan(5)
    await playUntil(drill)
    expect(await waiting(drill)).toEqual({ fillingIn: 0, line: 0 })
    const figure = await figureOf(drill, 'queue')
    expect(figure?.part).toBe('line')
    expect(figure?.value).toBeGreaterThan(5)
    expect(figure?.overTime.some(({ value }) => value === figure.value)).toBe(true)
    expect(figure?.seqs.length).toBeGreaterThan(0)
  })

  test('is the same after the drill was broken off and taken up again', async () => {
    const onFile = drillOnFile({ change: { volunteers: crowd } })
    const first = await onFile.open()
    await playUntil(first.drill, '09:26')
    const known = await waiting(first.drill)
    await onFile.breakOff(first.drill)
    const second = await onFile.open()
    expect(await waiting(second.drill)).toEqual(known)
    await playUntil(second.drill)
    expect(await waiting(second.drill)).toEqual({ fillingIn: 0, line: 0 })
  })

  test('gets shorter as people at the desk take its people in, or say that they did', async () => {
    const { drill, lead, eye } = await drillUntil('08:00', { change: { volunteers: crowd } })
    await drill.send(lead, 'practice.handSeat', { deskName: 'reception', player: 'human' })
    await playUntil(drill, '09:40')
    expect(await waiting(drill)).toEqual({ fillingIn: 0, line: 30 })
    for (const { id } of eye
      .all('inject')
      .filter(({ recipient }) => recipient.kind === 'desk')
      .slice(0, 4))
      await drill.send(lead, 'practice.answerInject', { injectId: id, answer: '受け付けた' })
    await playUntil(drill, '09:45')
    expect(await waiting(drill)).toEqual({ fillingIn: 0, line: 26 })
  })
})
