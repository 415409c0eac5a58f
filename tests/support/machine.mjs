// What the browser tests need of the machine, and where it comes from when it is missing. Node's own modules only.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { announce, root, stop } from '#server/set-up.mjs'

/** The same Chromium without windows: a device costs it a fifth of the work. Playwright takes it too where it may choose. */
const quickChromium = 'chromium-headless-shell'

const chromiumNames = [quickChromium, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const chromiumPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Debian's packages: fonts with every kanji of a name, a real reader of QR codes, a reader of PDF. */
const debianPackages = ['fonts-noto-cjk', 'zbar-tools', 'poppler-utils']

/**
 * Makes sure of Chromium, Japanese fonts and a QR reader, and returns Chromium's path.
 * @returns {Promise<string>}
 */
export async function ensureBrowserMachine() {
  const chosen = process.env.SASAE_CHROMIUM
  if (chosen && !existsSync(chosen)) {
    stop(`SASAE_CHROMIUM の ${chosen} がありません。`, `SASAE_CHROMIUM names ${chosen}, which is not there.`)
  }
  if (!chosen && findOnPath(quickChromium) === undefined) installFromDebian([quickChromium])
  if ((await findChromium()) === undefined) installFromDebian(['chromium'])
  if ((await missing()).length > 0) installFromDebian(debianPackages)
  if ((await findChromium()) === undefined) installFromPlaywright()
  const stillMissing = await missing()
  const chromium = await findChromium()
  if (chromium !== undefined && stillMissing.length === 0) return chromium
  return stop(
    `試験に必要なものが足りません: ${stillMissing.join('、')}。Debian / Ubuntu では sudo apt-get install chromium ${debianPackages.join(' ')} で入ります。別の場所の Chromium は SASAE_CHROMIUM で指定できます。`,
    `The tests lack: ${stillMissing.join(', ')}. On Debian or Ubuntu: sudo apt-get install chromium ${debianPackages.join(' ')}. A Chromium elsewhere can be named in SASAE_CHROMIUM.`,
  )
}

/**
 * Where a Chromium lies on this machine; SASAE_CHROMIUM decides if it is set.
 * @returns {Promise<string | undefined>}
 */
export async function findChromium() {
  const chosen = process.env.SASAE_CHROMIUM
  if (chosen) return existsSync(chosen) ? chosen : undefined
  const onPath = chromiumNames.map(findOnPath).find((path) => path !== undefined)
  return onPath ?? chromiumPaths.find((path) => existsSync(path)) ?? (await playwrightChromium())
}

async function playwrightChromium() {
  const { chromium } = await import('playwright-core')
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

async function missing() {
  const lacks = []
  if ((await findChromium()) === undefined) lacks.push('Chromium')
  if (!hasJapaneseFont()) lacks.push('Japanese fonts (fonts-noto-cjk)')
  if (findOnPath('zbarimg') === undefined) lacks.push('zbarimg (zbar-tools)')
  if (findOnPath('pdftotext') === undefined) lacks.push('pdftotext (poppler-utils)')
  return lacks
}

function hasJapaneseFont() {
  if (process.platform !== 'linux') return true
  // Some fonts that claim Japanese lack rarer kanji of names, such as U+20BB7; asking for that one tells them apart.
  const result = spawnSync('fc-list', [':charset=20bb7'], { encoding: 'utf8' })
  return result.status === 0 && result.stdout.trim() !== ''
}

/**
 * @param {string} name
 * @returns {string | undefined}
 */
function findOnPath(name) {
  const file = process.platform === 'win32' ? `${name}.exe` : name
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.map((folder) => join(folder, file)).find((path) => existsSync(path))
}

let listsAreFresh = false

/**
 * Installs what Debian has; without a network it gives up soon, and the tests run with what is there.
 * @param {string[]} packages
 */
function installFromDebian(packages) {
  if (process.getuid?.() !== 0 || findOnPath('apt-get') === undefined) return
  const names = packages.join(' ')
  announce(`試験用の ${names} を入れています…`, `Installing ${names} for the tests…`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const patience = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20']
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = ['ignore', 'ignore', 2]
  if (!listsAreFresh) spawnSync('apt-get', ['update', '-qq', ...patience], { stdio, env })
  listsAreFresh = true
  const wishes = ['install', '-y', '-qq', '--no-install-recommends', ...patience]
  spawnSync('apt-get', [...wishes, ...packages], { stdio, env })
}

function installFromPlaywright() {
  announce('Chromium をダウンロードしています…', 'Downloading Chromium…')
  const cli = join(root, 'node_modules/playwright-core/cli.js')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore' })
}
