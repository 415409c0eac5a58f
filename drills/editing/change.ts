import { type Document, isMap, isPair, isScalar, isSeq, type LineCounter, type YAMLMap, type YAMLSeq } from 'yaml'
import { inFile } from '#drills/core/recipients.ts'
import { awaitedAt } from '#drills/editing/awaited.ts'
import { editUnfit, injectNotInText } from '#shared/practice/problems.ts'
import type { ScenarioEdit, WrittenInject } from '#shared/practice/scenario-desk.ts'

/** The fields of an inject in the order in which the bank writes them. */
const fieldOrder = ['key', 'to', 'title', 'text', 'script', 'at', 'when', 'answerWithin', 'reaction']

function injectsIn(document: Document): YAMLSeq | null {
  const found = document.get('injects')
  return isSeq(found) ? found : null
}

const keyOf = (item: unknown): unknown => (isMap(item) ? item.get('key') : undefined)

function placeOf(document: Document, key: string): { injects: YAMLSeq; index: number; inject: YAMLMap } {
  const injects = injectsIn(document)
  const index = injects?.items.findIndex((item) => keyOf(item) === key) ?? -1
  const inject = injects?.items[index]
  if (!injects || !isMap(inject)) throw injectNotInText({ key })
  return { injects, index, inject }
}

const rankOf = (pair: unknown): number => {
  const name = isPair(pair) && isScalar(pair.key) ? pair.key.value : pair
  return fieldOrder.indexOf(String(name))
}

/** Writes one field and leaves what stands beside it: one that already says so stays as its author wrote it. */
function put(document: Document, map: YAMLMap, field: string, value: unknown): void {
  const before = map.get(field, true)
  const isSame = before !== undefined && JSON.stringify(before) === JSON.stringify(value)
  if (isSame || (value === undefined && before === undefined)) return
  if (value === undefined) {
    map.delete(field)
  } else if (before !== undefined) {
    map.set(field, isScalar(before) && typeof value !== 'object' ? value : flat(document, value))
  } else {
    const after = map.items.findIndex((pair) => rankOf(pair) > rankOf(field))
    const pair = document.createPair(field, flat(document, value))
    map.items.splice(after < 0 ? map.items.length : after, 0, pair)
  }
}

/** Lists of fields stand on one line, as the bank writes them: `{ that: teamsOut, atLeast: 5 }`. */
const flat = (document: Document, value: unknown) => document.createNode(value, { flow: true })

function fieldsOf({ recipient, title, text, script, timing, answerWithin }: WrittenInject): Record<string, unknown> {
  return {
    to: inFile(recipient),
    title,
    text,
    script: script === '' ? undefined : script,
    at: timing.kind === 'at' ? timing.clock : undefined,
    when: timing.kind === 'when' ? timing.condition : undefined,
    answerWithin: answerWithin ?? undefined,
  }
}

/** A key that no inject of the file has yet. */
function freeKey(items: readonly unknown[]): string {
  const taken = items.map(keyOf)
  let number = items.length + 1
  while (taken.includes(`added-${number}`)) number++
  return `added-${number}`
}

function add(document: Document, inject: WrittenInject): void {
  const items = injectsIn(document)?.items ?? []
  const added = document.createNode({ key: freeKey(items) })
  if (isMap(added)) for (const [field, value] of Object.entries(fieldsOf(inject))) put(document, added, field, value)
  if (injectsIn(document)?.items.length) document.addIn(['injects'], added)
  else document.set('injects', document.createNode([added]))
}

type Act<E> = (document: Document, edit: Extract<ScenarioEdit, { edit: E }>, lines: LineCounter) => void

const acts: { [E in ScenarioEdit['edit']]: Act<E> } = {
  addInject: (document, { inject }) => add(document, inject),
  changeInject(document, { key, inject }) {
    const place = placeOf(document, key)
    for (const [field, value] of Object.entries(fieldsOf(inject))) put(document, place.inject, field, value)
  },
  moveInject(document, { key, clock }) {
    const { inject } = placeOf(document, key)
    put(document, inject, 'at', clock)
    put(document, inject, 'when', undefined)
  },
  removeInject(document, { key }, lines) {
    const { injects, index } = placeOf(document, key)
    const awaited = awaitedAt(document, lines, key)
    if (awaited) throw editUnfit({ ...awaited })
    injects.delete(index)
  },
  rename(document, { name, title }) {
    document.set('name', name)
    document.set('title', title)
  },
}

/** Changes the document in place, and the text that comes of it keeps comments, order and its author's way of writing. */
export function change(document: Document, lines: LineCounter, edits: readonly ScenarioEdit[]): void {
  for (const edit of edits) {
    // The table has one row for each edit, typed by it; the compiler cannot follow the name through the union.
    const act = acts[edit.edit] as (changed: Document, one: ScenarioEdit, counted: LineCounter) => void
    act(document, edit, lines)
  }
}
