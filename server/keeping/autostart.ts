import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, posix, resolve, win32 } from 'node:path'
import { autostartHome, ownEnvironment, type Settings } from '#server/env.ts'
import {
  type AutostartOrder,
  autostartMark,
  linuxAutostart,
  macAutostart,
  windowsAutostart,
} from '#server/keeping/autostart-texts.ts'
import { syncFile } from '#server/keeping/sync-file.ts'
import type { AutostartState } from '#shared/keeping/autostart.ts'
import { autostartTaken } from '#shared/keeping/problems.ts'

interface Form {
  path: string
  text: (order: AutostartOrder) => string
}

/** Where each system looks for what it starts at a sign-in; undefined where Sasae does not know. */
export function autostartForm(platform: NodeJS.Platform, homes = autostartHome()): Form | undefined {
  const { home, config, roaming } = homes
  if (platform === 'darwin')
    return { path: posix.join(home, 'Library/LaunchAgents', `${autostartMark}.plist`), text: macAutostart }
  if (platform === 'win32') {
    const startup = win32.join(roaming, 'Microsoft', 'Windows', 'Start Menu', 'Programs', 'Startup')
    return { path: win32.join(startup, 'sasae.cmd'), text: windowsAutostart }
  }
  return platform === 'linux'
    ? { path: posix.join(config, 'autostart/sasae.desktop'), text: linuxAutostart }
    : undefined
}

/** From here and from the built file of the server it lies in the same place. */
const root = resolve(import.meta.dirname, '../..')

/** The same start as `npm start` with the settings of now, in which nothing is opened on the screen unless it must be. */
export function autostartOrder({ dataFolder, port, httpsPort }: Pick<Settings, 'dataFolder' | 'port' | 'httpsPort'>) {
  const https = httpsPort === undefined ? [] : ['--https-port', String(httpsPort)]
  return {
    program: process.execPath,
    arguments: [join(root, 'server/start.mjs'), '--quiet', '--data', dataFolder, '--port', String(port), ...https],
    folder: root,
    environment: ownEnvironment(),
  }
}

/** Whether Sasae starts by itself when somebody signs in to this laptop: one small file of the system's own kind. */
export class Autostart {
  private readonly form: Form | undefined
  private readonly order: AutostartOrder

  constructor(order: AutostartOrder, form = autostartForm(process.platform)) {
    this.order = order
    this.form = form
  }

  get path(): string {
    return this.form?.path ?? ''
  }

  /** Read back from the file: it may have been written for another folder, or by somebody else. */
  state(): AutostartState {
    const { form } = this
    if (!form) return 'impossible'
    const text = this.read()
    if (text === null) return 'off'
    if (!text.includes(autostartMark)) return 'foreign'
    return text === form.text(this.order) ? 'on' : 'elsewhere'
  }

  /** Written whole under another name first: half of such a file would be carried out. */
  turnOn(): void {
    const { form } = this
    if (!form || this.state() === 'foreign') throw autostartTaken({ path: this.path })
    mkdirSync(dirname(form.path), { recursive: true })
    const unfinished = join(dirname(form.path), `.${autostartMark}-${process.pid}.new`)
    try {
      writeFileSync(unfinished, form.text(this.order), { mode: 0o600 })
      syncFile(unfinished)
      renameSync(unfinished, form.path)
    } finally {
      rmSync(unfinished, { force: true })
    }
  }

  turnOff(): void {
    if (this.state() === 'foreign') throw autostartTaken({ path: this.path })
    if (this.form) rmSync(this.form.path, { force: true })
  }

  private read(): string | null {
    try {
      return readFileSync(this.path, 'utf8')
    } catch {
      return null
    }
  }
}
