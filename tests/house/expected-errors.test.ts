import { expect, test } from 'vitest'
import { expectConsoleError, noteConsoleError, takeUnexpectedErrors } from '#tests/support/expected-errors.ts'

test('a line on console.error that nobody expected is kept, and would fail its test', () => {
  console.error('the printer is on fire', new Error('lp0'))

  expect(takeUnexpectedErrors()).toEqual([expect.stringMatching(/^the printer is on fire Error: lp0/)])
})

test('a line on console.error that was announced does not fail its test', () => {
  expectConsoleError(/^the printer/)
  console.error('the printer is on fire')

  expect(takeUnexpectedErrors()).toEqual([])
})

test('what one test expects does not hold for the next', () => {
  expectConsoleError(/printer/)
  takeUnexpectedErrors()
  noteConsoleError('the printer is on fire')

  expect(takeUnexpectedErrors()).toHaveLength(1)
})
