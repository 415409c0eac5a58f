import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** How this process was asked to run: arguments first, then the environment, then what fits most laptops. */
export interface Settings {
  port: number
  dataFolder: string
  /** Where the file's key lies: never beside the data. */
  configFolder: string
  /** The program that shows an address, where the machine's own is not wished; other programs read the same variable. */
  browser: string | undefined
}

function readPort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new SettingProblem(`ポート番号「${text}」は使えません。0〜65535 の数字にしてください。`)
}

function configFolder(): string {
  const home = process.env.XDG_CONFIG_HOME ?? process.env.APPDATA ?? join(homedir(), '.config')
  return process.env.SASAE_CONFIG ?? join(home, 'sasae')
}

export function readSettings(argv: readonly string[]): Settings {
  const { values } = parseArgs({ args: [...argv], options: { port: { type: 'string' }, data: { type: 'string' } } })
  return {
    port: readPort(values.port ?? process.env.SASAE_PORT ?? '8080'),
    dataFolder: resolve(values.data ?? process.env.SASAE_DATA ?? './data'),
    configFolder: configFolder(),
    browser: process.env.BROWSER,
  }
}

/** A setting that cannot be used, with the sentence that says what to do. */
export class SettingProblem extends Error {}
