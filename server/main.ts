import { Room } from '#drills/drill-room.ts'
import { findOpenDay } from '#server/center/centers.ts'
import { logBug, onItsOwn } from '#server/core/bug.ts'
import type { Center } from '#server/core/center.ts'
import { prepareFolder } from '#server/database/data-folder.ts'
import { lockFolder } from '#server/database/folder-lock.ts'
import { readSettings, SettingProblem, type Settings } from '#server/env.ts'
import { Autostart, autostartOrder } from '#server/keeping/autostart.ts'
import { CenterClock } from '#server/keeping/center-clock.ts'
import { ClockWatch } from '#server/keeping/clock-watch.ts'
import { DiskWatch } from '#server/keeping/disk-room.ts'
import { measureDiskSoon } from '#server/keeping/disk-trust.ts'
import { watchFolder } from '#server/keeping/folder-watch.ts'
import { keepAwake } from '#server/keeping/keep-awake.ts'
import { Memory } from '#server/keeping/keep-in-mind.ts'
import { openBrowser } from '#server/keeping/open-browser.ts'
import { type Opened, openKept } from '#server/keeping/open-kept.ts'
import { readWholeInTurn } from '#server/keeping/read-whole.ts'
import { tellRecovery } from '#server/keeping/recovery.ts'
import type { Vitals } from '#server/keeping/vitals.ts'
import { RunningCenter } from '#server/running-center.ts'
import { Certificates } from '#server/transport/certificates.ts'
import { printWelcome } from '#server/transport/welcome.ts'

/** The supervisor (server/supervise.mjs) starts anew at once after the first, and after the second because it is a crash. */
const restartCode = 75
const crashCode = 70

/** A line that never ends must not keep the process; what was acknowledged is on the disk. */
const endingMs = 8000
const startingMs = 15_000
const answerGoesFirstMs = 1000

async function start(settings: Settings): Promise<void> {
  // A folder that cannot be written has no lock either; what to do about it is asked on a page.
  const lock = prepareFolder(settings.dataFolder) ? await takeFolder(settings) : null
  if (lock === undefined) return
  const opened = await openKept({ ...settings, lock, say: sayTrouble(settings) })
  try {
    await run(settings, opened)
  } catch (error) {
    opened.lock.release()
    throw error
  }
}

/** The folder's lock; undefined where another process has it and was shown instead. */
async function takeFolder({ dataFolder, browser, quiet }: Settings) {
  for (let waited = 0; ; waited += 200) {
    const lock = lockFolder(dataFolder)
    if (!('heldAtPort' in lock)) return lock
    // Two presses on the icon: the first one is still on its way.
    if (lock.heldAtPort === 0 && waited < startingMs) {
      await new Promise((resolve) => setTimeout(resolve, 200))
      continue
    }
    const address = `http://localhost:${lock.heldAtPort}`
    if (quiet) return undefined
    console.log(`このデータは、もう動いている ささえ が使っています。ブラウザで ${address} を開きます。`)
    await openBrowser(address, browser)
    return undefined
  }
}

const sayTrouble =
  ({ browser }: Settings) =>
  (title: string, address: string) => {
    console.log(`${title}。ブラウザで ${address} を開いて、どうするかを選んでください。`)
    void openBrowser(address, browser)
  }

async function wishForHttps({ httpsPort: port, configFolder }: Settings, clock: CenterClock) {
  if (port === undefined) return undefined
  return { port, certificates: await Certificates.open(configFolder, () => clock.now()) }
}

const placeOf = (settings: Settings, found: Pick<Opened, 'file' | 'key' | 'dataFolder'>) => {
  const place = { ...settings, ...found }
  return { ...place, autostart: new Autostart(autostartOrder(place)) }
}

async function run(settings: Settings, { file, key, dataFolder, lock }: Opened): Promise<void> {
  let memory: Memory | undefined
  const clock = new CenterClock()
  let awake: Vitals['awake'] = 'unknown'
  let foundSeq = 0
  const restart = () => {
    // Only a supervisor holds the other end of this line.
    if (!process.connected) return false
    setTimeout(() => void end(restartCode), 200)
    return true
  }
  const beside = (center: Center) => {
    foundSeq = center.health.seq
    memory = new Memory(center, settings.configFolder, file)
    const room = new DiskWatch(dataFolder, center.keeping)
    center.vitals.freeBytes = () => room.freeBytes
    center.vitals.clock = clock
    center.vitals.awake = awake
    const watch = new ClockWatch(center, clock)
    const endSoon = () => void setTimeout(() => void end(0), answerGoesFirstMs)
    const place = placeOf(settings, { file, key, dataFolder })
    const keeper = { ...place, restart, end: endSoon, releaseReserve: () => room.release() }
    const leaveUnmeasured = measureDiskSoon(center.vitals, dataFolder, settings.fsyncFloor)
    const leave = [watchFolder(center, file), readWholeInTurn(center, file, key), leaveUnmeasured]
    const stop = async () => {
      for (const one of leave) one()
      room.stop()
      watch.stop()
      await memory?.stop()
    }
    return { keeper, stop }
  }
  const https = await wishForHttps(settings, clock)
  const drillRoom = new Room(dataFolder)
  const running = await RunningCenter.start({ file, key, clock, port: settings.port, https, beside, drillRoom })
  const letSleep = keepAwake((state) => {
    awake = state
    running.center.vitals.awake = state
  })
  let ending = false
  const end = async (code: number) => {
    if (ending) return
    ending = true
    setTimeout(() => process.exit(code), endingMs).unref()
    letSleep()
    await drillRoom.close()
    await running.close()
    const { writable, reason } = running.center.health
    // What had stopped for a reason is looked at by the next start as after a power cut.
    if (writable || reason === 'handedOver') lock.release()
    process.exit(code)
  }
  lock.listensAt(running.served.port)
  if (lock.uncleanBefore) await tellRecovery(running.center, foundSeq, (await memory?.rememberedSeq()) ?? 0)
  await memory?.note()
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(event, () => void end(0))
  await printWelcome(running.center, running.served)
  // Nobody goes on practising beside a real day.
  if ((await running.center.read(findOpenDay)) === undefined) onItsOwn('the drill of before', drillRoom.resume())
}

/** Two ports are asked for, and the error says which of them somebody else has. */
function takenPort(error: unknown, otherwise: number | undefined): number | undefined {
  return error instanceof Error && 'port' in error && typeof error.port === 'number' ? error.port : otherwise
}

/** Says in a sentence what a person must do; anything unexpected keeps its trace, for it is a bug. */
function explain(error: unknown, port: number | undefined): string {
  if (error instanceof SettingProblem) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return `ポート ${takenPort(error, port)} は、ほかのプログラムが使っています。--port 8081（https は --https-port 8444）のように別の番号で始めてください。`
  if (code === 'EACCES')
    return `ポート ${port} を使う許可がありません。--port 8080 のように 1024 以上の番号で始めてください。`
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return '使える指定は --port と --data、--https と --https-port だけです。例: npm start -- --port 8080 --data ./data'
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

// A mistake of ours that nobody caught: the state in memory is not to be trusted any more, what is on the disk is.
process.on('uncaughtException', (error) => {
  logBug('not caught', error)
  process.exit(crashCode)
})

let settings: Settings | undefined
try {
  settings = readSettings(process.argv.slice(2))
  await start(settings)
} catch (error) {
  console.error(explain(error, settings?.port))
  process.exit(1)
}
