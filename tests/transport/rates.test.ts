import { createConnection } from 'node:net'
import { io } from 'socket.io-client'
import { expect, onTestFinished, test } from 'vitest'
import { Rates, type RequestKind, requestKind } from '#server/transport/rates.ts'
import { newId } from '#shared/core/ids.ts'
import { layCable } from '#tests/support/cable.ts'
import { receptionForm } from '#tests/support/given.ts'
import { reservationDayForm, reservationForm } from '#tests/support/given-reservations.ts'
import { problemCode, servedCenter, Visitor } from '#tests/support/served.ts'

/** A center whose time for limits only goes on when told, behind a router that shows one address for everybody. */
async function behindOneRouter() {
  let now = 0
  const made = await servedCenter({}, undefined, () => now)
  const cable = await layCable(made.served.port, '127.0.0.2')
  onTestFinished(() => cable.close())
  const router = `http://127.0.0.1:${cable.port}`
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${router}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    })
  const act = (device: string, input: unknown = {}, type = 'volunteers.checkIn') =>
    post('/api/commands', { id: newId(), type, input, device })
  const wait = (seconds: number) => {
    now += seconds * 1000
  }
  return { ...made, router, post, act, wait }
}

const codes = async (answers: readonly Response[]) => Promise.all(answers.map(problemCode))
const waits = (found: readonly string[]) => found.filter((code) => code === 'core.tooManyAtOnce').length

test('a greedy device is told to wait, its neighbours at the same address are not, and it may go on later', async () => {
  const { act, wait, router } = await behindOneRouter()
  const greedy = await codes(await Promise.all(Array.from({ length: 90 }, () => act('greedy'))))
  expect(waits(greedy)).toBe(30)
  const others = await codes(await Promise.all(Array.from({ length: 200 }, (_, index) => act(`phone ${index}`))))
  expect(waits(others)).toBe(0)
  const refused = await act('greedy')
  expect(refused.status).toBe(429)
  expect(await refused.json()).toMatchObject({ problem: { code: 'core.tooManyAtOnce', details: { seconds: 1 } } })
  wait(2)
  expect(await problemCode(await act('greedy'))).toBe('core.unfitInput')
  expect((await fetch(`${router}/api/clock`)).status).toBe(200)
})

test('who takes a new name each time meets the wall of the address', () => {
  const rates = new Rates(() => 0)
  const remoteAddress = '192.168.0.9'
  const write = (device: string) => rates.problemWith('write', { device, remoteAddress })
  const refused = Array.from({ length: 6100 }, (_, index) => write(`name ${index}`)).filter((one) => one !== null)
  expect(refused.length).toBe(100)
  expect(rates.problemWith('write', { device: 'neighbour', remoteAddress: '192.168.0.10' })).toBeNull()
  expect(rates.problemWith('write', { device: 'laptop', remoteAddress: '127.0.0.1' })).toBeNull()
})

test('a thousand phones behind one router reserve and read within one moment', async () => {
  const { lead, act, router } = await behindOneRouter()
  const opened = reservationDayForm()
  await lead.send('reservations.openReservations', opened)
  const statuses: number[] = []
  for (let batch = 0; batch < 10; batch++) {
    const answers = await Promise.all(
      Array.from({ length: 100 }, async (_, index) => {
        const read = await fetch(`${router}/api/changes`)
        const sent = await act(`${batch} ${index}`, reservationForm(opened.reservationDayId), 'reservations.reserve')
        return [read.status, sent.status]
      }),
    )
    statuses.push(...answers.flat())
  }
  expect(statuses.filter((status) => status === 429)).toEqual([])
  expect(statuses.length).toBe(2000)
})

test('a made-up link gives nobody a measure of their own, and who empties the address’s stops no desk and no phone', async () => {
  const { post, phone, served, router } = await behindOneRouter()
  const form = receptionForm()
  await phone.send('volunteers.checkIn', form)
  const own = { authorization: `Personal ${form.linkToken}` }
  const desk = Visitor.onTheLaptop(served.port)
  expect(await desk.signIn({ name: '佐藤' }, '123456')).toBe('')
  // The center sees once that what they show is good.
  for (const headers of [own, { cookie: desk.cookie }]) await fetch(`${router}/api/changes`, { headers })
  let refused = 0
  for (let round = 0; round < 13; round++) {
    const tries = Array.from({ length: 10 }, (_, index) =>
      post('/api/session', {}, { authorization: `Personal ${round}-${index}` }),
    )
    refused += waits(await codes(await Promise.all(tries)))
  }
  expect(refused).toBe(10)
  expect(await problemCode(await post('/api/session/proof', {}, { cookie: desk.cookie }))).toBe('core.malformed')
  expect(await problemCode(await post('/api/session/proof', {}, own))).toBe('core.notAllowed')
  expect(await desk.signIn({ name: '佐藤' }, '123456')).toBe('')
})

/** What one phone asks when reservations open: the form, once more as it opens, the act, and the own page with the number. */
const reserving = [
  ['GET', '/reservation'],
  ['GET', '/assets/reservation.js'],
  ['GET', '/reservation'],
  ['GET', '/api/clock'],
  ['POST', '/api/commands'],
  ['POST', '/reservation/own'],
  ['POST', '/reservation/own'],
] as const

/** And when reception opens: the form, the act, and the own page, which is live. */
const checkingIn = [
  ['GET', '/reception'],
  ['POST', '/api/commands'],
  ['GET', '/me'],
  ['GET', '/api/changes'],
  ['GET', '/api/clock'],
] as const

