import { describe, expect, test, vi } from 'vitest'
import type { Drill } from '#drills/core/drill.ts'
import { playUntil } from '#drills/core/run-drill.ts'
import { endPractice } from '#drills/summary/outcomes.ts'
import { newId } from '#shared/core/ids.ts'
import { drillUntil, failedOf } from '#tests/support/drill-until.ts'

vi.setConfig({ testTimeout: 90_000 })

const everyDesk = ['reception', 'needs', 'survey', 'dispatch', 'equipment', 'return']

describe('a desk that people take over', () => {
  test('rings for each call, with what the caller says, and its simulated clerk takes none', async () => {
    const { drill, lead, eye } = await drillUntil('08:00')
    await drill.send(lead, 'practice.handSeat', { deskName: 'needs', player: 'human' })
    const needs = eye.all('need').length
    await playUntil(drill, '10:00')
    const rings = eye.all('inject').filter(({ key }) => !key.startsWith('survey'))
    expect(rings.length).toBeGreaterThan(2)
    expect(rings.every(({ script, state }) => state === 'fired' && script.includes('住所'))).toBe(true)
    expect(eye.all('need').length).toBe(needs)
  })

  test('gets whoever has no phone at reception, with what they tell', async () => {
    const { drill, lead, eye } = await drillUntil('08:20')
    await drill.send(lead, 'practice.handSeat', { deskName: 'reception', player: 'human' })
    await playUntil(drill, '10:00')
    const people = eye.all('inject').filter(({ title }) => title.startsWith('受付に人が'))
    expect(people.length).toBeGreaterThan(2)
    expect(people[0]?.script).toContain('生年月日')
    expect(eye.all('attendance').every(({ channel }) => channel === 'phone')).toBe(true)
  })

  test('handed back, everything that waited is done, except what people have answered', async () => {
    const { drill, witness, lead, eye } = await drillUntil('08:20')
    const hand = async (player: 'human' | 'simulated') => {
      for (const deskName of everyDesk) await drill.send(lead, 'practice.handSeat', { deskName, player })
    }
    await hand('human')
    await playUntil(drill, '08:50')
    const waiting = eye.all('inject').filter(({ state }) => state === 'fired')
    expect(waiting.length).toBeGreaterThan(1)
    await hand('simulated')
    await playUntil(drill)
    const home = ['volunteers', 'everyoneWentHome', 'allReturnedBy', 'noDoubleHouseholds', 'dayClosedBy']
    expect((await failedOf(drill, witness)).filter(({ check }) => home.includes(check))).toEqual([])
    expect(eye.all('inject').filter(({ state }) => state === 'fired')).toEqual([])
  })
})

test('what is given to a phone is answered by the center in time, or by whoever plays that part', async () => {
  const answered = async (before: (drill: Drill) => Promise<unknown>) => {
    const { drill, eye } = await drillUntil('12:05', { name: 'heat-day' })
    await before(drill)
    await playUntil(drill, '12:25')
    return eye.all('inject').find(({ key }) => key === 'heat-illness')
  }
  expect(await answered(async () => undefined)).toMatchObject({ state: 'answered', answeredBy: '海公 迎' })
  const joins = {
    participantId: newId(),
    role: 'volunteer',
    name: '参加者',
    deskName: null,
    ownToken: 'a'.repeat(32),
  } as const
  const joined = await answered((drill) =>
    drill.send({ kind: 'public', onThisMachine: false }, 'practice.joinDrill', joins),
  )
  expect(joined).toMatchObject({ state: 'fired', answeredBy: '' })
})

test('while screens are dark nobody writes, and the sheets are keyed in afterwards with their own times', async () => {
  const { drill, witness, lead, eye } = await drillUntil('08:40')
  await drill.send(lead, 'practice.startDevicesOff', {})
  const [from, before] = [drill.clock.now(), eye.all('attendance').length]
  await playUntil(drill, '09:05')
  expect(eye.all('attendance').length).toBe(before)
  const until = drill.clock.now()
  await drill.send(lead, 'practice.endDevicesOff', {})
  await playUntil(drill)
  const onPaper = eye.all('attendance').filter(({ channel }) => channel === 'paper')
  expect(onPaper.length).toBeGreaterThan(5)
  expect(onPaper.every(({ checkedInAt }) => checkedInAt >= from && checkedInAt <= until)).toBe(true)
  const home = ['volunteers', 'everyoneWentHome', 'allReturnedBy']
  expect((await failedOf(drill, witness)).filter(({ check }) => home.includes(check))).toEqual([])
})

test('expectations are decided when their time has come; what comes later is late, with the lines behind it', async () => {
  const expectations = [
    { check: 'receivedBy', clock: '08:40', people: 60 },
    { check: 'allReturnedBy', clock: '15:30' },
    { check: 'volunteers', people: 78 },
    { check: 'volunteers', people: 79 },
  ]
  const { drill, witness, eye } = await drillUntil('08:45', { change: { expectations } })
  const states = () => eye.all('drillOutcome').toSorted((a, b) => (a.key < b.key ? -1 : 1))
  expect(states().map(({ state }) => state)).toEqual(['missed', 'waiting', 'waiting', 'waiting'])
  await playUntil(drill)
  await endPractice(drill, witness)
  expect(states().map(({ state }) => state)).toEqual(['late', 'met', 'met', 'missed'])
  expect(states()[0]?.seqs.length).toBeGreaterThan(0)
  expect(states()[3]?.why).toContain('79')
  expect(eye.all('drillState')[0]?.phase).toBe('over')
})
