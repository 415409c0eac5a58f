import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { DrillFolder, type DrillNote } from '#drills/core/drill-folder.ts'
import { readScenario } from '#drills/core/read-scenario.ts'
import type { Scenario } from '#drills/core/scenario.ts'
import { readScenarioText } from '#drills/core/scenario-text.ts'
import { editScenario } from '#drills/editing/edit-scenario.ts'
import { quartersOf } from '#drills/editing/quarters-of.ts'
import { versionOf } from '#drills/editing/version-of.ts'
import { leaveDrill } from '#drills/leave-drill.ts'
import { bankNames, bankText } from '#drills/scenarios/bank.ts'
import { type Going, lookAtKept, takeUpDrill } from '#drills/serve-drill.ts'
import { logBug } from '#server/core/bug.ts'
import { systemClock } from '#server/core/clock.ts'
import type { DrillRoom } from '#server/practice/drill-room.ts'
import { newId } from '#shared/core/ids.ts'
import { notFound } from '#shared/core/problems.ts'
import type { DrillEnd, DrillOrder, KeptDrill, ScenarioHead, StartedDrill } from '#shared/practice/drill-room.ts'
import {
  drillRuns,
  noDrillRuns,
  scenarioOfBank,
  scenarioSavedMeanwhile,
  scenarioUnfit,
} from '#shared/practice/problems.ts'
import { minutesOf } from '#shared/practice/scenario-clock.ts'
import type { EditedScenario, ReadScenarioFile, SavedScenario, ScenarioEdit } from '#shared/practice/scenario-desk.ts'
import type { BroughtAlong } from '#shared/readiness/brought-along.ts'
import type { OpenIssue } from '#shared/readiness/open-issue.ts'

/** How the scenario of a drill that was held is named, so that the next one can begin from it. */
const lastPrefix = 'last-'

/** What a drill is, whenever it is begun. */
type About = Pick<DrillNote, 'scenarioName' | 'title' | 'heldOn' | 'speed' | 'scenario' | 'brought'>

interface GoingDrill {
  note: DrillNote
  folder: DrillFolder
  it: Going
  /** As the page shows it; read once, for the page asks every few seconds. */
  started: StartedDrill
}

/** Where drills are held beside the live center, each on a port, a file and a clock of its own. */
export class Room implements DrillRoom {
  private readonly dataFolder: string
  private readonly firstPort: number
  /** The drill that goes on, or a kept one that is looked at. */
  private going: GoingDrill | undefined
  /** What was read of each file, while its text is the same: the page of drills asks every few seconds. */
  private readonly heads = new Map<string, { text: string; head: ScenarioHead }>()
  /** One thing at a time: two presses must not start two drills. */
  private turn: Promise<unknown> = Promise.resolve()

  constructor(dataFolder: string, firstPort = 8090) {
    this.dataFolder = dataFolder
    this.firstPort = firstPort
  }

  async scenarios(): Promise<ScenarioHead[]> {
    const last = DrillFolder.all(this.dataFolder).find(({ note }) => note.ended !== null)
    return [
      // The small ones first: what a newcomer should begin with.
      ...bankNames()
        .map((name) => this.headOf(bankText(name), name, 'bank'))
        .toSorted((one, other) => (one.size?.people ?? 0) - (other.size?.people ?? 0)),
      ...this.ownNames().map((name) => this.headOf(this.ownText(name), name, 'own')),
      ...(last ? [this.headOf(stringify(last.note.scenario), `${lastPrefix}${last.note.drillId}`, 'lastDrill')] : []),
    ]
  }

  private headOf(text: string | undefined = '', name: string, from: ScenarioHead['from']): ScenarioHead {
    const known = this.heads.get(`${from} ${name}`)
    if (known?.text === text) return known.head
    const head = headOf(text, name, from)
    this.heads.set(`${from} ${name}`, { text, head })
    return head
  }