type Way = typeof reserving | typeof checkingIn

/** Somebody as the door sees them: from where, by which name, and the link that their act has made. */
interface Comer {
  remoteAddress: string
  device: string
  link: string
}

/** How often somebody is told to wait on their way; a link counts from when the center has seen that it is good. */
function turnedAway(rates: Rates, way: Way, { remoteAddress, device, link }: Comer): number {
  let refused = 0
  const ask = (kind: RequestKind | null, more: { token?: string; device?: string } = {}) => {
    if (kind && rates.problemWith(kind, { remoteAddress, ...more })) refused++
  }
  for (const [method, path] of way) {
    if (path === '/api/commands') ask('write', { device })
    else if (path.startsWith('/api/')) ask(requestKind(method, path), { token: link })
    else ask(requestKind(method, path))
    if (path === '/api/changes') rates.knows(link, 'phone')
  }
  // The line is asked for without the link, which is told over it.
  if (way === checkingIn) ask('line')
  return refused
}

const comersAt = (count: number, addressOf: (index: number) => string): Comer[] =>
  Array.from({ length: count }, (_, index) => ({
    remoteAddress: addressOf(index),
    device: `phone ${index}`,
    link: `link ${index}`,
  }))

/** One that presses a thousand times in the same moment; answers how many of these go through. */
const hammered = (rates: Rates, kind: RequestKind, who: { remoteAddress: string; device?: string; token?: string }) =>
  Array.from({ length: 1000 }, () => rates.problemWith(kind, who)).filter((problem) => problem === null).length

const router = '192.168.11.2'
const behindRouter = () => router

/** An address of its own behind the access points. */
const ownAddress = (index: number) => `10.20.${Math.floor(index / 250)}.${(index % 250) + 1}`

test.each([
  { many: 5000, where: 'each with an address of its own', addressOf: ownAddress, way: reserving },
  { many: 5000, where: 'each with an address of its own, at reception', addressOf: ownAddress, way: checkingIn },
  { many: 3000, where: 'behind one router', addressOf: behindRouter, way: reserving },
  { many: 3000, where: 'behind one router, at reception', addressOf: behindRouter, way: checkingIn },
])('$many phones come in one moment, $where, and none is turned away but the one that hammers', (rush) => {
  const rates = new Rates(() => 0)
  const greedy = { remoteAddress: rush.addressOf(rush.many), device: 'greedy' }
  expect(hammered(rates, 'write', greedy)).toBe(60)
  const comers = comersAt(rush.many, rush.addressOf)
  expect(comers.filter((one) => turnedAway(rates, rush.way, one) > 0)).toEqual([])
  expect(rates.problemWith('write', greedy)).toMatchObject({ code: 'core.tooManyAtOnce' })
})

test('a phone of the rush that hammers with its own link takes nothing from the others behind its router', () => {
  const rates = new Rates(() => 0)
  const [greedy, ...others] = comersAt(3000, behindRouter)
  for (const one of [greedy, ...others]) if (one) turnedAway(rates, checkingIn, one)
  expect(hammered(rates, 'read', { remoteAddress: router, token: greedy?.link ?? '' })).toBeLessThan(240)
  const refused = (kind: RequestKind) =>
    others.filter(({ link }) => rates.problemWith(kind, { remoteAddress: router, token: link }) !== null)
  for (const kind of ['read', 'write'] as const) expect(refused(kind)).toEqual([])
})

test('desks behind the router of a rush go on while it is at its limit, and a minute later there is room again', () => {
  let now = 0
  const rates = new Rates(() => now)
  for (const desk of ['a', 'b']) rates.knows(desk, 'desk')
  for (const one of comersAt(3000, behindRouter)) turnedAway(rates, reserving, one)
  // Names that change each time empty what the address has left; the desks have their own.
  for (let index = 0; index < 6000; index++)
    rates.problemWith('write', { remoteAddress: router, device: `another name ${index}` })
  expect(rates.problemWith('write', { remoteAddress: router, device: 'late' })).not.toBeNull()
  for (const token of ['a', 'b']) expect(rates.problemWith('write', { remoteAddress: router, token })).toBeNull()
  now += 60_000
  expect(comersAt(1000, behindRouter).filter((one) => turnedAway(rates, reserving, one) > 0)).toEqual([])
})

/** What the server answers to the request for a socket, by the page that asks. */
function upgrade(port: number, origin: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines = [
      'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
      `host: 127.0.0.1:${port}`,
      `origin: ${origin}`,
      'connection: upgrade',
      'upgrade: websocket',
      'sec-websocket-version: 13',
      'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==',
    ]
    const socket = createConnection(port, '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`))
    socket.once('data', (chunk: Buffer) => {
      resolve(chunk.toString('latin1', 9, 12))
      socket.destroy()
    })
    socket.on('error', reject)
  })
}

test('a page of another site gets no line', async () => {
  const { served } = await servedCenter()
  expect(await upgrade(served.port, 'http://evil.example')).toBe('400')
  expect(await upgrade(served.port, `http://127.0.0.1:${served.port}`)).toBe('101')
})

test('whatever says something over a line that is only listened to is put out', async () => {
  const { served } = await servedCenter()
  const socket = io(`http://127.0.0.1:${served.port}`, { transports: ['websocket'], reconnection: false })
  await new Promise<void>((open) => socket.on('connect', () => open()))
  const closed = new Promise<string>((put) => socket.on('disconnect', put))
  socket.emit('join', 'staff')
  expect(await closed).toBe('io server disconnect')
})
