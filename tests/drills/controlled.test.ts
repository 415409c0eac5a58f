import { afterAll, describe, expect, test, vi } from 'vitest'
import type { Drill } from '#drills/core/drill.ts'
import { readScenario } from '#drills/core/read-scenario.ts'
import { playLive, playUntil, prepareDrill } from '#drills/core/run-drill.ts'
import { openDrillInMemory } from '#drills/open-drill.ts'
import { bankData } from '#drills/scenarios/bank.ts'
import { readersOf, readFor } from '#server/core/reads.ts'
import { slices } from '#server/slices.ts'
import { findNext } from '#shared/practice/reads.ts'

vi.setConfig({ testTimeout: 60_000 })

const opened: Drill[] = []
afterAll(async () => {
  for (const { center } of opened) await center.close()
})

const leadName = '汐見 統'
const readers = readersOf(slices('drill'))

/** The first day before people, from half past eight on; its clock stands until somebody lets it run. */
async function servedDrill(change: object = {}) {
  const drill = await openDrillInMemory(readScenario({ ...bankData('first-day'), ...change }))
  opened.push(drill)
  await prepareDrill(drill, 0)
  await playUntil(drill, '08:30')
  const over = playLive(drill)
  const lead = drill.atDesk(leadName)
  const eye = await drill.device(lead)
  const next = async () =>
    findNext.answer.parse(await readFor(drill.center, readers, lead, { name: findNext.name, input: {} }))
  return { drill, over, lead, eye, next }
}

describe('the runner obeys the controller', () => {
  test('while the drill is paused nothing happens, and at another speed it goes on', async () => {
    const { drill, lead, eye } = await servedDrill()
    const [stood, people] = [drill.clock.now(), eye.all('attendance').length]
    expect(drill.clock.speed).toBe(0)
    expect(drill.clock.now()).toBe(stood)
    await drill.send(lead, 'practice.setClock', { speed: 600 })
    await vi.waitFor(() => expect(eye.all('attendance').length).toBeGreaterThan(people))
    await drill.send(lead, 'practice.setClock', { speed: 0 })
    await vi.waitFor(() => expect(drill.clock.speed).toBe(0))
    await drill.send(lead, 'practice.endDrill', {})
  })

  test('the clock leaps to the next event, which has then happened', async () => {
    const { drill, lead, eye, next } = await servedDrill()
    const event = await next()
    expect(event.at && event.at > drill.clock.now()).toBe(true)
    await drill.send(lead, 'practice.jumpClock', { to: event.at ?? '' })
    await vi.waitFor(() => expect(eye.all('drillState')[0]?.jumpTo).toBeNull())
    expect(drill.clock.now()).toBe(event.at)
    expect((await next()).at).not.toBe(event.at)
    await drill.send(lead, 'practice.endDrill', {})
  })

  test('an inject that is due before anybody comes is the next event, by its title', async () => {
    const inject = { key: 'radio', to: 'controller', title: '無線の点検', text: '', at: '08:31' }
    const { drill, lead, next } = await servedDrill({ injects: [inject] })
    const events = [await next()]
    while (events.at(-1)?.title === '' && events.length < 20) {
      await drill.send(lead, 'practice.jumpClock', { to: events.at(-1)?.at ?? '' })
      await vi.waitFor(() => expect(drill.clock.now()).toBe(events.at(-1)?.at))
      events.push(await next())
    }
    expect(events.at(-1)).toMatchObject({ title: '無線の点検' })
    await drill.send(lead, 'practice.endDrill', {})
  })

  test('a leap to an inject ends with it given, though the clock has run before', async () => {
    const inject = { key: 'radio', to: 'controller', title: '無線の点検', text: '', at: '08:45' }
    const { drill, lead, eye } = await servedDrill({ injects: [inject] })
    await drill.send(lead, 'practice.setClock', { speed: 60 })
    await vi.waitFor(() => expect(drill.clockNow > '08:32').toBe(true), { timeout: 20_000 })
    await drill.send(lead, 'practice.setClock', { speed: 0 })
    await drill.send(lead, 'practice.jumpClock', { to: new Date(drill.instantOf('08:45')).toISOString() })
    await vi.waitFor(() => expect(eye.all('drillState')[0]?.jumpTo).toBeNull())
    expect(eye.all('inject')).toMatchObject([{ key: 'radio', state: 'fired' }])
    await drill.send(lead, 'practice.endDrill', {})
  })

  test('once it is over, time stands and nobody acts any more', async () => {
    const { drill, over, lead } = await servedDrill()
    await drill.send(lead, 'practice.setClock', { speed: 600 })
    await drill.send(lead, 'practice.endDrill', {})
    await over
    expect(drill.clock.speed).toBe(0)
  })
})
