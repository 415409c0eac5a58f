import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { systemClock } from '#server/core/clock.ts'
import type { FileFacts } from '#server/database/copy-file.ts'
import { prepareFolder } from '#server/database/data-folder.ts'
import { type FolderLock, lockFolder } from '#server/database/folder-lock.ts'
import { readSettings, SettingProblem, type Settings } from '#server/env.ts'
import { Autostart, autostartOrder } from '#server/keeping/autostart.ts'
import { makeBackup } from '#server/keeping/backup.ts'
import { backupFolderOf } from '#server/keeping/backups.ts'
import { examine } from '#server/keeping/doctor.ts'
import { fileIn } from '#server/keeping/find-file.ts'
import { readKey, saveKey } from '#server/keeping/key-store.ts'
import { readRecovery } from '#server/keeping/recovery-code.ts'
import { type Restored, restoreBackup } from '#server/keeping/restore.ts'
import { restoreNewest } from '#server/keeping/restore-newest.ts'
import { rememberCenter } from '#server/keeping/sentinel.ts'
import { Problem } from '#shared/core/problem.ts'
import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import { autostartTexts } from '#shared/texts/keeping-autostart.ts'
import { copyProblemTexts } from '#shared/texts/keeping-copy-problems.ts'
import { keepingProblemTexts } from '#shared/texts/keeping-problems.ts'
import { commandLineTexts as texts } from '#shared/texts/keeping-terminal.ts'
import { troublePageTexts } from '#shared/texts/keeping-trouble.ts'
import { sentenceFor } from '#shared/texts/sentence-for.ts'

/** What `npx sasae <word>` does; each is given what stands after the word. */
const orders: Readonly<Record<string, (argv: string[]) => void | Promise<void>>> = {
  backup,
  restore,
  doctor,
  autostart,
}

const settingsOf = (data: string | undefined): Settings => readSettings(data === undefined ? [] : ['--data', data])

function fileOf({ dataFolder }: Settings): string {
  const file = fileIn(dataFolder)
  if (!existsSync(file)) throw new SettingProblem(texts.noData(dataFolder))
  return file
}

function keyOf({ configFolder }: Settings): string {
  const state = readKey(configFolder)
  if (state.kind === 'open') return state.key
  throw new SettingProblem(state.kind === 'locked' ? texts.keyLocked : texts.noKey(configFolder))
}

/** Reads beside a center that may be running; nobody there waits. */
function backup(argv: string[]): void {
  const { values } = parseArgs({ args: argv, options: { data: { type: 'string' }, to: { type: 'string' } } })
  const settings = settingsOf(values.data)
  const file = fileOf(settings)
  const folder = values.to === undefined ? backupFolderOf(file) : resolve(values.to)
  const parts = { file, key: keyOf(settings), folder, secondFolder: '', at: systemClock.now() }
  const made = makeBackup({ ...parts, reason: 'button', emptierIsMeant: true })
  console.log([texts.backedUp(made.path), ...lines(made.facts)].join('\n'))
}

/** Says how the center is, running or not; ends with 0, 1 or 2 as the light is green, yellow or red. */
async function doctor(argv: string[]): Promise<void> {
  const { values } = parseArgs({ args: argv, options: { data: { type: 'string' } } })
  const settings = settingsOf(values.data)
  const file = fileOf(settings)
  const { fsyncFloor } = settings
  const { lines: said, exitCode } = await examine({ file, key: keyOf(settings), now: systemClock.now(), fsyncFloor })
  console.log(said.join('\n'))
  process.exitCode = exitCode
}

/** Whether Sasae starts by itself when somebody signs in to this laptop. */
function autostart(argv: string[]): void {
  const text = { type: 'string' } as const
  const options = { data: text, port: text, 'https-port': text } as const
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true })
  const given = Object.entries(values).flatMap(([name, value]) => [`--${name}`, value])
  const own = new Autostart(autostartOrder(readSettings(given)))
  const [word] = positionals
  if (word === 'on') own.turnOn()
  else if (word === 'off') own.turnOff()
  else if (word !== 'status') throw new SettingProblem(texts.usage)
  console.log([autostartTexts.states[own.state()], `  ${own.path}`].join('\n'))
}

async function restore(argv: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: argv,
    options: { data: { type: 'string' } },
    allowPositionals: true,
  })
  const [copy] = positionals
  if (copy === undefined) throw new SettingProblem(texts.usage)
  const settings = settingsOf(values.data)
  const key = await keyToRestore(settings)
  prepareFolder(settings.dataFolder)
  const lock = lockOrSay(settings)
  try {
    const dataFile = fileIn(settings.dataFolder)
    const { before, after, aside } = await restoreFrom(resolve(copy), { dataFile, key })
    // A key that was read from paper belongs to this computer from now on.
    if (readKey(settings.configFolder).kind === 'none') saveKey(settings.configFolder, key)
    // The next start does not miss what a person has decided to go back behind.
    const { centerId, centerName: name, seq: lastSeq, lastAt: at } = after
    rememberCenter(settings.configFolder, { centerId, name, file: dataFile, lastSeq, at, leftBehind: false })
    console.log(
      [...(before ? [texts.before, ...lines(before)] : [texts.noBefore]), texts.after, ...lines(after)].join('\n'),
    )
    const missing = before ? before.seq - after.seq : 0
    if (missing > 0) console.log(texts.missing(missing))
    if (aside !== undefined) console.log(texts.aside(aside))
  } finally {
    lock.release()
  }
}

/** A new computer has no key yet: it stands on the sheet. */
async function keyToRestore(settings: Settings): Promise<string> {
  if (readKey(settings.configFolder).kind !== 'none') return keyOf(settings)
  const asking = createInterface({ input: process.stdin, output: process.stderr })
  const read = readRecovery(await asking.question(texts.askWords))
  asking.close()
  if ('wrongLine' in read) throw new SettingProblem(troublePageTexts.complaints.wrongLine(read.wrongLine))
  return read.key
}

/** From the copy that was named, or from the newest one of a folder that is whole. */
async function restoreFrom(copy: string, asked: { dataFile: string; key: string }): Promise<Restored> {
  const request = { ...asked, at: systemClock.now(), because: 'restored' } as const
  if (!statSync(copy, { throwIfNoEntry: false })?.isDirectory()) return restoreBackup({ ...request, copy })
  const restored = await restoreNewest(copy, request)
  for (const { name, problem } of restored.passedOver) console.log(texts.passedOver(name, explain(problem)))
  console.log(texts.restoredTo(restored.name))
  return restored
}

function lockOrSay({ dataFolder }: Settings): FolderLock {
  const lock = lockFolder(dataFolder)
  if ('heldAtPort' in lock) throw new SettingProblem(texts.running(lock.heldAtPort))
  return lock
}

function lines(facts: FileFacts): string[] {
  const { seq, lastAt, head, persons, attendances, needs, teams } = facts
  const last = lastAt === '' ? '' : `${dateOf(lastAt, timeZone)} ${clockOf(lastAt, timeZone)}`
  return [texts.last(seq, last, head.slice(0, 8)), texts.counts({ persons, attendances, needs, teams })]
}

function explain(error: unknown): string {
  if (error instanceof Problem) return sentenceFor({ ...copyProblemTexts, ...keepingProblemTexts }, error, 'ja')
  if (error instanceof SettingProblem) return error.message
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) return texts.usage
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

const [word = '', ...rest] = process.argv.slice(2)
const order = orders[word]
try {
  if (!order) throw new SettingProblem(texts.usage)
  await order(rest)
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}
