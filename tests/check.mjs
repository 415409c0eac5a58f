// `npm run check`: everything that must hold before a commit, side by side, each with its time.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { ensureDependencies, findNode, orSentence, root } from '#server/set-up.mjs'

const bin = (/** @type {string} */ path) => join(root, 'node_modules', path)

const folders = ['server', 'web', 'shared', 'drills', 'tests']

const checks = {
  types: [bin('typescript/bin/tsc'), '--noEmit'],
  biome: [bin('@biomejs/biome/bin/biome'), 'check', '.'],
  oxlint: [bin('oxlint/bin/oxlint'), '--type-aware', ...folders],
  unused: [bin('knip/bin/knip.js')],
  tests: [bin('vitest/vitest.mjs'), 'run', '--project', 'fast', '--reporter=dot'],
}

await orSentence(async () => {
  ensureDependencies()
  const node = findNode()
  const results = await Promise.all(Object.entries(checks).map(([name, args]) => run(node, name, args)))
  const failed = results.filter((result) => !result.ok).map((result) => result.name)
  console.log(failed.length === 0 ? 'check: all good' : `check: failed: ${failed.join(', ')}`)
  if (failed.length > 0) process.exitCode = 1
})

/**
 * Output is kept until the end, so that the five do not write into one another.
 * @param {string} node
 * @param {string} name
 * @param {string[]} args
 * @returns {Promise<{ name: string, ok: boolean }>}
 */
function run(node, name, args) {
  const startedAt = performance.now()
  const child = spawn(node, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  /** @type {Buffer[]} */
  const output = []
  const keep = (/** @type {Buffer} */ chunk) => output.push(chunk)
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
      if (code !== 0) process.stdout.write(Buffer.concat(output))
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
      resolve({ name, ok: code === 0 })
    })
  })
}
