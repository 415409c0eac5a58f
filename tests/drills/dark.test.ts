import { describe, expect, test, vi } from 'vitest'
import { playUntil } from '#drills/core/run-drill.ts'
import { drillOnFile, drillUntil, failedOf, figureOf } from '#tests/support/drill-until.ts'

vi.setConfig({ testTimeout: 120_000 })

const home = ['volunteers', 'everyoneWentHome', 'noDoubleHouseholds', 'leadersKnewTheWay', 'nobodyUninsuredOut']

type Given = Awaited<ReturnType<typeof drillUntil>>

/** What lies within the dark time, by the times that the records bear. */
function ofDark({ eye }: Pick<Given, 'eye'>) {
  const off = eye.all('drillState')[0]?.devicesOff
  const isOfDark = (at: string | null) => at !== null && off != null && at >= off.from && at < (off.until ?? '9')
  return {
    departures: eye.all('team').filter(({ departedAt }) => isOfDark(departedAt)).length,
    returns: eye.all('team').filter(({ returnedAt }) => isOfDark(returnedAt)).length,
    surveys: eye.all('siteSurvey').filter(({ at }) => isOfDark(at)).length,
  }
}

describe('while screens are dark', () => {
  test('houses are seen, teams leave and come back by paper, and all of it is keyed in with its own time', async () => {
    const { drill, witness, lead, eye } = await drillUntil('09:00')
    await drill.send(lead, 'practice.startDevicesOff', {})
    const standing = () => JSON.stringify([eye.all('team'), eye.all('siteSurvey'), eye.all('need'), eye.all('report')])
    const before = standing()
    await playUntil(drill, '12:30')
    expect(standing()).toBe(before)
    await drill.send(lead, 'practice.endDevicesOff', {})
    await playUntil(drill)
    const { departures, returns, surveys } = ofDark({ eye })
    expect([departures > 2, returns > 2, surveys > 1]).toEqual([true, true, true])
    expect(await figureOf(drill, 'paperAccuracy')).toMatchObject({ value: 100 })
    expect((await failedOf(drill, witness)).filter(({ check }) => home.includes(check))).toEqual([])
  })

  test('what people at the door key in with the time of its pressing is no accurate record', async () => {
    const { drill, lead, eye } = await drillUntil('11:30')
    await drill.send(lead, 'practice.handSeat', { deskName: 'return', player: 'human' })
    await drill.send(lead, 'practice.startDevicesOff', {})
    await playUntil(drill, '12:30')
    await drill.send(lead, 'practice.endDevicesOff', {})
    await playUntil(drill, '12:32')
    const rings = eye.all('inject').filter(({ title }) => title.endsWith('班が戻りました'))
    expect(rings.length).toBeGreaterThan(1)
    const back = eye
      .all('team')
      .filter(({ number, status }) => status === 'out' && rings.some(({ title }) => title.startsWith(`${number}班`)))
    const [first, second] = back
    const clerk = drill.atDesk('海公 迎')
    await drill.send(clerk, 'reports.receiveTeam', { teamId: first?.id ?? '', missingIds: [] })
    await drill.facts.write()
    const careless = await figureOf(drill, 'paperAccuracy')
    await drill.asWritten(drill.facts.papers('return').find(({ key }) => key === second?.id)?.at ?? 0, async () => {
      await drill.send(clerk, 'reports.receiveTeam', { teamId: second?.id ?? '', missingIds: [] })
    })
    const careful = await figureOf(drill, 'paperAccuracy')
    expect(careful?.value ?? 0).toBeGreaterThan(careless?.value ?? 0)
  })
})

test('a drill that is broken off in the dark, and again while sheets are keyed in, forgets no sheet', async () => {
  const file = drillOnFile()
  const first = await file.open()
  await playUntil(first.drill, '09:00')
  await first.drill.send(first.lead, 'practice.startDevicesOff', {})
  await playUntil(first.drill, '10:30')
  await file.breakOff(first.drill)

  const second = await file.open()
  expect(second.drill.control.isDark).toBe(true)
  await playUntil(second.drill, '12:00')
  await second.drill.send(second.lead, 'practice.endDevicesOff', {})
  await playUntil(second.drill, '12:03')
  await file.breakOff(second.drill)

  const third = await file.open()
  await playUntil(third.drill)
  const { departures, returns, surveys } = ofDark(third)
  expect([departures > 2, returns > 1, surveys > 1]).toEqual([true, true, true])
  expect(await figureOf(third.drill, 'paperAccuracy')).toMatchObject({ value: 100 })
  expect((await failedOf(third.drill, third.witness)).filter(({ check }) => home.includes(check))).toEqual([])
})

test('who sat at a desk when the drill was broken off still sits there when it goes on', async () => {
  const file = drillOnFile()
  const first = await file.open()
  await playUntil(first.drill, '08:20')
  await first.drill.send(first.lead, 'practice.handSeat', { deskName: 'needs', player: 'human' })
  await playUntil(first.drill, '08:40')
  const needs = first.eye.all('need').length
  await file.breakOff(first.drill)

  const second = await file.open()
  expect([second.drill.isHuman('needs'), second.drill.isHuman('reception')]).toEqual([true, false])
  await playUntil(second.drill, '09:30')
  expect(second.eye.all('need').length).toBe(needs)
  await second.drill.send(second.lead, 'practice.handSeat', { deskName: 'needs', player: 'simulated' })
  await playUntil(second.drill)
  expect((await failedOf(second.drill, second.witness)).filter(({ check }) => home.includes(check))).toEqual([])
})