  async read(name: string): Promise<ReadScenarioFile | undefined> {
    const held = name.startsWith(lastPrefix)
      ? DrillFolder.find(this.dataFolder, name.slice(lastPrefix.length))
      : undefined
    const given = held ? stringify(held.note.scenario) : bankText(name)
    if (given !== undefined) return { text: given, version: null }
    const text = this.ownText(name)
    return text === undefined ? undefined : { text, version: versionOf(text) }
  }

  edit(text: string, edits: readonly ScenarioEdit[]): EditedScenario {
    return editScenario(text, edits)
  }

  async save(text: string, over: string | null): Promise<SavedScenario> {
    const { name, title, about } = readFit(text)
    if (bankNames().includes(name)) throw scenarioOfBank({ name })
    this.requireUnchanged(name, text, over)
    mkdirSync(this.ownFolder, { recursive: true })
    // What broke off half-way must not lie under the name of last year's drill.
    const unfinished = join(this.ownFolder, `${name}.unfinished`)
    writeFileSync(unfinished, text, { flush: true })
    renameSync(unfinished, join(this.ownFolder, `${name}.yaml`))
    return { name, title, about, from: 'own', version: versionOf(text) }
  }

  start({ name, speed, seed }: DrillOrder, brought?: BroughtAlong): Promise<StartedDrill> {
    return this.inTurn(async () => {
      this.requireNone()
      const file = await this.read(name)
      if (file === undefined) throw notFound({ kind: 'scenario' })
      const fit = readFit(file.text)
      const scenario = seed === undefined ? fit : { ...fit, seed }
      const { title, date } = scenario
      const heldOn = brought?.heldOn ?? date
      const about = { scenarioName: scenario.name, title, heldOn, speed, scenario }
      return this.begin({ ...about, ...(brought && { brought }) }, this.firstPort)
    })
  }

  /** A drill in a folder of its own, from its beginning; nothing is left of one that cannot begin. */
  private async begin(about: About, firstPort: number): Promise<StartedDrill> {
    // The wall's time, not the scenario's: next year's drill of the same day is another one.
    const { scenarioName, title, heldOn, speed, scenario, brought } = about
    const begunAt = systemClock.now()
    const said = { drillId: newId(), scenarioName, title, heldOn, begunAt, speed, ended: null, scenario }
    const note = { ...said, ...(brought && { brought }) }
    const folder = DrillFolder.make(this.dataFolder, note)
    try {
      return await this.hold(folder, note, firstPort)
    } catch (error) {
      folder.erase()
      throw error
    }
  }

  /** Takes up the drill that was broken off, if one was; says whether. */
  resume(): Promise<StartedDrill | null> {
    return this.inTurn(async () => {
      const [broken, ...older] = DrillFolder.all(this.dataFolder).filter(({ note }) => note.ended === null)
      for (const { folder, note } of older) folder.write({ ...note, ended: 'kept' })
      if (!broken || this.going) return null
      try {
        return await this.hold(broken.folder, broken.note)
      } catch (error) {
        // What cannot go on is kept for whoever wants to look; a start must not fail for it.
        broken.folder.write({ ...broken.note, ended: 'kept' })
        throw error
      }
    })
  }

  running(): StartedDrill | null {
    return this.going?.started ?? null
  }

  async issues(): Promise<readonly OpenIssue[]> {
    if (!this.going) throw noDrillRuns({})
    return this.going.it.issues()
  }

  end(how: DrillEnd): Promise<void> {
    return this.inTurn(async () => {
      const { going } = this
      if (!going) throw noDrillRuns({})
      const { note, folder, it } = going
      this.going = undefined
      await it.end()
      // A kept drill that was looked at may be sealed or erased now.
      await leaveDrill({ folder, note }, how)
    })
  }

  async kept(): Promise<KeptDrill[]> {
    return DrillFolder.all(this.dataFolder).flatMap(({ note }) => {
      const { drillId, scenarioName, title, heldOn, ended } = note
      return ended === null ? [] : [{ drillId, scenarioName, title, heldOn, sealed: ended === 'sealed' }]
    })
  }

