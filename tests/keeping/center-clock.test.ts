import { expect, test } from 'vitest'
import { CenterClock, type ClockEvent } from '#server/keeping/center-clock.ts'

const morning = Date.parse('2026-11-23T00:30:00.000Z')
const seconds = 1000
const minutes = 60 * seconds
const hours = 60 * minutes
const days = 24 * hours

/** A laptop whose three clocks the test moves. */
function laptop() {
  const reading = { wall: morning, steady: 0, up: 0 }
  const clock = new CenterClock(() => ({ ...reading }))
  const events: ClockEvent[] = []
  clock.onEvent((event) => events.push(event))
  return {
    clock,
    events,
    since: () => (Date.parse(clock.now()) - morning) / seconds,
    /** Time passes, and the clock is read every second as it is at a center. */
    pass: (ms: number) => {
      for (let passed = 0; passed < ms; passed += seconds) {
        reading.wall += seconds
        reading.steady += seconds
        reading.up += seconds
        clock.now()
      }
    },
    /** Somebody, or a dead battery, puts the laptop's clock. */
    put: (ms: number) => {
      reading.wall += ms
    },
    sleep: (ms: number) => {
      reading.wall += ms
      reading.up += ms
    },
    hang: (ms: number) => {
      reading.wall += ms
      reading.up += ms
      reading.steady += ms
    },
  }
}

test('the center goes by the laptop’s clock, and follows what a time server puts right', () => {
  const { since, pass, put, events } = laptop()
  pass(10 * seconds)
  expect(since()).toBe(10)
  put(40 * seconds)
  expect(since()).toBe(50)
  expect(events).toEqual([])
})

test('a small step back never turns the center’s time back: its seconds are longer until it is caught up', () => {
  const { since, pass, put, events } = laptop()
  pass(100 * seconds)
  put(-20 * seconds)
  const seen = [since()]
  for (let step = 0; step < 60; step++) {
    pass(seconds)
    seen.push(since())
  }
  expect(seen).toEqual([...seen].sort((one, other) => one - other))
  expect(seen[1]).toBe(100.5)
  expect(seen.at(-1)).toBe(140)
  expect(events).toEqual([])
})

test.each([
  ['nine days back', -9 * days],
  ['a year forth', 365 * days],
])('a clock that leaps %s is asked about, and the center goes on in its own time', (_, leap) => {
  const { clock, since, pass, put, events } = laptop()
  pass(60 * seconds)
  put(leap)
  pass(60 * seconds)
  expect(since()).toBe(120)
  expect(events).toMatchObject([{ kind: 'jumped', byMs: leap }])
  expect(clock.off).toBe(leap)
  put(-leap)
  pass(seconds)
  expect(events.at(-1)).toEqual({ kind: 'returned' })
  expect([clock.off, since()]).toEqual([0, 121])
})

test('when a person says that the laptop is right, the center follows forwards at once and backwards slowly', () => {
  const forth = laptop()
  forth.put(2 * hours)
  forth.pass(seconds)
  forth.clock.trust()
  expect(forth.since()).toBe(2 * 3600 + 1)
  const back = laptop()
  back.pass(hours)
  back.put(-10 * minutes)
  back.pass(seconds)
  back.clock.trust()
  expect(back.since()).toBe(3601)
  expect(back.clock.ahead).toBe(10 * minutes)
  back.pass(20 * minutes)
  expect(back.clock.ahead).toBe(0)
  expect(back.since()).toBe(3601 + 10 * 60)
})

test('a sleep is told with its two ends and is no leap of the clock, and neither is a program that stood still', () => {
  const { since, pass, sleep, hang, events, clock } = laptop()
  pass(60 * seconds)
  sleep(38 * minutes)
  pass(seconds)
  expect(events).toEqual([{ kind: 'slept', from: '2026-11-23T00:31:00.000Z', to: '2026-11-23T01:09:01.000Z' }])
  hang(20 * seconds)
  pass(seconds)
  expect(events.slice(1)).toMatchObject([{ kind: 'slept' }])
  expect([clock.off, since()]).toEqual([0, 60 + 38 * 60 + 22])
})

test('a laptop that starts with an earlier time than its log ends goes on from the log, and asks', () => {
  const { clock, events, pass, since } = laptop()
  clock.notBefore('2026-12-02T00:30:00.000Z')
  pass(10 * seconds)
  expect(since()).toBe((9 * days) / seconds + 10)
  expect(events).toMatchObject([{ kind: 'jumped', byMs: -9 * days, kept: '2026-12-02T00:30:00.000Z' }])
  const usual = laptop()
  usual.clock.notBefore('2026-11-22T07:00:00.000Z')
  usual.pass(seconds)
  expect([usual.events, usual.since()]).toEqual([[], 1])
})
