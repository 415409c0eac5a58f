import { expect, test } from 'vitest'
import { heatBand, weatherAt } from '#shared/practice/weather.ts'

test.each([
  [4, 'safe'],
  [20.9, 'safe'],
  [21, 'caution'],
  [25, 'warning'],
  [28, 'severe'],
  [30.9, 'severe'],
  [31, 'danger'],
  [33, 'alert'],
  [35, 'specialAlert'],
])('a WBGT of %d is %s', (wbgt, band) => {
  expect(heatBand(wbgt)).toBe(band)
})

test('the weather holds until the next is told, and before the first none is known', () => {
  const hours = ['2026-11-23T00:00:00.000Z', '2026-11-23T03:00:00.000Z'].map((from) => ({ from }))
  const at = (clock: string) => weatherAt(hours, Date.parse(`2026-11-23T${clock}:00.000Z`))
  expect(at('02:59')).toEqual({ now: hours[0], next: hours[1] })
  expect(at('03:00')).toEqual({ now: hours[1], next: undefined })
  expect(weatherAt(hours, Date.parse('2026-11-22T23:59:00.000Z'))).toEqual({ now: undefined, next: hours[0] })
})
