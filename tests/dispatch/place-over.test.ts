import { expect, test } from 'vitest'
import { isPlaceOver } from '#shared/dispatch/place-over.ts'

test.each([
  ['while the team is out', '15:00', '2026-11-23T12:00:00+09:00', false],
  ['for an hour after it was due', '15:00', '2026-11-23T16:00:00+09:00', false],
  ['no longer after that', '15:00', '2026-11-23T16:00:01+09:00', true],
  ['longer where the team asked for more time', '15:40', '2026-11-23T16:30:00+09:00', false],
  ['not on the next day', '15:00', '2026-11-24T09:00:00+09:00', true],
])('a phone without line shows where its team went %s', (_, backBy, now, over) => {
  expect(isPlaceOver({ date: '2026-11-23', backBy }, Date.parse(now))).toBe(over)
})
