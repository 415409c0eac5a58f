// `npm run dev`: screens and server follow every save; an open page reloads itself. With `-- serve first-day` it is a
// drill that is served, so that there is something to look at.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { ensureDependencies, findNode, orSentence, root, typeScriptFlags } from './set-up.mjs'

const restartDelayMs = 150
const main = process.argv[2] === 'serve' ? 'drills/main.ts' : 'server/main.ts'

/** @type {import('node:child_process').ChildProcess | undefined} */
let server
/** @type {NodeJS.Timeout | undefined} */
let waiting

// Runs in every page: as soon as the script it came from is gone from the server, there is a newer one.
const reload = `setInterval(() => fetch(import.meta.url, { method: 'HEAD' })
  .then((answer) => { if (answer.status === 404) location.reload() }).catch(() => {}), 1000);`

await orSentence(async () => {
  ensureDependencies()
  await watchWeb()
  for (const folder of ['server', 'shared', 'drills']) watch(join(root, folder), { recursive: true }, restartSoon)
})

async function watchWeb() {
  const { build } = await import('vite')
  const watcher = await build({
    root: join(root, 'web'),
    configFile: join(root, 'vite.config.ts'),
    mode: 'development',
    build: {
      watch: {},
      minify: false,
      rolldownOptions: { output: { banner: (chunk) => (chunk.isEntry ? reload : '') } },
    },
  })
  if (!('on' in watcher)) return
  watcher.on('event', (event) => {
    // The server reads the manifest when it starts, so a new build means a new start.
    if (event.code === 'END') restartSoon()
  })
}

function restartSoon() {
  clearTimeout(waiting)
  waiting = setTimeout(restart, restartDelayMs)
}

function restart() {
  if (!server || server.exitCode !== null) start()
  else if (server.listenerCount('exit') === 0) {
    server.once('exit', start)
    server.kill('SIGTERM')
  }
}

function start() {
  const node = findNode()
  const args = [...typeScriptFlags(node), join(root, main), ...process.argv.slice(2)]
  server = spawn(node, args, { cwd: root, stdio: 'inherit' })
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    server?.kill('SIGTERM')
    process.exit(0)
  })
}
