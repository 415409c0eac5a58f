import { expect, test } from 'vitest'
import { offered, outgrown } from '#web/core/kept-for-a-day.ts'

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

test('of many pictures the newest thirty stay', () => {
  const acts = Array.from({ length: 32 }, (_, index) => act(String(index), 1, { pictureId: String(index) }))
  expect(idsOf(outgrown(acts, noon))).toEqual(['1', '0'])
})
