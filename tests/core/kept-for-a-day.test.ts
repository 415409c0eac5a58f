import { expect, test } from 'vitest'
import { firstToGo, offered, outgrown } from '#web/core/kept-for-a-day.ts'
import { Portions } from '#web/core/portions.ts'

const hourMs = 3_600_000
const noon = Date.parse('2026-11-23T03:00:00Z')

const act = (id: string, hoursAgo: number, more = {}) => ({
  id,
  type: 'volunteers.checkIn',
  input: {},
  device: 'phone',
  author: '',
  keptAt: 0,
  order: 0,
  center: 'kanazawa',
  epoch: 1,
  seq: 1,
  at: noon - hoursAgo * hourMs,
  ...more,
})
const asking = { center: 'kanazawa', epoch: 2, author: '', now: noon }
const idsOf = (acts: readonly { id: string }[]) => acts.map(({ id }) => id)

test('an act acknowledged more than a day ago is forgotten and never offered, though nothing was sent since', () => {
  const acts = [act('yesterday', 25), act('today', 23)]
  expect(idsOf(outgrown(acts, noon))).toEqual(['yesterday'])
  expect(idsOf(offered(acts, asking))).toEqual(['today'])
})

test('an act whose moment nobody knows is offered, and so is every act while the center’s time is not known', () => {
  const acts = [act('unknown', 0, { at: 0 }), act('old', 48)]
  expect(idsOf(offered(acts, asking))).toEqual(['unknown'])
  expect(idsOf(offered(acts, { ...asking, now: 0 }))).toEqual(['unknown', 'old'])
  expect(outgrown(acts, 0)).toEqual([])
})

test('only this author’s acts of this center’s earlier epochs are offered', () => {
  const acts = [
    act('own', 1),
    act('of another', 1, { author: 'emi' }),
    act('elsewhere', 1, { center: 'other' }),
    act('known already', 1, { epoch: 2 }),
  ]
  expect(idsOf(offered(acts, asking))).toEqual(['own'])
})

test('however many acts and pictures a day had, all of them stay and are offered', () => {
  const acts = Array.from({ length: 5000 }, (_, index) => act(String(index), 23, { pictureId: String(index) }))
  expect(outgrown(acts, noon)).toEqual([])
  expect(offered(acts, asking)).toHaveLength(5000)
})

test('where the browser is full the oldest pictures go first, then some of the oldest acts, and never what waits', () => {
  const words = Array.from({ length: 60 }, (_, index) => act(`words ${index}`, 3))
  const acts = [...words, act('oldest', 2, { pictureId: 'a' }), act('newer', 1, { pictureId: 'b' })]
  expect(idsOf(firstToGo(acts, new Set()))).toEqual(['oldest'])
  expect(idsOf(firstToGo(acts, new Set(['a'])))).toEqual(['newer'])
  expect(idsOf(firstToGo(words, new Set()))).toEqual(idsOf(words.slice(0, 50)))
  expect(firstToGo([], new Set())).toEqual([])
})

test('what is given back goes in portions, with a rest between two of them', async () => {
  const said: string[] = []
  const portions = new Portions(2, async () => {
    said.push('rest')
  })
  for (const act of ['1', '2', '3', '4', '5']) {
    await portions.next()
    said.push(act)
  }
  expect(said).toEqual(['1', '2', 'rest', '3', '4', 'rest', '5'])
})
