import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { afterAll, describe, expect, test, vi } from 'vitest'
import type { Drill } from '#drills/core/drill.ts'
import { DrillClock } from '#drills/core/drill-clock.ts'
import { DrillFolder } from '#drills/core/drill-folder.ts'
import { readScenario } from '#drills/core/read-scenario.ts'
import { playUntil, prepareDrill } from '#drills/core/run-drill.ts'
import { Room } from '#drills/drill-room.ts'
import { openDrillOnFile } from '#drills/open-drill.ts'
import { bankData, bankText } from '#drills/scenarios/bank.ts'
import { scoreOfFile } from '#drills/score-drill.ts'
import { scoresBeside } from '#drills/scores-beside.ts'
import { endPractice } from '#drills/summary/outcomes.ts'
import { Witness } from '#drills/summary/witness.ts'
import { openCenterOnFile } from '#server/app.ts'
import { newId } from '#shared/core/ids.ts'
import { failedOf } from '#tests/support/drill-until.ts'
import { Visitor } from '#tests/support/served.ts'

vi.setConfig({ testTimeout: 120_000 })

const folders: string[] = []
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'sasae-room-'))
  folders.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const raw = (sql: string) => CompiledQuery.raw(sql)
const order = { name: 'first-day', speed: 0 }

describe('a drill beside the center', () => {
  test('runs on its own port and file; a second one is refused until it is ended, and erased it is gone', async () => {
    const data = newFolder()
    const room = new Room(data)
    const started = await room.start(order)
    expect(room.running()).toEqual(started)
    const page = await fetch(`http://localhost:${started.port}/healthz`)
    expect(page.status).toBe(200)
    await expect(room.start(order)).rejects.toMatchObject({ code: 'practice.drillRuns' })
    await room.end('erase')
    expect(room.running()).toBeNull()
    expect(readdirSync(join(data, 'drills'))).toEqual([])
    await expect(fetch(`http://localhost:${started.port}/healthz`)).rejects.toThrow()
  })

  test('is kept with its outcomes decided, and is looked at without being changed', async () => {
    const data = newFolder()
    const room = new Room(data)
    const { drillId } = await room.start(order)
    await room.end('keep')
    expect(await room.kept()).toMatchObject([{ drillId, scenarioName: 'first-day', sealed: false }])
    const { file = '', key = '' } = DrillFolder.find(data, drillId)?.folder ?? {}
    const before = readFileSync(file)
    const shown = await room.open(drillId)
    expect((await fetch(`http://localhost:${shown.port}/healthz`)).status).toBe(200)
    await room.end('keep')
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(key).toHaveLength(64)
    const scenarios = await room.scenarios()
    expect(scenarios.map(({ from }) => from)).toContain('lastDrill')
    // What a newcomer should begin with stands first.
    expect(scenarios[0]).toMatchObject({ name: 'first-20-minutes', from: 'bank' })
    expect(scenarios[0]?.size?.people).toBeLessThan(20)
  })

  test('what the program left when it ended is taken up by the next one', async () => {
    const data = newFolder()
    const first = new Room(data)
    const { drillId } = await first.start(order)
    await first.close()
    const second = new Room(data)
    expect(await second.resume()).toMatchObject({ drillId })
    await second.end('erase')
  })

  test('scenarios of one’s own are kept beside the bank, and never over it', async () => {
    const room = new Room(newFolder())
    const text = bankText('first-day') ?? ''
    await expect(room.save(text, null)).rejects.toMatchObject({ code: 'practice.scenarioOfBank' })
    await expect(room.save('name: [', null)).rejects.toMatchObject({ code: 'practice.scenarioUnfit' })
    await room.save(text.replace('name: first-day', 'name: ours'), null)
    expect(await room.scenarios()).toContainEqual(expect.objectContaining({ name: 'ours', from: 'own' }))
    const { quarters, problems } = room.edit(text, [])
    expect(problems).toEqual([])
    expect(quarters.reduce((sum, { arrivals }) => sum + arrivals, 0)).toBeGreaterThan(70)
    expect(room.edit(':', []).quarters).toEqual([])
  })

  test('last year’s drill is edited as the file that it was played from', async () => {
    const room = new Room(newFolder())
    const { drillId } = await room.start(order)
    await room.end('keep')
    const file = await room.read(`last-${drillId}`)
    expect(file?.version).toBeNull()
    const { problems, outline } = room.edit(file?.text ?? '', [{ edit: 'rename', name: 'this-year', title: '今年' }])
    expect(problems).toEqual([])
    expect(outline).toMatchObject({ name: 'this-year', title: '今年' })
  })
})

