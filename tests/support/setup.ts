import { afterEach, expect } from 'vitest'
import { noteConsoleError, takeUnexpectedErrors } from './expected-errors.ts'

console.error = noteConsoleError

afterEach(() => {
  expect(takeUnexpectedErrors(), 'console.error was called; expectConsoleError() allows what is meant').toEqual([])
})
