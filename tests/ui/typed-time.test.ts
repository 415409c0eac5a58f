import { expect, test } from 'vitest'
import { readTypedTime } from '#web/ui/typed-time.ts'

test.each([
  ['9:30', '09:30'],
  ['９：３０', '09:30'],
  ['0930', '09:30'],
  ['930', '09:30'],
  ['１３２０', '13:20'],
  ['9時半', '09:30'],
  ['１０時', '10:00'],
  ['10時5分', '10:05'],
  ['午後1時', '13:00'],
  ['午後 3時半ごろ', '15:30'],
  ['9.30', '09:30'],
  ['', null],
  ['25:00', null],
  ['9:70', null],
  ['昼すぎ', null],
])('a time written as %j is read as %j', (written, read) => {
  expect(readTypedTime(written)).toBe(read)
})
