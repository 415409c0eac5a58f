import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** How this process was asked to run: arguments first, then the environment, then what fits most laptops. */
export interface Settings {
  port: number
  /** On which port staff devices are answered by https as well; undefined where only http is spoken. */
  httpsPort: number | undefined
  dataFolder: string
  /** Started by the laptop itself: nothing is opened on the screen, unless somebody has to decide something. */
  quiet: boolean
  /** Where the file's key lies: never beside the data. */
  configFolder: string
  /** The program that shows an address, where the machine's own is not wished; other programs read the same variable. */
  browser: string | undefined
  /** Microseconds within which no real disk has a page safe; one that says so sooner is doubted on 元気ですか. */
  fsyncFloor: number
}

/**
 * To have a page safe, a file system writes it and its own note of it, one after the other, and each request takes even
 * the fastest device some 20 µs. A folder in memory, or a library that skips fsync, answers within 3 to 15 µs.
 */
const usualFsyncFloor = '50'

function readFsyncFloor(text: string): number {
  const microseconds = Number(text)
  if (text.trim() !== '' && microseconds >= 0) return microseconds
  throw new SettingProblem(`SASAE_FSYNC_FLOOR「${text}」は使えません。0 以上の数字（マイクロ秒）にしてください。`)
}

function readPort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new SettingProblem(`ポート番号「${text}」は使えません。0〜65535 の数字にしてください。`)
}

const usualHttpsPort = '8443'

/** `--https`, `--https-port 9443`, SASAE_HTTPS=1 or SASAE_HTTPS=9443. */
function readHttpsPort(asked: boolean | undefined, port: string | undefined): number | undefined {
  const { SASAE_HTTPS: set = '' } = process.env
  if (port !== undefined) return readPort(port)
  if (set !== '' && set !== '0') return readPort(set === '1' ? usualHttpsPort : set)
  return asked ? readPort(usualHttpsPort) : undefined
}

function configFolder(): string {
  const home = process.env.XDG_CONFIG_HOME ?? process.env.APPDATA ?? join(homedir(), '.config')
  return process.env.SASAE_CONFIG ?? join(home, 'sasae')
}

export function readSettings(argv: readonly string[]): Settings {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const options = { port: text, data: text, https: flag, 'https-port': text, quiet: flag } as const
  const { values } = parseArgs({ args: [...argv], options })
  return {
    port: readPort(values.port ?? process.env.SASAE_PORT ?? '8080'),
    httpsPort: readHttpsPort(values.https, values['https-port']),
    dataFolder: resolve(values.data ?? process.env.SASAE_DATA ?? './data'),
    quiet: values.quiet ?? false,
    configFolder: configFolder(),
    browser: process.env.BROWSER,
    fsyncFloor: readFsyncFloor(process.env.SASAE_FSYNC_FLOOR ?? usualFsyncFloor),
  }
}

/** A setting that cannot be used, with the sentence that says what to do. */
export class SettingProblem extends Error {}

/** The folders that Windows says are kept in step with a cloud, wherever they were moved to and whatever they are called. */
export const syncedFolders = (): string[] =>
  ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'].flatMap((name) => process.env[name] || [])

/** The folders of this user in which systems look for what they start at a sign-in. */
export function autostartHome() {
  const home = homedir()
  const { XDG_CONFIG_HOME: config = join(home, '.config'), APPDATA: roaming = join(home, 'AppData', 'Roaming') } =
    process.env
  return { home, config, roaming }
}

/** A configuration folder that was chosen for this start must be found by one that the laptop does by itself. */
export function ownEnvironment(): Record<string, string> {
  const { SASAE_CONFIG: chosen } = process.env
  return chosen === undefined ? {} : { SASAE_CONFIG: resolve(chosen) }
}

/** The drive that Windows itself lies on. */
export const systemDrive = (): string => process.env.SystemDrive ?? 'C:'
