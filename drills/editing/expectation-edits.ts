import { type Document, isMap, type YAMLMap } from 'yaml'
import { append, flat, itemsIn, listIn, put } from '#drills/editing/put-fields.ts'
import { checkWords } from '#drills/summary/check-words.ts'
import { entryNotInText } from '#shared/practice/problems.ts'
import type { ScenarioEdit } from '#shared/practice/scenario-desk.ts'

type Edit<E> = Extract<ScenarioEdit, { edit: E }>

const path = ['expectations']

/** An expectation has no key: it is named by its place and its check, so that no other is met that came there meanwhile. */
function placeOf(document: Document, { index, was }: { index: number; was: string }): YAMLMap {
  const item = itemsIn(document, path)[index]
  if (isMap(item) && item.get('check') === was) return item
  throw entryNotInText({ key: Object.entries(checkWords).find(([check]) => check === was)?.[1] ?? was })
}

export const expectationActs = {
  addExpectation(document: Document, { expectation: { check, values } }: Edit<'addExpectation'>): void {
    append(document, path, flat(document, { check, ...values }))
  },
  changeExpectation(document: Document, { expectation: { check, values }, ...place }: Edit<'changeExpectation'>): void {
    const map = placeOf(document, place)
    const order = ['check', ...Object.keys(values)]
    const gone = map.items.map(({ key }) => String(key)).filter((field) => !order.includes(field))
    for (const field of gone) put({ document, order }, map, field, undefined)
    for (const [field, value] of Object.entries({ check, ...values })) put({ document, order }, map, field, value)
  },
  removeExpectation(document: Document, place: Edit<'removeExpectation'>): void {
    placeOf(document, place)
    listIn(document, path)?.delete(place.index)
  },
}
