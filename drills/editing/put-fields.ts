import { type Document, isMap, isPair, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml'

type Path = readonly string[]

export function listIn(document: Document, path: Path): YAMLSeq | null {
  const found = document.getIn(path)
  return isSeq(found) ? found : null
}

export const itemsIn = (document: Document, path: Path): readonly unknown[] => listIn(document, path)?.items ?? []

export const keyOf = (item: unknown): unknown => (isMap(item) ? item.get('key') : undefined)

/** Lists of fields stand on one line, as the bank writes them: `{ that: teamsOut, atLeast: 5 }`. */
export const flat = (document: Document, value: unknown) => document.createNode(value, { flow: true })

function rankOf(pair: unknown, order: readonly string[]): number {
  const name = isPair(pair) && isScalar(pair.key) ? pair.key.value : pair
  return order.indexOf(String(name))
}

/** Writes one field and leaves what stands beside it: one that already says so stays as its author wrote it. */
export function put(
  { document, order }: { document: Document; order: readonly string[] },
  map: YAMLMap,
  field: string,
  value: unknown,
): void {
  const before = map.get(field, true)
  const isSame = before !== undefined && JSON.stringify(before) === JSON.stringify(value)
  if (isSame || (value === undefined && before === undefined)) return
  if (value === undefined) {
    map.delete(field)
  } else if (before !== undefined) {
    map.set(field, isScalar(before) && typeof value !== 'object' ? value : flat(document, value))
  } else {
    const after = map.items.findIndex((pair) => rankOf(pair, order) > rankOf(field, order))
    const pair = document.createPair(field, flat(document, value))
    map.items.splice(after < 0 ? map.items.length : after, 0, pair)
  }
}

/** A key that nothing of a list has yet. */
export function freeKey(items: readonly unknown[]): string {
  const taken = items.map(keyOf)
  let number = items.length + 1
  while (taken.includes(`added-${number}`)) number++
  return `added-${number}`
}

/** Puts an item to the end of a list; the first one makes the list. */
export function append(document: Document, path: Path, item: unknown): void {
  if (itemsIn(document, path).length > 0) document.addIn(path, item)
  else document.setIn(path, document.createNode([item]))
}
