import { expect, test, vi } from 'vitest'
import { logBug } from '#server/core/bug.ts'
import { expectConsoleError } from '#tests/support/expected-errors.ts'

/** What comes out of it: what it throws, or what it says was thrown. */
function thrownBy(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

const mistakes = [
  ['a parser', (): unknown => JSON.parse('{"name": 金沢花子}')],
  ['an address', () => decodeURIComponent('金沢花子%E0')],
  ['a promise', () => '金沢花子'],
] as const

test.each(mistakes)('what %s could not read stays out of the terminal, and the place is named', (_, work) => {
  expectConsoleError(/^here: /)
  const said = vi.spyOn(console, 'error')
  logBug('here', thrownBy(work))
  const text = said.mock.calls.flat().join(' ')
  said.mockRestore()
  expect(text).not.toContain('花子')
  expect(text).toMatch(/^here: (string|.*\n\s+at )/s)
})
