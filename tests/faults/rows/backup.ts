import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { SeededRandom } from '#drills/core/seeded-random.ts'
import { monotonicMilliseconds } from '#server/core/clock.ts'
import { backupFolderOf, listBackups } from '#server/keeping/backups.ts'
import { root } from '#server/set-up.mjs'
import { brokenCommandLine, soundBuild } from '#tests/faults/broken-build.ts'
import { type FaultResult, type FaultRow, part, Tally } from '#tests/faults/fault-row.ts'
import { FaultServer } from '#tests/faults/fault-server.ts'
import { Ledger } from '#tests/faults/ledger.ts'
import { fillDay, isDone, sendAgain, sendLoad, type Told } from '#tests/faults/load.ts'
import { openDay } from '#tests/faults/open-center.ts'
import { goOnFromCopy } from '#tests/faults/rot-served.ts'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A center whose copies are made and put back by `npx sasae`, which is killed now and then. */
class CopiedCenter {
  readonly server: FaultServer
  readonly tally: Tally
  readonly random: SeededRandom
  private readonly commandLine: string
  private readonly told: Told[] = []
  private cookie = ''

  constructor(commandLine: string, tally: Tally, random: SeededRandom) {
    this.server = new FaultServer(soundBuild())
    this.commandLine = commandLine
    this.tally = tally
    this.random = random
  }

  async open(): Promise<void> {
    await this.server.start()
    this.cookie = await openDay(this.server)
    await fillDay(this.server, this.cookie, this.random)
  }

  /** Makes a copy while acts go on; answers once it is finished or killed. */
  async copyUnderLoad(isKilled: boolean): Promise<void> {
    let ended = false
    const copying = this.run(['backup'], backupFolderOf(this.server.file), isKilled).then(() => {
      ended = true
    })
    const began = monotonicMilliseconds()
    const wishes = { clients: 4, cookie: this.cookie, random: this.random, enough: () => ended }
    const done = (await sendLoad(this.server, wishes)).filter(isDone)
    this.tally.count('writesDuringCopies', done.length)
    this.tally.count('msOfCopies', Math.round(monotonicMilliseconds() - began))
    this.told.push(...done)
    await copying
    this.lookAtCopies()
  }

  /** Puts the oldest copy in the file's place, or dies over it; the devices then offer all they know. */
  async restore(isKilled: boolean): Promise<void> {
    const oldest = listBackups(backupFolderOf(this.server.file)).at(-1)
    if (!oldest) return
    await this.server.kill('SIGTERM')
    await this.run(['restore', oldest.path], this.server.dataFolder, isKilled)
    await this.startAfter(isKilled)
    const lost =
      this.told.length - this.told.filter(({ outcome }) => outcome.kind === 'done' && outcome.seq <= oldest.seq).length
    this.tally.count('actsAfterTheCopy', lost)
    const offered = await sendAgain(this.server, this.cookie, this.told)
    const ledger = Ledger.open(this.server)
    this.tally.fault('violations', 'the restored file is not whole', ledger.isWhole ? 0 : 1)
    ledger.compare(offered, 0, this.tally)
    ledger.close()
    this.tally.fault(
      'lost',
      'an act is refused when it is offered again',
      offered.length - offered.filter(isDone).length,
    )
    this.tally.count('restores')
  }

  /** Where a restore broke off, the next start may ask a person, who goes on from the last good copy. */
  private async startAfter(isKilled: boolean): Promise<void> {
    const start = await this.server.tryStart()
    if (start === 'open') return
    this.tally.count('askedAPerson')
    this.tally.fault('violations', `a restore that was finished leaves a center that ${start}`, isKilled ? 0 : 1)
    const outcome = start === 'asks' ? await goOnFromCopy(this.server, backupFolderOf(this.server.file)) : start
    this.tally.fault('violations', `after a restore that broke off: ${outcome}`, outcome === 'open' ? 0 : 1)
  }

  /** Whatever has a final name is whole, and holds what its name says. */
  private lookAtCopies(): void {
    for (const { path, seq } of listBackups(backupFolderOf(this.server.file))) {
      const isGood = isGoodCopy(path, this.server.key, seq)
      this.tally.fault('violations', `a bad file under a final name: ${path}`, isGood ? 0 : 1)
    }
  }

  /** Runs `npx sasae …`; a killed one dies soon after it began to write into the folder. */
  private async run(words: readonly string[], folder: string, isKilled: boolean): Promise<void> {
    const before = new Set(namesIn(folder))
    const env = { ...process.env, SASAE_CONFIG: join(this.server.folder, 'config') }
    const args = [this.commandLine, ...words, '--data', this.server.dataFolder]
    const child = spawn(process.execPath, args, { env, stdio: 'ignore' })
    while (isKilled && isRunning(child)) {
      await pause(1)
      if (namesIn(folder).some((name) => /sasae$|tmp$/.test(name) && !before.has(name))) {
        await pause(this.random.whole(0, 60))
        if (isRunning(child)) this.tally.count('killed')
        child.kill('SIGKILL')
        break
      }
    }
    while (isRunning(child)) await pause(2)
    this.tally.cycle()
  }
}

const namesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : [])
const isRunning = ({ exitCode, signalCode }: ChildProcess) => exitCode === null && signalCode === null

function isGoodCopy(path: string, key: string, seq: number): boolean {
  try {
    const ledger = Ledger.read(path, key)
    const isGood = ledger.isWhole && ledger.lastSeq === seq && ledger.hasAllUpTo(seq)
    ledger.close()
    return isGood
  } catch {
    return false
  }
}

const usualCycles = 60

async function copied(name: string, commandLine: string, cycles: number): Promise<FaultResult> {
  const tally = new Tally(name)
  const center = new CopiedCenter(commandLine, tally, new SeededRandom(cycles))
  try {
    await center.open()
    for (let round = 0; round < cycles; round++) {
      await center.copyUnderLoad(round % 3 !== 0)
      if (round % 3 === 2) await center.restore(round % 2 === 0)
    }
    const restores = Math.floor(cycles / 3)
    tally.aim('restores', tally.count('restores', 0), restores)
    // Some end before their death comes.
    tally.aim('killed', tally.count('killed', 0), Math.floor((cycles - Math.ceil(cycles / 3)) / 2))
    tally.aim('writesDuringCopies', tally.count('writesDuringCopies', 0), cycles)
    const seconds = tally.count('msOfCopies', 0) / 1000
    // A few copies say little of a rate.
    if (cycles >= usualCycles)
      tally.aim('writesEachSecond', Math.round(tally.count('writesDuringCopies', 0) / seconds), 100)
  } finally {
    await center.server.remove()
  }
  return tally.result()
}

const early = {
  module: '#server/keeping/backups.ts',
  file: 'named-too-early.ts',
  names: { unfinishedName: 'unfinishedName' },
}

/** Copies and restores while the center works, killed while they write: a name is a promise, and nothing answered is lost. */
export const row: FaultRow = {
  name: 'backup',
  needs: [],
  alone: false,
  run: (budget) => copied('backup', join(root, 'server/command-line.ts'), part(usualCycles, budget, 6)),
  async control(budget) {
    const commandLine = await brokenCommandLine('named-too-early', early)
    return [await copied('backup/named-too-early', commandLine, part(12, budget, 3))]
  },
}
