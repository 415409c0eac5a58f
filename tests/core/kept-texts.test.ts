import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { KeptTexts } from '#server/core/kept-texts.ts'
import { newId } from '#shared/core/ids.ts'
import { servedCenter } from '#tests/support/served.ts'

test('desks that come back together are read for once, and compressed for once', async () => {
  const kept = new KeptTexts()
  let readings = 0
  const read = async () => `reading ${++readings}`
  const [one, other] = await Promise.all([kept.get('staff', 7, read), kept.get('staff', 7, read)])
  expect([one?.text, other?.text, readings]).toEqual(['reading 1', 'reading 1', 1])
  const compressed = await one?.compressed?.()
  expect(await other?.compressed?.()).toBe(compressed)
  expect(gunzipSync(compressed ?? '').toString()).toBe('reading 1')
})

test('after the next act everything is read anew, and so it is where reading failed', async () => {
  const kept = new KeptTexts()
  await kept.get('staff', 7, async () => 'before')
  expect((await kept.get('staff', 8, async () => 'after')).text).toBe('after')
  await expect(kept.get('care', 8, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect((await kept.get('care', 8, async () => 'whole')).text).toBe('whole')
})

test('texts are kept within a bound, the latest longest', async () => {
  const kept = new KeptTexts()
  let readings = 0
  const large = async () => String(++readings).repeat(20 * 1024 * 1024)
  for (const key of ['first', 'second', 'third']) await kept.get(key, 1, large)
  await kept.get('third', 1, large)
  expect(readings).toBe(3)
  await kept.get('first', 1, large)
  expect(readings).toBe(4)
})

test('a desk takes in the same, compressed or not', async () => {
  const { address, lead, post } = await servedCenter()
  for (let count = 0; count < 40; count++)
    await lead.send('messages.sendNotice', {
      noticeId: newId(),
      kind: 'message',
      reason: `水分を${'よく'.repeat(90)}とってください`,
      returnBy: null,
    })
  const signedIn = await post('/api/session', JSON.stringify({ name: '佐藤', pin: '123456', device: 'test' }))
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const asked = (encoding: string) =>
    fetch(`${address}/api/changes`, { headers: { cookie, 'accept-encoding': encoding } })
  const [plain, compressed] = [await asked('identity'), await asked('gzip')]
  expect([plain.headers.get('content-encoding'), compressed.headers.get('content-encoding')]).toEqual([null, 'gzip'])
  expect(await compressed.text()).toBe(await plain.text())
})
