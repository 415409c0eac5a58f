import { type Document, isMap, type YAMLMap } from 'yaml'
import { append, freeKey, itemsIn, keyOf, listIn, put } from '#drills/editing/put-fields.ts'
import { entryNotInText } from '#shared/practice/problems.ts'
import type { ScenarioEdit, WrittenCard } from '#shared/practice/scenario-desk.ts'

type Edit<E> = Extract<ScenarioEdit, { edit: E }>

const path = ['cards']

/** The fields of a card in the order in which the bank writes them. */
const order = ['key', 'role', 'title', 'who', 'whatHappened', 'knows', 'doesNotKnow', 'saysFirst']

/** What a card may leave out is left out of the file as well. */
const optional = ['knows', 'doesNotKnow', 'saysFirst']

function write(document: Document, map: YAMLMap, card: WrittenCard): void {
  for (const [field, value] of Object.entries(card))
    put({ document, order }, map, field, value === '' && optional.includes(field) ? undefined : value)
}

function placeOf(document: Document, key: string): number {
  const index = itemsIn(document, path).findIndex((item) => keyOf(item) === key)
  if (index < 0) throw entryNotInText({ key })
  return index
}

export const cardActs = {
  addCard(document: Document, { card }: Edit<'addCard'>): void {
    const added = document.createNode({ key: freeKey(itemsIn(document, path)) })
    if (isMap(added)) write(document, added, card)
    append(document, path, added)
  },
  changeCard(document: Document, { key, card }: Edit<'changeCard'>): void {
    const item = itemsIn(document, path)[placeOf(document, key)]
    if (isMap(item)) write(document, item, card)
  },
  removeCard(document: Document, { key }: Edit<'removeCard'>): void {
    listIn(document, path)?.delete(placeOf(document, key))
  },
}
