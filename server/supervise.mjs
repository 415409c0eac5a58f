// Watches over the server: a crash is followed by a new start within a second. Plain JavaScript on Node's own modules.
import { spawn } from 'node:child_process'

/** The server asks to be started anew: nothing is wrong with it, or only a new start can tell. */
const restartCode = 75

/** The server has said in a sentence why it does not start; starting again would only repeat it. */
const saidWhyCode = 1

/** A server that lived this long was well; one that dies sooner, time after time, will not get better by itself. */
const wellAfterMs = 10_000
const mostQuickDeaths = 5
const shortestWaitMs = 100
const longestWaitMs = 3000

/** A server that is told to end and does not is ended; what it has acknowledged is on the disk. */
const endingMs = 10_000

const gaveUp = `ささえ が続けて終了してしまいます。データはそのままです。パソコンを立ち上げ直しても同じなら、この画面の記録を詳しい人に見せてください。
Sasae keeps ending. The data is untouched. If a restart of this computer does not help, show these lines to somebody who knows.`

/** How long to wait before the next start; undefined to give up. `quickDeaths` counts those in a row.
 * @param {number} quickDeaths
 * @returns {number | undefined}
 */
export function waitBeforeRestart(quickDeaths) {
  if (quickDeaths > mostQuickDeaths) return undefined
  return quickDeaths === 0 ? shortestWaitMs : Math.min(longestWaitMs, shortestWaitMs * 2 ** quickDeaths)
}

/**
 * Runs a program until it ends because it was meant to.
 * @param {string} node
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
export function supervise(node, args, env) {
  let ending = false
  let quickDeaths = 0
  /** @type {import('node:child_process').ChildProcess} */
  let child

  const start = () => {
    const begun = performance.now()
    // Over the fourth line the server notices when this process is gone, and ends as well.
    child = spawn(node, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env })
    child.on('exit', (code, signal) => after(code, signal, performance.now() - begun))
  }

  /**
   * @param {number | null} code
   * @param {NodeJS.Signals | null} signal
   * @param {number} livedMs
   */
  const after = (code, signal, livedMs) => {
    if (ending || code === 0 || code === saidWhyCode) {
      process.exitCode = ending ? 0 : (code ?? 0)
      return
    }
    quickDeaths = livedMs >= wellAfterMs ? 0 : quickDeaths + 1
    const wait = waitBeforeRestart(quickDeaths)
    if (wait === undefined) {
      process.stderr.write(`\n${gaveUp}\n`)
      process.exitCode = 1
      return
    }
    if (code !== restartCode)
      process.stderr.write(`終了しました（${signal ?? code}）。立ち上げ直します… / restarting…\n`)
    setTimeout(() => (ending ? undefined : start()), wait)
  }

  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      ending = true
      // Ctrl+C in a terminal reaches the child by itself; passing it on would count as pressing it twice.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
      setTimeout(() => child.kill('SIGKILL'), endingMs).unref()
    })
  }
  start()
}
