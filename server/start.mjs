// `npm start`: whatever this machine still lacks is fetched and built, then the server takes over.
import { spawn } from 'node:child_process'
import nodeModule from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureDependencies, ensureServerBuild, ensureWebBuild, findNode, orSentence, root } from './set-up.mjs'

await orSentence(async () => {
  ensureDependencies()
  ensureWebBuild()
  const main = ensureServerBuild()
  const node = findNode()
  if (node === process.execPath) await goOnHere(main)
  else goOnUnder(node, main)
})

/** @param {string} main */
async function goOnHere(main) {
  // Compiled code is kept between starts: half of a cold start would otherwise be parsing.
  nodeModule.enableCompileCache?.(join(root, 'node_modules/.cache/compiled'))
  process.argv[1] = main
  await import(pathToFileURL(main).href)
}

/**
 * @param {string} node
 * @param {string} main
 */
function goOnUnder(node, main) {
  const child = spawn(node, [main, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled') },
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    // Ctrl+C in a terminal reaches the child by itself; passing it on would count as pressing it twice.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal))
  }
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)
  })
}
