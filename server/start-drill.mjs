// `npm run drill`: whatever this machine still lacks is fetched and built, then drills/main.ts takes over.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureDependencies, ensureWebBuild, findNode, orSentence, root, typeScriptFlags } from './set-up.mjs'

const orders = process.argv.slice(2)

await orSentence(async () => {
  ensureDependencies()
  if (orders[0] === 'serve') ensureWebBuild()
  const node = findNode()
  const child = spawn(node, [...typeScriptFlags(node), join(root, 'drills/main.ts'), ...orders], { stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    // Ctrl+C in a terminal reaches the child by itself; passing it on would count as pressing it twice.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal))
  }
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 0)
  })
})