test('a round for one person that is played once more begins with what the first one brought, and forgets it when it ends', async () => {
  const data = newFolder()
  const room = new Room(data)
  const issue = {
    id: newId(),
    text: '延長コードを足す',
    who: '',
    until: null,
    drill: { title: '前の訓練', heldOn: '2026-10-01' },
  }
  const solo = { name: 'first-20-minutes', speed: 0 }
  const { drillId, port } = await room.start(solo, { heldOn: '2026-11-23', items: [], issues: [issue] })
  const brought = async () => (await room.issues()).map(({ text }) => text)
  expect(await brought()).toEqual([issue.text])
  // The program goes down in between.
  await room.close()
  const next = new Room(data)
  await next.resume()
  const clerk = Visitor.onTheLaptop(next.running()?.port ?? port)
  expect(await clerk.signIn({ name: '貝塚 受' }, '360002')).toBe('')
  expect(await clerk.send('practice.finishRound', { again: true })).toBe('')
  await vi.waitFor(() => expect([undefined, drillId]).not.toContain(next.running()?.drillId), { timeout: 60_000 })
  expect((await next.issues()).map(({ text }) => text)).toEqual([issue.text])
  expect(DrillFolder.find(data, drillId)?.note.brought).toBeUndefined()
  await next.end('erase')
})

/** The first day on a file, played so far by one process and left as a power cut leaves it. */
async function brokenOff(at: string, before: (drill: Drill) => Promise<void> = async () => undefined) {
  const scenario = readScenario(bankData('first-day'))
  const note = { drillId: newId(), scenarioName: '', title: '', heldOn: '', speed: 1, ended: null, scenario }
  const folder = DrillFolder.make(newFolder(), note)
  const drill = await openDrillOnFile(scenario, folder)
  await prepareDrill(drill)
  await playUntil(drill, at)
  await before(drill)
  // Nothing is put in order: what was acknowledged is in the file, all else is gone.
  drill.control.stop()
  await drill.center.close()
  return { scenario, folder }
}

describe('a drill that was broken off', () => {
  test.each(['07:45', '08:47', '09:31', '10:58', '13:12', '14:50'])(
    'at %s goes on: nobody twice, everyone home',
    async (at) => {
      const { scenario, folder } = await brokenOff(at)
      const drill = await openDrillOnFile(scenario, folder)
      const witness = await Witness.of(drill.center)
      await prepareDrill(drill)
      await playUntil(drill)
      await endPractice(drill, witness)
      expect(await failedOf(drill, witness)).toEqual([])
      const names = witness.last('attendance').map(({ name }) => name)
      expect(names).toHaveLength(78)
      expect(new Set(names).size).toBe(78)
      await drill.center.close()
    },
  )
})

test('what was refused before a drill was broken off is held against it afterwards', async () => {
  const { scenario, folder } = await brokenOff('09:31', async (drill) => {
    await drill.send(drill.atDesk('汐見 統'), 'practice.fireInject', { injectId: newId() })
  })
  const drill = await openDrillOnFile(scenario, folder)
  const witness = await Witness.of(drill.center)
  await prepareDrill(drill)
  await playUntil(drill)
  await endPractice(drill, witness)
  const failed = await failedOf(drill, witness)
  expect(failed.map(({ check }) => check)).toEqual(['refusedOnlyWith'])
  expect(failed[0]?.failure).toContain('practice.fireInject')
  await drill.center.close()
})

test('a sealed drill has the same acts and nobody in it', async () => {
  const data = newFolder()
  const scenario = readScenario(bankData('first-day'))
  const note = { drillId: newId(), scenarioName: 'first-day', title: '', heldOn: '', speed: 0, ended: null, scenario }
  const folder = DrillFolder.make(data, note)
  const drill = await openDrillOnFile(scenario, folder)
  await prepareDrill(drill, 0)
  await playUntil(drill, '11:00')
  const names = (await drill.device(drill.atDesk('汐見 統'))).all('attendance').map(({ name }) => name)
  drill.control.stop()
  await drill.center.close()
  const room = new Room(data)
  await room.resume()
  const before = await scoreOfFile(folder.file)
  await room.end('seal')
  expect(await room.kept()).toMatchObject([{ sealed: true }])
  const clock = new DrillClock('1970-01-01T00:00:00.000Z')
  const sealed = await openCenterOnFile({ file: folder.file, key: folder.key, clock, kind: 'drill' })
  const everything = await sealed.read(async (tx) => {
    const tables = await tx.executeQuery<{ name: string }>(raw("select name from sqlite_master where type = 'table'"))
    const rows = await Promise.all(tables.rows.map(({ name }) => tx.executeQuery(raw(`select * from "${name}"`))))
    return JSON.stringify(rows.map((found) => found.rows))
  })
  expect(names.length).toBeGreaterThan(50)
  expect(names.filter((name) => everything.includes(name))).toEqual([])
  for (const { name } of scenario.staff) expect(everything).not.toContain(name)
  expect(everything).not.toContain('0900000')
  await sealed.close()
  const kept = DrillFolder.find(data, note.drillId)?.note.score
  expect(kept?.figures.map(({ key }) => key)).toEqual(before.figures.map(({ key }) => key))
  expect(JSON.stringify(kept)).not.toMatch(/\p{Script=Han}/u)
  // The next drill of the scenario is held against it.
  const next = DrillFolder.make(data, { ...note, drillId: newId(), heldOn: '2027-01-01' })
  const first = await scoresBeside(scenario, next.file).next()
  expect(first).toMatchObject({ value: { score: kept } })
})
