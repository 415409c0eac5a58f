import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, request as plainRequest, type RequestOptions } from 'node:http'
import { request as encryptedRequest } from 'node:https'
import { buffer, text } from 'node:stream/consumers'
import { io } from 'socket.io-client'
import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '#server/core/clock.ts'
import { Certificates, type OwnNames } from '#server/transport/certificates.ts'
import { fingerprintGroups } from '#server/transport/https-page.ts'
import { serveCenter } from '#server/transport/serve.ts'
import { addMinutes } from '#shared/core/time.ts'
import { testCenter } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import { runningCenter } from '#tests/support/kept-center.ts'
import { noOutside } from '#tests/support/no-outside.ts'
import { newFolder, startProgram } from '#tests/support/started.ts'

const today = '2026-11-23T00:30:00.000Z'
const afterDays = (days: number) => addMinutes(today, days * 24 * 60)
const homeNames: OwnNames = { hosts: ['localhost', 'honbu', 'honbu.local'], addresses: ['127.0.0.1', '192.168.0.5'] }
const leafOf = ({ shown }: Certificates) => new X509Certificate(shown.cert)
const pemOf = ({ authority }: Certificates) => authority.toString()

async function encryptedCenter() {
  const parts = await testCenter()
  // A client looks at the machine's own clock to see whether a certificate is over.
  const certificates = await Certificates.open(newFolder(), () => systemClock.now())
  const https = { port: 0, certificates }
  const served = await serveCenter(parts.center, 0, noOutside, null, undefined, undefined, https)
  onTestFinished(() => served.close())
  return { ...parts, served, certificates, port: served.https?.port ?? 0, ca: pemOf(certificates) }
}

interface Asking extends RequestOptions {
  ca?: string
  body?: unknown
}

/** Asks by https where an authority is trusted, and by plain http without. */
async function ask(port: number, path: string, { ca, body, ...rest }: Asking = {}): Promise<IncomingMessage> {
  const request = ca === undefined ? plainRequest : encryptedRequest
  const headers = { 'content-type': 'application/json', ...rest.headers }
  const said = body === undefined ? '' : JSON.stringify(body)
  const method = body === undefined ? 'GET' : 'POST'
  const all = { host: '127.0.0.1', port, path, method, agent: false, ...rest, headers, ca: ca || undefined }
  const sent = request(all).end(said)
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  return answer
}

const sato = { name: '佐藤', pin: '123456', device: 'desk' }
const cookieOf = ({ headers }: IncomingMessage) => headers['set-cookie']?.[0] ?? ''

test('a device that trusts the authority reads a page, and one that does not sees no word of it', async () => {
  const { port, ca, served } = await encryptedCenter()
  const page = await ask(port, '/https', { ca })
  expect(page.statusCode).toBe(200)
  expect(await text(page)).toContain('暗号化された通信で開いています')
  // Not even http is lost to a device that once came by https.
  expect(page.headers['strict-transport-security']).toBeUndefined()
  expect(page.headers['content-security-policy']).toContain(`connect-src 'self' wss://127.0.0.1:${port};`)
  await expect(ask(port, '/https', { ca: '' })).rejects.toThrow(/self.signed|issuer/)
  const plain = await ask(served.port, '/https')
  expect(plain.headers['strict-transport-security']).toBeUndefined()
})

test('whoever signs in by https gets a cookie that never goes out in the open', async () => {
  const { port, ca, served } = await encryptedCenter()
  const secure = cookieOf(await ask(port, '/api/session', { ca, body: sato }))
  expect(secure).toMatch(/^__Host-sasae-live-\d+=.*; Secure/)
  expect(secure).toContain('HttpOnly')
  const plain = cookieOf(await ask(served.port, '/api/session', { body: sato }))
  expect(plain).toMatch(/^sasae-live-/)
  expect(plain).not.toContain('Secure')
  const staffFor = async (at: number, cookie: string, trusted?: string) => {
    const [shown = ''] = cookie.split(';')
    const answer = await ask(at, '/api/session', {
      headers: { cookie: shown },
      ...(trusted === undefined ? {} : { ca: trusted }),
    })
    const said: unknown = JSON.parse(await text(answer))
    return said
  }
  expect(await staffFor(port, secure, ca)).toMatchObject({ staff: { name: '佐藤' } })
  expect(await staffFor(served.port, plain)).toMatchObject({ staff: { name: '佐藤' } })
  expect(await staffFor(served.port, secure)).toMatchObject({ staff: null })
})

test('a page by http cannot act on the center by https, nor the other way', async () => {
  const { port, ca, served } = await encryptedCenter()
  const from = (origin: string) => ({ headers: { origin }, body: sato })
  expect((await ask(port, '/api/session', { ca, ...from(`https://127.0.0.1:${port}`) })).statusCode).toBe(200)
  expect((await ask(port, '/api/session', { ca, ...from(`http://127.0.0.1:${port}`) })).statusCode).toBe(403)
  const own = `127.0.0.1:${served.port}`
  expect((await ask(served.port, '/api/session', from(`http://${own}`))).statusCode).toBe(200)
  expect((await ask(served.port, '/api/session', from(`https://${own}`))).statusCode).toBe(403)
})

