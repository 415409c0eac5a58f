import { request } from 'node:http'
import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { receptionForm } from '#tests/support/given.ts'
import { problemCode, servedCenter } from '#tests/support/served.ts'

const envelope = (type: string, input: unknown) => JSON.stringify({ id: newId(), type, input, device: 'test' })

test('an unknown command, a broken body and a body that is too large are refused in words, and nothing changes', async () => {
  const { center, post } = await servedCenter()
  const before = center.health.seq
  const answers = [
    ['core.unknownCommand', await post('/api/commands', envelope('center.launchRocket', {}))],
    ['core.malformed', await post('/api/commands', '{"id": "not closed')],
    ['core.malformed', await post('/api/commands', '[]')],
    ['core.unfitInput', await post('/api/commands', envelope('volunteers.checkIn', { name: 7 }))],
    ['core.tooLarge', await post('/api/commands', envelope('volunteers.checkIn', 'x'.repeat(80_000)))],
    ['core.notSignedIn', await post('/api/commands', envelope('center.openDay', {}))],
  ] as const
  for (const [code, response] of answers) {
    const text = await response.clone().text()
    expect(await problemCode(response)).toBe(code)
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
    expect(text).not.toMatch(/\bat .*\.ts:\d+/)
  }
  expect(center.health.seq).toBe(before)
})

test('a wrong PIN says how many tries are left, and after five the next one has to wait', async () => {
  const { post } = await servedCenter()
  const wrong = JSON.stringify({ name: '佐藤', pin: '000000', device: 'desk' })
  for (let left = 4; left >= 0; left--) {
    const reply = await post('/api/session', wrong)
    expect(await reply.json()).toMatchObject({ problem: { code: 'access.wrongPin', details: { left } } })
  }
  expect(await problemCode(await post('/api/session', wrong))).toBe('core.tooManyTries')
  const right = JSON.stringify({ name: '佐藤', pin: '123456', device: 'desk' })
  expect(await problemCode(await post('/api/session', right))).toBe('core.tooManyTries')
})

test('another site can neither ask nor act here, and no answer is kept by anyone', async () => {
  const { address, post, served } = await servedCenter()
  const foreign = await post('/api/commands', envelope('volunteers.checkIn', receptionForm()), {
    origin: 'http://evil.example',
  })
  expect(await problemCode(foreign)).toBe('core.wrongHost')
  expect(await statusForHost(served.port, 'evil.example')).toBe(403)
  expect(await statusForHost(served.port, `127.0.0.1:${served.port}`)).toBe(200)
  const own = await fetch(`${address}/api/changes`)
  expect(own.headers.get('cache-control')).toContain('no-store')
  expect(own.headers.get('content-security-policy')).toContain("default-src 'none'")
  // Sockets too go to this very host: a script that got in could otherwise carry names out by one.
  const { host } = new URL(address)
  const sources = own.headers
    .get('content-security-policy')
    ?.split('; ')
    .find((one) => one.startsWith('connect-src'))
  expect(sources).toBe(`connect-src 'self' ws://${host} wss://${host}`)
})

/** `fetch` forbids a foreign Host header; a page whose name was rebound sends one. */
function statusForHost(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path: '/api/clock', headers: { host } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    sent.on('error', reject)
    sent.end()
  })
}

test('health is read from the file, and names the last durable act', async () => {
  const { address, post, center } = await servedCenter()
  await post('/api/commands', envelope('volunteers.checkIn', receptionForm()))
  const state: unknown = await (await fetch(`${address}/healthz`)).json()
  expect(state).toEqual({ ok: true, seq: center.health.seq, lastWrite: '2026-11-23T00:30:00.000Z' })
})

test('a session that was closed opens nothing any more', async () => {
  const { address, post } = await servedCenter()
  const signedIn = await post('/api/session', JSON.stringify({ name: '佐藤', pin: '123456', device: 'desk' }))
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const held = async () => JSON.stringify(await (await fetch(`${address}/api/changes`, { headers: { cookie } })).json())
  expect(await held()).toContain('"staff"')
  await fetch(`${address}/api/session?device=desk`, { method: 'DELETE', headers: { cookie } })
  expect(await held()).not.toContain('"kind":"staff"')
})
