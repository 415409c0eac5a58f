import { signal } from '@preact/signals'
import type { EditedScenario, ReadScenarioFile, SavedScenario, ScenarioEdit } from '#shared/practice/scenario-desk.ts'
import { type Refusal, request } from '#web/core/request.ts'
import { lookAtDrills, refusalOf } from '#web/practice/drill-room.ts'
import { type Base, forgetWork, keepWork, keptWork } from '#web/practice/kept-scenario.ts'
import { lookedAt, redone, type Steps, stepsFrom, stepTo, typedInto, undone } from '#web/practice/steps.ts'
import { tabMemory } from '#web/ui/device-memory.ts'

/** A scenario under work. */
export interface ScenarioWork {
  /** Under which name it was opened. */
  opened: string
  /** The file of the council's own that it was read from or saved to; null where it lies in none. */
  base: Base | null
  /** The text as a file has it; null where that is not known. */
  saved: string | null
  steps: Steps
}

/** A file from the person's own disk has no name here yet; no scenario can be called so. */
export const fromDisk = '#file'
const openKey = 'scenario.open'

/** The name of the scenario that is open in the editor; it is open again after a reload. */
export const editing = signal<string | null>(tabMemory.read(openKey))
export const scenarioWork = signal<ScenarioWork | null>(null)
/** What was refused last; null once something went well again. */
export const workRefused = signal<Refusal | null>(null)
/** Whether what is shown was found on this device, and lies in no file yet. */
export const foundKept = signal(false)

export const isUnsaved = (work: ScenarioWork): boolean => work.steps.now.text !== work.saved

export function openInEditor(name: string | null): void {
  editing.value = name
  if (name === null) tabMemory.forget(openKey)
  else tabMemory.write(openKey, name)
  if (scenarioWork.value?.opened !== name) scenarioWork.value = null
  workRefused.value = null
  foundKept.value = false
}

function show(work: ScenarioWork): void {
  scenarioWork.value = work
  const { opened, base, steps } = work
  if (isUnsaved(work)) keepWork(opened, { text: steps.now.text, base })
  else forgetWork(opened)
}

/** Whatever is asked of the server is asked in its turn: an edit is made to what the one before it has left. */
let turn: Promise<unknown> = Promise.resolve()
function inTurn<T>(act: () => Promise<T>): Promise<T> {
  const next = turn.then(act)
  turn = next.catch(() => undefined)
  return next
}

async function ask(edits: readonly ScenarioEdit[]): Promise<Refusal | null> {
  const sent = scenarioWork.value?.steps.now.text
  if (sent === undefined) return null
  const reply = await request<EditedScenario>('PUT', '/api/drills/edit', { text: sent, edits })
  const work = scenarioWork.value
  if (!work) return null
  if (reply.kind !== 'done') return refusalOf(reply)
  const { text, ...look } = reply.body
  const { steps } = work
  // Something was typed or taken back meanwhile: what is meant is done to what is there now.
  if (steps.now.text !== sent) return edits.length > 0 ? ask(edits) : null
  show({ ...work, steps: text === sent ? lookedAt(steps, look) : stepTo(steps, { text, look }) })
  return null
}

function hear(refusal: Refusal | null): Refusal | null {
  workRefused.value = refusal
  return refusal
}

/** Has the server make edits; null where they are made, else why not. What is shown is then as it was. */
export const edit = (edits: readonly ScenarioEdit[]): Promise<Refusal | null> =>
  inTurn(async () => hear(await ask(edits)))

const look = () =>
  inTurn(async () => {
    const refusal = await ask([])
    if (refusal) hear(refusal)
  })

/** A pause in the typing after which the server is asked what it thinks. */
const pauseMs = 400
let pause: ReturnType<typeof setTimeout> | undefined

export function typeText(text: string): void {
  const work = scenarioWork.value
  if (!work) return
  show({ ...work, steps: typedInto(work.steps, text) })
  clearTimeout(pause)
  pause = setTimeout(() => void look(), pauseMs)
}

function go(way: (steps: Steps) => Steps): void {
  const work = scenarioWork.value
  if (!work) return
  show({ ...work, steps: way(work.steps) })
  workRefused.value = null
  if (scenarioWork.value?.steps.now.look === null) void look()
}
export const undo = (): void => go(undone)
export const redo = (): void => go(redone)

async function fetched(name: string): Promise<ReadScenarioFile | null> {
  const reply = await request<ReadScenarioFile>('GET', `/api/drills/scenarios/${name}`)
  if (reply.kind === 'done') return reply.body
  hear(refusalOf(reply))
  return null
}

const baseOf = (name: string, { version }: ReadScenarioFile): Base | null =>
  version === null ? null : { name, version }

/** Takes a scenario to work on: what was left of it on this device, or else its file. */
export async function openScenario(name: string): Promise<void> {
  if (scenarioWork.value?.opened === name) return
  const kept = keptWork(name)
  const file = kept ? null : name === fromDisk ? null : await fetched(name)
  if (editing.value !== name) return
  if (kept) show({ opened: name, base: kept.base, saved: null, steps: stepsFrom(kept.text) })
  else if (file) show({ opened: name, base: baseOf(name, file), saved: file.text, steps: stepsFrom(file.text) })
  else return name === fromDisk ? openInEditor(null) : undefined
  foundKept.value = kept !== null && name !== fromDisk
  await look()
}

/** Begins from a file of the person's own disk. */
export function openFromDisk(text: string): void {
  keepWork(fromDisk, { text, base: null })
  scenarioWork.value = null
  openInEditor(fromDisk)
}

/** Goes back to the file as it lies there, and leaves what was changed to 元に戻す. */
export async function readFile(name: string): Promise<void> {
  const file = await fetched(name)
  const work = scenarioWork.value
  if (!file || !work) return
  forgetWork(work.opened)
  const steps = stepTo(work.steps, { text: file.text, look: null })
  show({ opened: name, base: baseOf(name, file), saved: file.text, steps })
  openInEditor(name)
  await look()
}

/** Throws away what lies in no file, and closes the editor. */
export function discard(): void {
  const work = scenarioWork.value
  if (work) forgetWork(work.opened)
  openInEditor(null)
}

/** Writes the name and the title into the text; null where they stand there, else why not. */
async function named(name: string, title: string): Promise<Refusal | null> {
  const outline = scenarioWork.value?.steps.now.look?.outline
  const isNamed = outline?.name === name && outline.title === title
  return isNamed ? null : hear(await ask([{ edit: 'rename', name, title }]))
}

/** Saves under a name; true where it lies there now. Nothing is written over that was not read here. */
export const save = (name: string, title: string): Promise<boolean> =>
  inTurn(async () => {
    const refusal = await named(name, title)
    const work = scenarioWork.value
    if (refusal || !work) return false
    const { text } = work.steps.now
    const over = work.base?.name === name ? work.base.version : null
    const reply = await request<SavedScenario>('PUT', '/api/drills/scenarios', { text, over })
    if (reply.kind !== 'done') return hear(refusalOf(reply)) === null
    forgetWork(work.opened)
    const now = scenarioWork.value ?? work
    show({ ...now, opened: name, base: { name, version: reply.body.version }, saved: text })
    openInEditor(name)
    await lookAtDrills()
    return true
  })