test('a desk hears of changes by https, and one that does not trust the authority opens no line', async () => {
  const { port, ca, center, lead } = await encryptedCenter()
  const [cookie = ''] = cookieOf(await ask(port, '/api/session', { ca, body: sato })).split(';')
  const open = (trusted?: string) => {
    const extraHeaders = { cookie }
    const trust = trusted === undefined ? {} : { ca: trusted }
    const line = io(`https://127.0.0.1:${port}`, {
      transports: ['websocket'],
      reconnection: false,
      extraHeaders,
      ...trust,
    })
    onTestFinished(() => void line.close())
    return line
  }
  const desk = open(ca)
  await new Promise<void>((ready) => desk.once('connect', ready))
  expect(center.vitals.lines()).toMatchObject({ desks: 1, plainDesks: 0 })
  const heard = new Promise((resolve) => desk.once('patch', resolve))
  await lead.send('volunteers.checkIn', receptionForm())
  expect(await heard).toHaveProperty('audience')
  const refused = await new Promise((resolve) => open().once('connect_error', resolve))
  expect(refused).toBeInstanceOf(Error)
})

test('the page on plain http gives the authority, its fingerprint in groups and no key', async () => {
  const { served, certificates, port } = await encryptedCenter()
  const page = await text(await ask(served.port, '/https'))
  const groups = fingerprintGroups(certificates.authority)
  expect(groups).toHaveLength(16)
  expect(page).toContain(groups.join(' '))
  expect(page).toContain(`https://127.0.0.1:${port}/desk`)
  const taken = await ask(served.port, '/https/sasae-ca.crt')
  expect(taken.headers['content-type']).toBe('application/x-x509-ca-cert')
  const authority = new X509Certificate(await buffer(taken))
  expect(authority.fingerprint256).toBe(certificates.authority.fingerprint256)
  expect(authority.ca).toBe(true)
})

test('another address makes another certificate below the same authority; the same ones make none', async () => {
  const folder = newFolder()
  let names = homeNames
  const open = () =>
    Certificates.open(
      folder,
      () => today,
      () => names,
    )
  const first = await open()
  expect(leafOf(first).checkIP('192.168.0.5')).toBe('192.168.0.5')
  expect(leafOf(first).checkHost('honbu.local')).toBe('honbu.local')
  expect(leafOf(first).publicKey.asymmetricKeyDetails).toMatchObject({ namedCurve: 'prime256v1' })
  expect((await open()).shown).toEqual(first.shown)
  names = { ...homeNames, addresses: ['127.0.0.1', '10.0.0.7'] }
  const second = await open()
  expect(leafOf(second).checkIP('10.0.0.7')).toBe('10.0.0.7')
  expect(second.authority.fingerprint256).toBe(first.authority.fingerprint256)
  expect(leafOf(second).verify(first.authority.publicKey)).toBe(true)
  // A center that runs on while the laptop changes its Wi-Fi does the same.
  expect(await second.renew()).toBe(false)
  names = homeNames
  expect(await second.renew()).toBe(true)
})

test('a certificate with less than a week left is made anew; the authority stays for two years', async () => {
  const folder = newFolder()
  const openAt = (now: string) =>
    Certificates.open(
      folder,
      () => now,
      () => homeNames,
    )
  const first = await openAt(today)
  expect(first.daysLeft).toBe(90)
  expect((await openAt(afterDays(83))).shown).toEqual(first.shown)
  const renewed = await openAt(afterDays(84))
  expect(renewed.daysLeft).toBe(90)
  expect(renewed.authority.fingerprint256).toBe(first.authority.fingerprint256)
  const last = await openAt(afterDays(720))
  expect(last.daysLeft).toBe(10)
  expect((await openAt(afterDays(722))).shown).toEqual(last.shown)
  expect((await openAt(afterDays(725))).authority.fingerprint256).not.toBe(first.authority.fingerprint256)
})

test('keys are only for whoever runs the center, and a file that was halved is made anew', async () => {
  const folder = newFolder()
  const open = () =>
    Certificates.open(
      folder,
      () => today,
      () => homeNames,
    )
  const first = await open()
  const path = `${folder}/https/server.pem`
  for (const name of readdirSync(`${folder}/https`)) expect(statSync(`${folder}/https/${name}`).mode & 0o77).toBe(0)
  const whole = readFileSync(path, 'utf8')
  writeFileSync(path, whole.slice(0, whole.length / 2))
  const second = await open()
  expect(leafOf(second).verify(first.authority.publicKey)).toBe(true)
  // Where the authority itself is gone, what stood below it is of no use either.
  writeFileSync(`${folder}/https/authority.pem`, '')
  const third = await open()
  expect(third.authority.fingerprint256).not.toBe(first.authority.fingerprint256)
  expect(leafOf(third).verify(third.authority.publicKey)).toBe(true)
})

test('a center that goes on with another file is reached by https where it was before', async () => {
  const certificates = await Certificates.open(newFolder(), () => systemClock.now())
  const { running } = await runningCenter({ https: { port: 0, certificates } })
  const before = running.served.https?.port ?? 0
  expect(running.center.vitals.certificateDays()).toBeGreaterThan(80)
  await running.archive.kept.replace(() => Promise.resolve())
  expect(running.served.https?.port).toBe(before)
  expect((await ask(before, '/https', { ca: pemOf(certificates) })).statusCode).toBe(200)
})

test('the program speaks https where it is asked to, says the fingerprint, and keeps its keys off the data', async () => {
  const folder = newFolder()
  const data = `${folder}/data`
  const program = await startProgram(folder, ['--port', '0', '--https-port', '0', '--data', data])
  await expect.poll(program.printed).toContain('証明書の指紋')
  const shown = await (await fetch(`${program.address}/https`)).text()
  const [groups = ''] = /(?:[0-9A-F]{4} ){15}[0-9A-F]{4}/.exec(program.printed()) ?? []
  expect(shown).toContain(groups)
  expect(readdirSync(`${folder}/config/https`).toSorted()).toEqual(['authority.pem', 'server.pem'])
  expect(readdirSync(data).filter((name) => name.endsWith('.pem'))).toEqual([])
  await program.stop()
})
