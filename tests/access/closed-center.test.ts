import { expect, onTestFinished, test, vi } from 'vitest'
import { WaitingRoom } from '#server/access/waiting-room.ts'
import { emptyCenter } from '#tests/support/center.ts'
import { everyRoute } from '#tests/support/every-route.ts'

test('a center that was closed is looked after no more, though the program goes on', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const { center } = await emptyCenter()
  new WaitingRoom().watch(center, () => 0, true)
  expect(vi.getTimerCount()).toBe(1)
  await center.close()
  expect(vi.getTimerCount()).toBe(0)
})

test('what was asked of a center that closed meanwhile fails without a word: nobody hears it, and it is no bug', async () => {
  const { center, app } = await everyRoute()
  await center.close()
  const said = vi.spyOn(console, 'error')
  const headers = { host: 'localhost', cookie: 'sasae_session=somebody', authorization: 'Personal somebody' }
  const answer = await app.request('/api/changes?since=0', { headers })
  expect(answer.status).toBe(500)
  expect(said).not.toHaveBeenCalled()
})
