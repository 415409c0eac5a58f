// `npm start`: whatever this machine still lacks is fetched, then server/main.ts takes over.
import { spawn } from 'node:child_process'
import nodeModule from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  ensureDependencies,
  ensureWebBuild,
  findNode,
  orSentence,
  root,
  runsTypeScript,
  typeScriptFlags,
} from './set-up.mjs'

const main = join(root, 'server/main.ts')

await orSentence(async () => {
  ensureDependencies()
  ensureWebBuild()
  if (runsTypeScript()) await goOnHere()
  else goOnUnder(findNode())
})

async function goOnHere() {
  // Compiled code is kept between starts: half of a cold start would otherwise be parsing.
  nodeModule.enableCompileCache?.(join(root, 'node_modules/.cache/compiled'))
  process.argv[1] = main
  await import(pathToFileURL(main).href)
}

/** @param {string} node */
function goOnUnder(node) {
  const child = spawn(node, [...typeScriptFlags(node), main, ...process.argv.slice(2)], {
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
