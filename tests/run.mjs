// `npm test`: everything this machine still lacks is fetched, then every test runs. The last line on standard output
// is the outcome in numbers, whatever happened before it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureDependencies, ensureServerBuild, ensureWebBuild, findNode, orSentence, root } from '#server/set-up.mjs'
import { ensureBrowserMachine } from './support/machine.mjs'

let closingLine = '0 passed, 0 failed'

await orSentence(async () => {
  ensureDependencies()
  ensureWebBuild()
  ensureServerBuild()
  runTests(await ensureBrowserMachine())
})

if (closingLine.startsWith('0 passed')) process.exitCode ||= 1
console.log(closingLine)

/** @param {string} chromium */
function runTests(chromium) {
  const folder = mkdtempSync(join(tmpdir(), 'sasae-tests-'))
  const file = join(folder, 'closing-line')
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=./tests/support/closing-line-reporter.ts']
  const args = [vitest, 'run', '--allowOnly=false', ...reporters, ...process.argv.slice(2)]
  const env = { ...process.env, SASAE_CHROMIUM: chromium, SASAE_CLOSING_LINE: file, SASAE_WHOLE_SUITE: 'yes' }
  const result = spawnSync(findNode(), args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env })
  closingLine = readOr(file, closingLine)
  rmSync(folder, { recursive: true, force: true })
  process.exitCode = result.status ?? 1
}

/**
 * @param {string} file
 * @param {string} otherwise
 */
function readOr(file, otherwise) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return otherwise
  }
}
