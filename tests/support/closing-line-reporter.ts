import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

/**
 * Leaves the outcome as one line, `12 passed, 0 failed`, in the file that tests/run.mjs names. A file that broke before
 * its first test, and an error outside every test, count as one failure each: they would be invisible otherwise. What
 * held only at the second try is named: somebody should look at it.
 */
class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], strayErrors: readonly unknown[]): void {
    for (const name of heldLate(modules)) console.log(`held only at the second try: ${name}`)
    const file = process.env.SASAE_CLOSING_LINE
    if (file) writeFileSync(file, closingLine(modules, strayErrors.length))
  }
}

// Vitest takes a reporter from a file's default export only.
export default ClosingLineReporter

const testsOf = (modules: readonly TestModule[]) => modules.flatMap((module) => [...module.children.allTests()])

function heldLate(modules: readonly TestModule[]): string[] {
  const late = testsOf(modules).filter((test) => test.diagnostic()?.flaky)
  return late.map((test) => `${test.module.relativeModuleId}: ${test.fullName}`)
}

function closingLine(modules: readonly TestModule[], strayErrors: number): string {
  const states = testsOf(modules).map((test) => test.result().state)
  const count = (state: string) => states.filter((each) => each === state).length
  const brokenModules = modules.filter((module) => module.errors().length > 0).length
  const skipped = count('skipped') + count('pending')
  const failed = count('failed') + brokenModules + strayErrors
  return `${count('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
