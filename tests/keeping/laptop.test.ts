import { expect, onTestFinished, test, vi } from 'vitest'
import { readersOf, readFor } from '#server/core/reads.ts'
import { CenterClock } from '#server/keeping/center-clock.ts'
import { ClockWatch } from '#server/keeping/clock-watch.ts'
import { keepAwake } from '#server/keeping/keep-awake.ts'
import { checksOf } from '#shared/keeping/health.ts'
import type { HealthFacts } from '#shared/keeping/health-reads.ts'
import { Sender, testCenter } from '#tests/support/center.ts'
import { runningCenter } from '#tests/support/kept-center.ts'
import { problemCode, servedCenter, Visitor } from '#tests/support/served.ts'

/** A center whose laptop's clock the test puts. */
async function watchedCenter() {
  const parts = await testCenter()
  const { center } = parts
  const reading = { wall: Date.parse(center.clock.now()), steady: 0, up: 0 }
  const clock = new CenterClock(() => ({ ...reading }))
  center.vitals.clock = clock
  const watch = new ClockWatch(center, clock)
  onTestFinished(() => watch.stop())
  const desk = await parts.device(parts.lead)
  const told = (type: string) =>
    vi.waitFor(() => {
      const line = desk.store.all('logEntry').find((one) => one.type === type)
      if (!line) throw new Error(`${type} is not in the chronology`)
      return line.details
    })
  return { ...parts, clock, reading, told }
}

test('a system that cannot start a program at all is said to sleep as it likes, and the center opens', () => {
  const said: string[] = []
  const letSleep = keepAwake((state) => void said.push(state), ['no program has \u0000 in its name'])
  letSleep()
  expect(said).toEqual(['impossible'])
})

const nineDays = 9 * 24 * 3_600_000

test('a clock that leaps is said on desks and in the chronology, and the lead says whether it is right', async () => {
  const { center, clock, reading, lead, emi, told } = await watchedCenter()
  reading.wall -= nineDays
  clock.now()
  expect(center.keeping.state.clock).toMatchObject({ byMs: -nineDays, answered: false })
  expect(await told('keeping.noteClock')).toEqual({ byMs: -nineDays })
  await expect(emi.send('keeping.answerClock', { trust: true })).rejects.toMatchObject({ code: 'core.notAllowed' })
  await lead.send('keeping.answerClock', { trust: false })
  expect(center.keeping.state.clock?.answered).toBe(true)
  expect(clock.off).toBe(-nineDays)
  await lead.send('keeping.answerClock', { trust: true })
  expect([center.keeping.state.clock, clock.off, clock.ahead]).toEqual([null, 0, nineDays])
  await new Sender(center, { kind: 'system' }).send('keeping.noteClock', { byMs: 0 })
})

test('a sleep is said with its two ends, on desks and in the chronology', async () => {
  const { center, clock, reading, told } = await watchedCenter()
  reading.wall += 38 * 60_000
  reading.up += 38 * 60_000
  clock.now()
  const slept = { from: '2026-11-23T00:30:00.000Z', to: '2026-11-23T01:08:00.000Z' }
  expect(center.keeping.state.slept).toEqual(slept)
  expect(await told('keeping.noteSleep')).toEqual(slept)
  await new Sender(center, { kind: 'system' }).send('keeping.noteSleep', slept)
})

test('no act is dated before the one that it follows, wherever the laptop’s clock is put', async () => {
  const { clock, reading } = await watchedCenter()
  const dates: string[] = []
  for (const leap of [0, -nineDays, 3_600_000, -5000, 40 * nineDays, -30_000, -41 * nineDays]) {
    reading.wall += leap + 1000
    reading.steady += 1000
    reading.up += 1000
    if (leap === -5000) clock.trust()
    dates.push(clock.now())
  }
  expect(dates).toEqual(dates.toSorted())
})

async function healthAt(visitor: Visitor): Promise<HealthFacts> {
  const response = await visitor.fetch('POST', '/api/reads/keeping.health', {})
  expect(response.status).toBe(200)
  return (await response.json()) as HealthFacts
}

test('a desk is told what the server measured, and somebody without a seat is not', async () => {
  const { running } = await runningCenter()
  const visitor = Visitor.onTheLaptop(running.served.port)
  expect(await problemCode(await visitor.fetch('POST', '/api/reads/keeping.health', {}))).toBe('core.notSignedIn')
  expect(await visitor.signIn({ name: '佐藤' }, '123456')).toBe('')
  const facts = await healthAt(visitor)
  expect(facts.writing).toMatchObject({ reason: null, proved: true })
  expect(facts.writing?.commitMs).toBeGreaterThan(0)
  expect(facts).toMatchObject({
    backup: { ageMs: null, dayOpen: true },
    second: 'none',
    encrypted: false,
    accessLog: 'intact',
  })
  expect(facts.file.seq).toBe(running.center.health.seq)
  expect(facts.file.head).toMatch(/^[0-9a-f]{8}$/)
  await running.archive.makeBackup('button', { secondFolder: '', emptierIsMeant: true })
  expect((await healthAt(visitor)).backup).toMatchObject({ behind: 0, failed: false })
})

test('the page and the probe say at once when nothing can be written', async () => {
  const { center, served, address } = await servedCenter()
  const visitor = Visitor.onTheLaptop(served.port)
  await visitor.signIn({ name: '佐藤' }, '123456')
  expect((await fetch(`${address}/healthz`)).status).toBe(200)
  const { seq } = center.health
  center.stopWriting('ioError')
  expect((await fetch(`${address}/healthz`)).status).toBe(503)
  const [worst] = checksOf(await healthAt(visitor))
  expect(worst).toEqual({ name: 'writing', light: 'red', word: 'ioError' })
  expect(center.health.seq).toBe(seq)
})

test('readers without a running server know nothing of it and say so', async () => {
  const { center, lead } = await testCenter()
  const readers = readersOf(center.slices)
  const facts = (await readFor(center, readers, lead.actor, { name: 'keeping.health', input: {} })) as HealthFacts
  expect([facts.backup, facts.second, facts.clock, facts.sleep]).toEqual([null, null, null, null])
})
