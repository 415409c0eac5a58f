import { expect, test } from 'vitest'
import { SessionTimes } from '#server/access/session-times.ts'

const hour = 3_600_000
const session = {
  id: 'one',
  staffId: 'aiko',
  openedAt: '2026-11-23T00:00:00.000Z',
  expiresAt: '2026-11-23T12:00:00.000Z',
  closedAt: null,
}

/** A process that has just started: its steady time begins anew, and the wall says what the laptop believes. */
function started() {
  const steady = { ms: 0 }
  const times = new SessionTimes(() => steady.ms)
  return { steady, over: (now: string) => times.isOver(session, async () => now) }
}

test('after a restart a session has left what it had before', async () => {
  const { steady, over } = started()
  expect(await over('2026-11-23T09:00:00.000Z')).toBe(false)
  steady.ms = 3 * hour - 1
  expect(await over('2026-11-23T09:00:00.000Z')).toBe(false)
  steady.ms = 3 * hour
  expect(await over('2026-11-23T09:00:00.000Z')).toBe(true)
})

test('one that ran out while the laptop was off is over', async () => {
  expect(await started().over('2026-11-23T12:00:00.000Z')).toBe(true)
})

test('a laptop that starts nine days back gives nobody more than twelve hours', async () => {
  const { steady, over } = started()
  expect(await over('2026-11-14T09:00:00.000Z')).toBe(false)
  steady.ms = 12 * hour
  expect(await over('2026-11-14T09:00:01.000Z')).toBe(true)
})

test('a clock that jumps ahead while the center runs signs nobody out, and one that jumps back brings nobody back', async () => {
  const { steady, over } = started()
  await over('2026-11-23T09:00:00.000Z')
  expect(await over('2026-11-24T09:00:00.000Z')).toBe(false)
  steady.ms = 3 * hour
  expect(await over('2026-11-14T09:00:00.000Z')).toBe(true)
})