  open(drillId: string): Promise<StartedDrill> {
    return this.inTurn(async () => {
      this.requireNone()
      const found = DrillFolder.find(this.dataFolder, drillId)
      if (!found || found.note.ended === null) throw notFound({ kind: 'drill' })
      const it = await lookAtKept(found, this.firstPort)
      this.going = { ...found, it, started: startedOf(found.note, it) }
      return this.going.started
    })
  }

  /** The program ends: a drill that goes on is taken up again by the next start. */
  async close(): Promise<void> {
    await this.turn.catch(() => undefined)
    await this.going?.it.close()
    this.going = undefined
  }

  private async hold(folder: DrillFolder, note: DrillNote, firstPort = this.firstPort): Promise<StartedDrill> {
    const it = await takeUpDrill(folder, note, firstPort)
    const held = { note, folder, it, started: startedOf(note, it) }
    this.going = held
    it.again.then(() => this.playAgain(held)).catch((error: unknown) => logBug('a round once more', error))
    return held.started
  }

  /** The same from its beginning, at the same address: whoever practises alone has nobody to ask for it. */
  private playAgain(before: GoingDrill): Promise<void> {
    return this.inTurn(async () => {
      if (this.going !== before) return
      const { note, folder, it } = before
      this.going = undefined
      await it.end()
      folder.write({ ...note, ended: 'kept' })
      await this.begin(note, it.port)
    })
  }

  /** Nobody writes over what they have not read. The same text sent again is what was asked for. */
  private requireUnchanged(name: string, text: string, over: string | null): void {
    const there = this.ownText(name)
    if (there === undefined || there === text || versionOf(there) === over) return
    const title = readScenarioText(there).scenario?.title ?? name
    const at = statSync(join(this.ownFolder, `${name}.yaml`)).mtime.toISOString()
    throw scenarioSavedMeanwhile({ name, title, at, read: over !== null })
  }

  private requireNone(): void {
    if (this.going) throw drillRuns({ title: this.going.note.title, port: this.going.it.port })
  }

  private inTurn<T>(act: () => Promise<T>): Promise<T> {
    const next = this.turn.catch(() => undefined).then(act)
    this.turn = next.catch(() => undefined)
    return next
  }

  private get ownFolder(): string {
    return join(this.dataFolder, 'scenarios')
  }

  private ownNames(): string[] {
    if (!existsSync(this.ownFolder)) return []
    const files = readdirSync(this.ownFolder).filter((file) => file.endsWith('.yaml'))
    return files.map((file) => file.slice(0, -'.yaml'.length)).toSorted()
  }

  private ownText(name: string): string | undefined {
    return this.ownNames().includes(name) ? readFileSync(join(this.ownFolder, `${name}.yaml`), 'utf8') : undefined
  }
}

const startedOf = (note: DrillNote, { port, startedAt }: Going): StartedDrill => {
  const { drillId, scenarioName, title, heldOn, ended, scenario } = note
  const started = { drillId, scenarioName, title, heldOn, port, startedAt }
  if (ended === 'sealed') return started
  const { staff, solo } = readScenario(scenario)
  return { ...started, staff, ...(solo && ended === null ? { soloDesk: solo.desk } : {}) }
}

/** A file that is being written by hand may be unfit just now: it is shown by its name, with what is to be mended first. */
function headOf(text: string, name: string, from: ScenarioHead['from']): ScenarioHead {
  const { scenario, places } = readScenarioText(text)
  if (scenario) return { name, title: scenario.title, about: scenario.about, from, size: sizeOf(scenario) }
  const [{ line, sentence } = { line: 1, sentence: '' }] = places
  return { name, title: `${name}.yaml`, about: '', from, unfit: { line, sentence } }
}

function sizeOf(scenario: Scenario): { people: number; minutes: number } {
  const people = quartersOf(scenario).reduce((sum, { arrivals }) => sum + arrivals, 0)
  return { people, minutes: minutesOf(scenario.endsAt) - minutesOf(scenario.startsAt) }
}

function readFit(text: string): Scenario {
  const read = readScenarioText(text)
  if (read.scenario) return read.scenario
  const [{ line, sentence } = { line: 1, sentence: '' }] = read.places
  throw scenarioUnfit({ line, sentence })
}
