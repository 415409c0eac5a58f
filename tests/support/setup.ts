import { afterEach, expect } from 'vitest'
import { noteConsoleError, takeUnexpectedErrors } from './expected-errors.ts'
import { closeOpened } from './opened.ts'

console.error = noteConsoleError

afterEach(async () => {
  await closeOpened()
  expect(takeUnexpectedErrors(), 'console.error was called; expectConsoleError() allows what is meant').toEqual([])
})
