import { expect, test } from 'vitest'
import { testCenter } from '#tests/support/center.ts'
import { needForm } from '#tests/support/given.ts'

test('a desk that opens holds every open need and the last 300 closed ones, with their households', async () => {
  const { ben, device } = await testCenter()
  const first = needForm()
  await ben.send('needs.receiveNeed', first)
  const closed = Array.from({ length: 303 }, () => needForm())
  await Promise.all(closed.map((form) => ben.send('needs.receiveNeed', form)))
  await Promise.all(
    closed.map(({ needId }) => ben.send('needs.cancelNeed', { needId, from: 'ready', reason: '済んだ' })),
  )
  const { store } = await device(ben)
  expect(store.get('need', first.needId)).toBeDefined()
  for (const kind of ['need', 'needContact', 'household'] as const) expect(store.all(kind)).toHaveLength(301)
})
