import { type Document, isMap } from 'yaml'
import { append, flat, itemsIn, listIn, put } from '#drills/editing/put-fields.ts'
import { entryNotInText } from '#shared/practice/problems.ts'
import type { ScenarioEdit } from '#shared/practice/scenario-desk.ts'

const path = ['volunteers', 'arrivals']
const kindsPath = ['volunteers', 'kinds']
const order = ['from', 'to', 'people']

type Written = Extract<ScenarioEdit, { edit: 'setArrivals' }>

/** Rows that stay keep their place and their author's words beside them; what is new comes to the end. */
function setRows(document: Document, arrivals: Written['arrivals']): void {
  const before = itemsIn(document, path).length
  for (const { index, ...row } of arrivals) {
    if (index === null) {
      append(document, path, flat(document, row))
      continue
    }
    const item = itemsIn(document, path)[index]
    if (!isMap(item)) throw entryNotInText({ key: row.from })
    for (const [field, value] of Object.entries(row)) put({ document, order }, item, field, value)
  }
  const kept = new Set(arrivals.map(({ index }) => index))
  for (let index = before - 1; index >= 0; index--) if (!kept.has(index)) listIn(document, path)?.delete(index)
}

/** How many come when, and how they are made up. */
export function setArrivals(document: Document, { arrivals, kinds }: Written): void {
  setRows(document, arrivals)
  for (const { index, kind, measure, value } of kinds) {
    const item = itemsIn(document, kindsPath)[index]
    if (!isMap(item) || item.get('kind') !== kind) throw entryNotInText({ key: kind })
    put({ document, order }, item, measure, value)
  }
}
