// `npm start`: whatever this machine still lacks is fetched and built, then the server takes over under a supervisor.
import { join } from 'node:path'
import { ensureDependencies, ensureServerBuild, ensureWebBuild, findNode, orSentence, root } from './set-up.mjs'
import { supervise } from './supervise.mjs'

await orSentence(async () => {
  ensureDependencies()
  ensureWebBuild()
  const main = ensureServerBuild()
  // Compiled code is kept between starts: half of a cold start would otherwise be parsing.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled') }
  supervise(findNode(), [main, ...process.argv.slice(2)], env)
})
