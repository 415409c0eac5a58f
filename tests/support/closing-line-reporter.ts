import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

/**
 * Leaves the outcome as one line, `12 passed, 0 failed`, in the file that tests/run.mjs names. A file that broke before
 * its first test, and an error outside every test, count as one failure each: they would be invisible otherwise.
 */
class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], strayErrors: readonly unknown[]): void {
    const file = process.env.SASAE_CLOSING_LINE
    if (file) writeFileSync(file, closingLine(modules, strayErrors.length))
  }
}

// Vitest takes a reporter from a file's default export only.
export default ClosingLineReporter

function closingLine(modules: readonly TestModule[], strayErrors: number): string {
  const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state))
  const count = (state: string) => states.filter((each) => each === state).length
  const brokenModules = modules.filter((module) => module.errors().length > 0).length
  const skipped = count('skipped') + count('pending')
  const failed = count('failed') + brokenModules + strayErrors
  return `${count('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
