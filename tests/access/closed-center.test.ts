import { expect, onTestFinished, test, vi } from 'vitest'
import { WaitingRoom } from '#server/access/waiting-room.ts'
import { emptyCenter } from '#tests/support/center.ts'

test('a center that was closed is looked after no more, though the program goes on', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const { center } = await emptyCenter()
  new WaitingRoom().watch(center, () => 0, true)
  expect(vi.getTimerCount()).toBe(1)
  await center.close()
  expect(vi.getTimerCount()).toBe(0)
})
