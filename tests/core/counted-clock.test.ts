import { expect, test } from 'vitest'
import { CountedClock } from '#server/transport/clock-reading.ts'

test('devices are told the time anew when a clock leaps or changes its pace, and not while they count it right', () => {
  const wall = { ms: 0 }
  const clock = { ms: Date.parse('2026-11-23T00:30:00.000Z'), speed: 60, now: () => new Date(clock.ms).toISOString() }
  const counted = new CountedClock(clock, () => wall.ms)
  const pass = (ms: number) => {
    wall.ms += ms
    clock.ms += ms * clock.speed
  }
  pass(5000)
  expect(counted.isLeft()).toBe(false)
  clock.speed = 0
  expect(counted.isLeft()).toBe(true)
  pass(5000)
  expect(counted.isLeft()).toBe(false)
  clock.ms += 20 * 60_000
  expect(counted.isLeft()).toBe(true)
  pass(5000)
  expect(counted.isLeft()).toBe(false)
})
