import { expect, test } from 'vitest'
import { inkOn } from '#web/map/ink-on.ts'
import type { MapMarker } from '#web/map/map-marker.ts'
import { stackMarkers } from '#web/map/marker-stacks.ts'
import { stateColours } from '#web/ui/state-colours.ts'

const marker = (id: string, lng: number, more: Partial<MapMarker> = {}): MapMarker => ({
  id,
  kind: 'need',
  point: { lat: 0, lng },
  shape: 'circle',
  colour: '#b22222',
  mark: '未',
  title: id,
  ...more,
})

/** A degree is a pixel here. */
const project = ({ lat, lng }: { lat: number; lng: number }) => ({ x: lng, y: lat })
const members = (markers: readonly MapMarker[], selectedId: string | null = null) =>
  stackMarkers(markers, selectedId, project).map((stack) => stack.members.map((member) => member.id))

test('markers that cover each other stand as one, others by themselves', () => {
  expect(members([marker('a', 0), marker('b', 5), marker('c', 100)])).toEqual([['a', 'b'], ['c']])
})

test('the urgent one comes to the front, what a filter leaves out goes to the back', () => {
  const stack = [marker('a', 0, { dimmed: true }), marker('b', 1), marker('c', 2, { emphasis: 'urgent' })]
  expect(members(stack)).toEqual([['c', 'b', 'a']])
})

test('the selected one comes before the urgent one', () => {
  expect(members([marker('a', 0), marker('b', 1, { emphasis: 'urgent' })], 'a')).toEqual([['a', 'b']])
})

test('a stack keeps its key when another member comes to the front', () => {
  const two = [marker('a', 0), marker('b', 1)]
  expect(stackMarkers(two, 'b', project)[0]?.key).toBe(stackMarkers(two, null, project)[0]?.key)
})

test('with larger letters markers stand further apart before they are two', () => {
  const two = [marker('a', 0), marker('b', 40)]
  expect(stackMarkers(two, null, project, 1)).toHaveLength(2)
  expect(stackMarkers(two, null, project, 1.45)).toHaveLength(1)
})

test.each(Object.values(stateColours))('the letter on $fill is $ink, as everywhere else', ({ fill, ink }) => {
  expect(inkOn(fill)).toBe(ink)
})
