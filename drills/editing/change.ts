import { type Document, isMap, type LineCounter, type YAMLMap, type YAMLSeq } from 'yaml'
import { inFile } from '#drills/core/recipients.ts'
import { setArrivals } from '#drills/editing/arrivals-edit.ts'
import { awaitedAt } from '#drills/editing/awaited.ts'
import { cardActs } from '#drills/editing/card-edits.ts'
import { expectationActs } from '#drills/editing/expectation-edits.ts'
import { append, freeKey, itemsIn, keyOf, listIn, put } from '#drills/editing/put-fields.ts'
import { editUnfit, entryNotInText } from '#shared/practice/problems.ts'
import type { ScenarioEdit, WrittenInject } from '#shared/practice/scenario-desk.ts'

/** The fields of an inject in the order in which the bank writes them. */
const order = ['key', 'to', 'title', 'text', 'script', 'at', 'when', 'answerWithin', 'reaction']

function placeOf(document: Document, key: string): { injects: YAMLSeq; index: number; inject: YAMLMap } {
  const injects = listIn(document, ['injects'])
  const index = injects?.items.findIndex((item) => keyOf(item) === key) ?? -1
  const inject = injects?.items[index]
  if (!injects || !isMap(inject)) throw entryNotInText({ key })
  return { injects, index, inject }
}

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

function add(document: Document, inject: WrittenInject): void {
  const items = itemsIn(document, ['injects'])
  const added = document.createNode({ key: freeKey(items) })
  if (isMap(added))
    for (const [field, value] of Object.entries(fieldsOf(inject))) put({ document, order }, added, field, value)
  append(document, ['injects'], added)
}

type Act<E> = (document: Document, edit: Extract<ScenarioEdit, { edit: E }>, lines: LineCounter) => void

const acts: { [E in ScenarioEdit['edit']]: Act<E> } = {
  addInject: (document, { inject }) => add(document, inject),
  changeInject(document, { key, inject }) {
    const place = placeOf(document, key)
    for (const [field, value] of Object.entries(fieldsOf(inject))) put({ document, order }, place.inject, field, value)
  },
  moveInject(document, { key, clock }) {
    const { inject } = placeOf(document, key)
    put({ document, order }, inject, 'at', clock)
    put({ document, order }, inject, 'when', undefined)
  },
  removeInject(document, { key }, lines) {
    const { injects, index } = placeOf(document, key)
    const awaited = awaitedAt(document, lines, key)
    if (awaited) throw editUnfit({ ...awaited })
    injects.delete(index)
  },
  ...cardActs,
  ...expectationActs,
  setArrivals,
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
