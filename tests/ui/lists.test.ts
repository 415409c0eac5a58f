import { expect, test } from 'vitest'
import { qrDrawing } from '#shared/core/qr-path.ts'
import { charactersLeft } from '#web/ui/characters-left.tsx'
import { slotPlaces, slotText } from '#web/ui/slot-row.tsx'
import { nextSort, sortRows } from '#web/ui/sort-order.ts'
import { tabAfterKey } from '#web/ui/tabs.tsx'

test('slots say how many are taken, free and too many', () => {
  expect(slotText(3, 5)).toBe('5人中3人')
  expect(slotPlaces(3, 5)).toEqual(['taken', 'taken', 'taken', 'free', 'free'])
  expect(slotPlaces(3, 2)).toEqual(['taken', 'taken', 'beyond'])
  expect(slotPlaces(0, 0)).toEqual([])
})

test.each([
  [80, 100, null],
  [90, 100, 10],
  [103, 100, -3],
  [1, 10, null],
  [6, 10, 4],
  [500, undefined, null],
])('%i of %s characters typed: the count shown is %s', (length, limit, shown) => {
  expect(charactersLeft('あ'.repeat(length), limit)).toBe(shown)
})

test('a header sorts up, then down, then up again', () => {
  const up = nextSort(null, 'name')
  const down = nextSort(up, 'name')
  expect([up.direction, down.direction, nextSort(down, 'name').direction]).toEqual([
    'ascending',
    'descending',
    'ascending',
  ])
  expect(nextSort(down, 'age')).toEqual({ column: 'age', direction: 'ascending' })
})

test('equal rows keep their places in both directions, and the given rows are left as they are', () => {
  const rows = [
    { id: 'a', age: 2 },
    { id: 'b', age: 1 },
    { id: 'c', age: 2 },
  ]
  const columns = [{ key: 'age', compare: (a: { age: number }, b: { age: number }) => a.age - b.age }, { key: 'id' }]
  const ids = (direction: 'ascending' | 'descending', column = 'age') =>
    sortRows(rows, columns, { column, direction }).map((row) => row.id)
  expect(ids('ascending')).toEqual(['b', 'a', 'c'])
  expect(ids('descending')).toEqual(['a', 'c', 'b'])
  expect(ids('ascending', 'id')).toEqual(['a', 'b', 'c'])
  expect(rows.map((row) => row.id)).toEqual(['a', 'b', 'c'])
})

test.each([
  ['ArrowRight', 2, 0],
  ['ArrowLeft', 0, 2],
  ['Home', 1, 0],
  ['End', 0, 2],
  ['Enter', 1, null],
])('%s on tab %i of three leads to %s', (key, index, next) => {
  expect(tabAfterKey(key, index, 3)).toBe(next)
})

test('a QR has its quiet zone of four modules and one finder pattern at the corner', () => {
  const { side, path } = qrDrawing('A-1')
  expect(side).toBe(21 + 8)
  expect(path.startsWith('M4 4h7v1h-7z')).toBe(true)
})
