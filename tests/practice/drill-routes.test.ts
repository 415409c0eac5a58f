import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Room } from '#drills/drill-room.ts'
import { bankText } from '#drills/scenarios/bank.ts'
import { newId } from '#shared/core/ids.ts'
import type { EditedScenario, ReadScenarioFile, SavedScenario } from '#shared/practice/scenario-desk.ts'
import { servedCenter, Visitor } from '#tests/support/served.ts'

const text = bankText('heat-day') ?? ''
const named = (name: string, title = 'うちの訓練') =>
  text.replace(/^name: .*$/m, `name: ${name}`).replace(/^title: .*$/m, `title: ${title}`)

/** A center that holds drills, with its lead at one desk, and whoever else is asked for. */
async function centerWithRoom() {
  const folder = mkdtempSync(join(tmpdir(), 'sasae-scenarios-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const center = await servedCenter({ drillRoom: new Room(folder), day: false })
  const seat = { staffId: newId(), name: '受付の人', pin: '123456', deskNames: ['reception', 'dispatch'] }
  await center.lead.send('access.addStaff', seat)
  const sitDown = async (name: string) => {
    const visitor = Visitor.onTheLaptop(center.served.port)
    expect(await visitor.signIn({ name }, '123456')).toBe('')
    return visitor
  }
  return { folder, lead: await sitDown('佐藤'), sitDown }
}

const put = (who: Visitor, path: string, body: unknown) => who.fetch('PUT', path, body)
const save = (who: Visitor, whole: string, over: string | null) =>
  put(who, '/api/drills/scenarios', { text: whole, over })

/** The refusal, code and details. */
async function refusal(response: Response): Promise<{ code: string; details: object }> {
  expect(response.ok).toBe(false)
  const { problem } = (await response.json()) as { problem: { code: string; details: object } }
  return problem
}

describe('a scenario over HTTP', () => {
  test('is read, edited and saved by whoever leads, and by nobody else', async () => {
    const { lead, sitDown, folder } = await centerWithRoom()
    const file = (await lead.json('/api/drills/scenarios/heat-day')) as ReadScenarioFile
    expect(file).toEqual({ text, version: null })
    const edits = [{ edit: 'moveInject', key: 'not-well', clock: '09:05' }]
    const edited = (await (await put(lead, '/api/drills/edit', { text, edits })).json()) as EditedScenario
    expect(edited.text).toContain('at: 09:05')
    expect(await refusal(await save(lead, edited.text, null))).toMatchObject({ code: 'practice.scenarioOfBank' })
    const saved = (await (await save(lead, named('ours'), null)).json()) as SavedScenario
    expect(saved).toMatchObject({ name: 'ours', title: 'うちの訓練', from: 'own' })
    const again = (await lead.json('/api/drills/scenarios/ours')) as ReadScenarioFile
    expect(again).toEqual({ text: named('ours'), version: saved.version })
    const other = await sitDown('受付の人')
    expect(await other.code('GET', '/api/drills/scenarios/ours')).toBe('core.notAllowed')
    for (const response of [await put(other, '/api/drills/edit', { text, edits }), await save(other, named('x'), null)])
      expect(await refusal(response)).toMatchObject({ code: 'core.notAllowed' })
    expect(readdirSync(join(folder, 'scenarios'))).toEqual(['ours.yaml'])
  })

  test('that cannot be is refused with its line and sentence, and what is no edit is malformed', async () => {
    const { lead } = await centerWithRoom()
    const edits = [{ edit: 'moveInject', key: 'not-well', clock: '25:00' }]
    expect(await refusal(await put(lead, '/api/drills/edit', { text, edits }))).toMatchObject({
      code: 'practice.editUnfit',
      details: {
        line: text.split('\n').indexOf('    at: 08:50') + 1,
        sentence: '時刻は 08:30 のように、2日目からは +1 08:30 のように書いてください。',
      },
    })
    const odd = [{ edit: 'burn', key: 'not-well' }]
    expect(await refusal(await put(lead, '/api/drills/edit', { text, edits: odd }))).toMatchObject({
      code: 'core.malformed',
    })
    expect(await refusal(await put(lead, '/api/drills/scenarios', { text }))).toMatchObject({ code: 'core.malformed' })
  })

  test('that another desk saved meanwhile is not written over by whoever has not read it', async () => {
    const { lead, sitDown, folder } = await centerWithRoom()
    const second = await sitDown('佐藤')
    const { version } = (await (await save(lead, named('ours'), null)).json()) as SavedScenario
    // Both have read the same; one is quicker.
    const quick = (await (await save(second, named('ours', '速い人の訓練'), version)).json()) as SavedScenario
    const refused = await refusal(await save(lead, named('ours', '遅い人の訓練'), version))
    expect(refused).toMatchObject({
      code: 'practice.scenarioSavedMeanwhile',
      details: { name: 'ours', title: '速い人の訓練', read: true },
    })
    const inFile = () => readFileSync(join(folder, 'scenarios', 'ours.yaml'), 'utf8')
    expect(inFile()).toBe(named('ours', '速い人の訓練'))
    // Somebody who knew of none is told the same, and an answer that was lost is asked for again.
    expect(await refusal(await save(lead, named('ours', '遅い人の訓練'), null))).toMatchObject({
      details: { read: false },
    })
    expect((await save(second, named('ours', '速い人の訓練'), version)).ok).toBe(true)
    expect((await save(lead, named('ours', '遅い人の訓練'), quick.version)).ok).toBe(true)
    expect(inFile()).toBe(named('ours', '遅い人の訓練'))
  })
})
