import { describe, expect, test } from 'vitest'
import { readScenarioFile } from '#drills/core/read-scenario.ts'
import { editScenario } from '#drills/editing/edit-scenario.ts'
import { bankNames, bankText } from '#drills/scenarios/bank.ts'
import { Problem } from '#shared/core/problem.ts'
import type { ScenarioEdit, ScenarioOutline, WrittenCard } from '#shared/practice/scenario-desk.ts'
import { draftOf as cardDraftOf } from '#web/practice/card-draft.ts'
import * as coming from '#web/practice/coming-draft.ts'
import * as expected from '#web/practice/expectation-draft.ts'

const text = bankText('no-line-no-power') ?? ''

function outlineIn(whole: string): ScenarioOutline {
  const { outline } = editScenario(whole, [])
  if (!outline) throw new Error('it cannot be read')
  return outline
}

const outline = outlineIn(text)
const edited = (...edits: ScenarioEdit[]) => editScenario(text, edits).text
const scenarioIn = (changed: string) => readScenarioFile(changed, 'x.yaml')

/** How many lines of one text the other has not. */
function linesOnlyIn(one: string, other: string): string[] {
  const known = new Set(other.split('\n'))
  return one.split('\n').filter((line) => !known.has(line))
}

function refusalOf(act: () => unknown): Problem {
  try {
    act()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('nothing was refused')
}

const card: WrittenCard = {
  role: 'survivor',
  title: '隣の棟の人',
  who: '70代。',
  whatHappened: '水が出ない。',
  knows: '',
  doesNotKnow: 'いつ戻るか。',
  saysFirst: 'あのう。',
}

describe('a role card', () => {
  test('is added with what is said of it, and what is empty is left out', () => {
    const added = scenarioIn(edited({ edit: 'addCard', card })).cards.at(-1)
    expect(added).toEqual({ key: 'added-9', ...card })
    expect(edited({ edit: 'addCard', card })).not.toContain('knows: ""')
  })

  test('that is changed keeps its key, and no other line of the file moves', () => {
    const [first] = outline.cards
    if (!first) throw new Error('there is no card')
    const { key } = first
    const said = cardDraftOf(first)
    const changed = edited({ edit: 'changeCard', key, card: { ...said, saysFirst: 'もしもし。' } })
    expect(linesOnlyIn(changed, text)).toEqual(['    saysFirst: もしもし。'])
    expect(edited({ edit: 'changeCard', key, card: said })).toBe(text)
  })

  test('is removed; one that is gone already is not, and neither is what cannot be written', () => {
    expect(scenarioIn(edited({ edit: 'removeCard', key: 'roof' })).cards).toHaveLength(7)
    expect(refusalOf(() => edited({ edit: 'removeCard', key: 'gone' })).code).toBe('practice.entryNotInText')
    const untitled = refusalOf(() => edited({ edit: 'addCard', card: { ...card, title: '' } }))
    expect(untitled).toMatchObject({ code: 'practice.editUnfit', details: { path: 'cards.8.title' } })
  })
})

describe('what is expected', () => {
  test('is added in one line as the bank writes it, and taken away by its place and check', () => {
    const expectation = { check: 'receivedBy', values: { clock: '10:00', people: 20 } }
    const changed = edited({ edit: 'addExpectation', expectation })
    expect(linesOnlyIn(changed, text)).toEqual(['  - { check: receivedBy, clock: 10:00, people: 20 }'])
    expect(edited({ edit: 'removeExpectation', index: 0, was: 'volunteers' })).not.toContain('check: volunteers')
    const gone = refusalOf(() => edited({ edit: 'removeExpectation', index: 1, was: 'volunteers' }))
    expect(gone).toMatchObject({ code: 'practice.entryNotInText', details: { key: '受け付けた人数' } })
  })

  test('that becomes another check loses the figures of the first', () => {
    const expectation = { check: 'jobsVisited', values: { jobs: { min: 3, max: 5 } } }
    const changed = scenarioIn(edited({ edit: 'changeExpectation', index: 1, was: 'paperKeyedInBy', expectation }))
    expect(changed.expectations[1]).toEqual({ check: 'jobsVisited', jobs: { min: 3, max: 5 } })
  })

  test('for after the end is refused at its field', () => {
    const expectation = { check: 'receivedBy', values: { clock: '23:00', people: 20 } }
    const { details } = refusalOf(() => edited({ edit: 'addExpectation', expectation }))
    expect(expected.fieldOf(String(Reflect.get(details, 'path')))).toBe('values.clock')
  })

  test('names what is missing beside its field, and reads times of other days', () => {
    const read = expected.writtenBy(outline.checks)
    expect(read({ check: '', values: {} }).faults).toHaveProperty('check')
    expect(Object.keys(read({ check: 'receivedBy', values: { people: '20' } }).faults ?? {})).toEqual(['values.clock'])
    const second = read({ check: 'receivedBy', values: { clock: '+1 930', people: '２０' } })
    expect(second.written?.values).toEqual({ clock: '+1 09:30', people: 20 })
  })
})

test.each(bankNames())('what forms show of %s is written back as it stood', (name) => {
  const whole = bankText(name) ?? ''
  const { expectations, checks, cards, coming: who } = outlineIn(whole)
  const inForm = new Set(
    checks.filter(({ fields }) => fields.every(({ kind }) => kind !== 'inFile')).map((one) => one.check),
  )
  const edits = expectations.flatMap((one): ScenarioEdit[] => {
    if (!inForm.has(one.check)) return []
    const { written } = expected.writtenBy(checks)(expected.draftOf(one))
    if (!written) throw new Error(`${one.check} is not whole`)
    return [{ edit: 'changeExpectation', index: one.index, was: one.check, expectation: written }]
  })
  const { written: arrivals } = coming.writtenBy(who)(coming.draftOf(who))
  if (!arrivals) throw new Error('who comes is not whole')
  const ofCards = cards.map((one): ScenarioEdit => ({ edit: 'changeCard', key: one.key, card: cardDraftOf(one) }))
  const again = editScenario(whole, [...edits, ...ofCards, { edit: 'setArrivals', ...arrivals }])
  expect(again.text).toBe(editScenario(whole, [{ edit: 'rename', name, title: outlineIn(whole).title }]).text)
})

describe('who comes', () => {
  const draft = coming.draftOf(outline.coming)
  const put = (rows: coming.ComingRow[], kinds = draft.kinds) => {
    const { written } = coming.writtenBy(outline.coming)({ rows, kinds })
    if (!written) throw new Error('it is not whole')
    return edited({ edit: 'setArrivals', ...written })
  }

  test('is changed, taken away and added by row, and each kind by its share', () => {
    const [first, , last] = draft.rows
    if (!first || !last) throw new Error('there are no rows')
    const added = { index: null, from: '1030', to: '11:00', least: '5', most: '' }
    const changed = scenarioIn(put([{ ...first, least: '20', most: '' }, last, added], ['40', ...draft.kinds.slice(1)]))
    expect(changed.volunteers.arrivals).toEqual([
      { from: '08:30', to: '08:50', people: 20 },
      { from: '09:30', to: '10:30', people: { min: 22, max: 30 } },
      { from: '10:30', to: '11:00', people: 5 },
    ])
    expect(changed.volunteers.kinds[0]).toMatchObject({ kind: 'おとな', share: 40 })
  })

  test('that cannot be is refused at its row', () => {
    const [first, ...rest] = draft.rows
    if (!first) throw new Error('there are no rows')
    const { details } = refusalOf(() => put([{ ...first, from: '9:50', to: '9:10' }, ...rest]))
    expect(coming.fieldOf(String(Reflect.get(details, 'path')))).toBe('rows.0.to')
    const typed = coming.writtenBy(outline.coming)({ ...draft, rows: [{ ...first, to: 'あとで' }, ...rest] })
    expect(typed.faults).toHaveProperty('rows.0.to')
  })
})
