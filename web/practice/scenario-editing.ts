import { type Document, isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml'

/** An inject as it stands in the file, by its place there. */
export interface TimelineInject {
  index: number
  key: string
  title: string
  /** Minutes since midnight of the first day; null where it waits for something, or comes on a later day. */
  minutes: number | null
}

export interface Timeline {
  name: string
  title: string
  from: number
  to: number
  injects: TimelineInject[]
}

const clockShape = /^([01]\d|2[0-3]):([0-5]\d)$/

/** A word of the file; whatever else stands there is none. */
const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Minutes since midnight of a clock as it stands in a scenario; null for anything else. */
export function minutesOf(clock: unknown): number | null {
  const [, hours, minutes] = clockShape.exec(wordOf(clock)) ?? []
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes)
}

export const clockAt = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

function injectsIn(document: Document): YAMLSeq | null {
  const found = document.get('injects')
  return isSeq(found) ? found : null
}

/** What the timeline shows; null where the text cannot be read at all. */
export function readTimeline(text: string): Timeline | null {
  const document = parseDocument(text)
  if (document.errors.length > 0 || !isMap(document.contents)) return null
  const items = injectsIn(document)?.items ?? []
  const word = (map: YAMLMap, field: string) => wordOf(map.get(field))
  return {
    name: word(document.contents, 'name'),
    title: word(document.contents, 'title'),
    from: minutesOf(document.get('startsAt')) ?? 8 * 60,
    to: minutesOf(document.get('endsAt')) ?? 17 * 60,
    injects: items.flatMap((item, index) =>
      isMap(item)
        ? [{ index, key: word(item, 'key'), title: word(item, 'title'), minutes: minutesOf(item.get('at')) }]
        : [],
    ),
  }
}

/** Changes the document and writes it again: comments, order and the author's own way of writing stay. */
function edited(text: string, change: (document: Document) => void): string {
  const document = parseDocument(text)
  change(document)
  return document.toString({ lineWidth: 0 })
}

/** Gives an inject another time; one that waited for something then comes by the clock. */
export function moveInject(text: string, index: number, minutes: number): string {
  return edited(text, (document) => {
    document.setIn(['injects', index, 'at'], clockAt(minutes))
    document.deleteIn(['injects', index, 'when'])
  })
}

export function removeInject(text: string, index: number): string {
  return edited(text, (document) => {
    document.deleteIn(['injects', index])
  })
}

export interface NewInject {
  to: string
  title: string
  text: string
  minutes: number
}

/** A key that no inject of the file has yet. */
function freeKey(items: readonly unknown[]): string {
  const taken = items.map((item) => (isMap(item) ? wordOf(item.get('key')) : ''))
  let number = items.length + 1
  while (taken.includes(`added-${number}`)) number++
  return `added-${number}`
}

export function addInject(text: string, { to, title, text: told, minutes }: NewInject): string {
  return edited(text, (document) => {
    const items = injectsIn(document)
    const recipient = to === 'team' || to === 'controller' ? to : { desk: to }
    const added = { key: freeKey(items?.items ?? []), to: recipient, title, text: told, at: clockAt(minutes) }
    if (items) document.addIn(['injects'], document.createNode(added))
    else document.set('injects', document.createNode([added]))
  })
}

/** Under which name and title it is saved. */
export function renameScenario(text: string, name: string, title: string): string {
  return edited(text, (document) => {
    document.set('name', name)
    document.set('title', title)
  })
}
