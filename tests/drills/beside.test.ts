import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { systemClock } from '#server/core/clock.ts'
import { newId } from '#shared/core/ids.ts'
import { dateOf, timeZone } from '#shared/core/time.ts'
import type { DrillsShown, StartedDrill } from '#shared/practice/drill-room.ts'
import { problemCode, Visitor } from '#tests/support/served.ts'
import { healthOf, newFolder, setUpOver, startProgram } from '#tests/support/started.ts'

vi.setConfig({ testTimeout: 120_000 })

/** The program as people start it, with a center, and its lead at the desk. */
async function centerWithLead() {
  const folder = newFolder()
  const program = await startProgram(folder)
  onTestFinished(() => program.stop())
  await setUpOver(program.address)
  const lead = Visitor.onTheLaptop(Number(new URL(program.address).port))
  expect(await lead.signIn({ name: '佐藤' }, '123456')).toBe('')
  const start = () => lead.fetch('POST', '/api/drills/start', { name: 'first-day', speed: 600 })
  return { folder, program, lead, start }
}

test('a drill started with the button runs beside the center and leaves it untouched', async () => {
  const { folder, program, lead, start } = await centerWithLead()
  const before = await healthOf(program.address)
  const started = (await (await start()).json()) as StartedDrill
  expect(started).toMatchObject({ scenarioName: 'first-day' })
  const drill = `http://localhost:${started.port}`
  await vi.waitFor(async () => expect(Number((await healthOf(drill))?.seq)).toBeGreaterThan(30), { timeout: 30_000 })
  expect((await healthOf(program.address))?.seq).toBe(before?.seq)
  expect(await problemCode(await start())).toBe('practice.drillRuns')
  // Whoever leads the real center is nobody in the drill: another file, other people.
  const there = Visitor.onTheLaptop(started.port)
  expect(await there.signIn({ name: '佐藤' }, '123456')).not.toBe('')
  expect(await lead.code('POST', '/api/drills/end', { how: 'erase' })).toBe('')
  expect(await healthOf(drill)).toBeNull()
  expect(existsSync(join(folder, 'data', 'drills', started.drillId))).toBe(false)
  const shown = (await lead.json('/api/drills')) as DrillsShown
  expect(shown).toMatchObject({ running: null, kept: [] })
})

test('while a real day is open no drill is started, and the lead reads why', async () => {
  const { lead, start } = await centerWithLead()
  const date = dateOf(systemClock.now(), timeZone)
  const hours = { receptionOpensAt: '09:00', receptionClosesAt: '11:00', capacity: 100, returnBy: '15:00' }
  expect(await lead.send('center.openDay', { dayId: newId(), date, ...hours })).toBe('')
  expect(await problemCode(await start())).toBe('practice.dayIsOpen')
})

test('the program takes a drill up again that went down with it', async () => {
  const { folder, program, start } = await centerWithLead()
  const { drillId } = (await (await start()).json()) as StartedDrill
  await program.stop('SIGKILL')
  const again = await startProgram(folder)
  onTestFinished(() => again.stop())
  const lead = Visitor.onTheLaptop(Number(new URL(again.address).port))
  await lead.signIn({ name: '佐藤' }, '123456')
  await vi.waitFor(
    async () => expect(((await lead.json('/api/drills')) as DrillsShown).running).toMatchObject({ drillId }),
    { timeout: 30_000 },
  )
})
