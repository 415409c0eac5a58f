const expected: RegExp[] = []
const unexpected: string[] = []

/** Lets this test's code write what matches to console.error; every other line there fails the test. */
export function expectConsoleError(pattern: RegExp): void {
  expected.push(pattern)
}

/** Takes one call of console.error: expected ones are forgotten, others kept for the end of the test. */
export function noteConsoleError(...parts: unknown[]): void {
  const line = parts.map((part) => (part instanceof Error ? (part.stack ?? part.message) : String(part))).join(' ')
  if (!expected.some((pattern) => pattern.test(line))) unexpected.push(line)
}

/** The unexpected lines of the test that just ended; both lists start empty for the next one. */
export function takeUnexpectedErrors(): string[] {
  expected.length = 0
  return unexpected.splice(0)
}
