// Plain JavaScript on Node's own modules only: this runs before any package is there, under whatever Node is there.
import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

const lockFile = join(root, 'package-lock.json')

/**
 * Something is missing that a person has to see to: two sentences and no stack trace.
 * @typedef {{ ja: string, en: string }} Sentences
 */
class SetUpStopped extends Error {
  /** @param {Sentences} sentences */
  constructor(sentences) {
    super(`${sentences.ja}\n${sentences.en}`)
  }
}

/**
 * Ends the set-up with a sentence in Japanese and one in English.
 * @param {string} ja
 * @param {string} en
 * @returns {never}
 */
export function stop(ja, en) {
  throw new SetUpStopped({ ja, en })
}

/**
 * Says in one line, beside the real output, what takes its time.
 * @param {string} ja
 * @param {string} en
 */
export function announce(ja, en) {
  process.stderr.write(`${ja} / ${en}\n`)
}

/**
 * Runs the work; a stopped set-up becomes its sentences on stderr and exit code 1.
 * @param {() => void | Promise<void>} work
 */
export async function orSentence(work) {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof SetUpStopped)) throw error
    process.stderr.write(`\n${error.message}\n`)
    process.exitCode = 1
  }
}

/** Brings node_modules to the state of the lock file, if it is not in it already. */
export function ensureDependencies() {
  const installed = join(root, 'node_modules/.package-lock.json')
  // npm writes its own copy of the lock last, so an installation that broke off counts as missing.
  if (modifiedAt(installed) >= modifiedAt(lockFile)) return
  // A link leads to another checkout's packages: emptying them would pull the floor from under it.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return
  announce('部品を取り込んでいます(初回は1分ほど)…', 'Installing what is needed (about a minute the first time)…')
  // A NODE_ENV of "production" on the machine must not leave out what the build needs.
  const result = runNpm(['ci', '--include=dev', '--include=optional', '--loglevel=error', '--no-progress'])
  if (result.status === 0) return
  if (result.error)
    stop('npm が見つかりません。Node と一緒に入れてください。', 'npm is missing. Install it together with Node.')
  process.stderr.write(`${gistOf(String(result.stderr ?? ''))}\n`)
  stop(
    '必要な部品を取り込めませんでした。インターネットにつながっているか、ディスクに1GBの空きがあるかを確かめて、もう一度実行してください。',
    'The packages could not be installed. Check that this computer is online and has 1 GB of free disk, then run the command again.',
  )
}

/** @param {string[]} args */
function runNpm(args) {
  const own = process.env.npm_execpath
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] }
  if (own?.endsWith('.js')) return spawnSync(process.execPath, [own, ...args], options)
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
}

/**
 * What npm says went wrong, without the stack trace and the object that it prints after it.
 * @param {string} errors
 */
function gistOf(errors) {
  const lines = errors.split('\n').filter((line) => line.startsWith('npm error') && !/^npm error\s+at |[{}]/.test(line))
  return lines.slice(0, 5).join('\n')
}

/**
 * The Node that runs Sasae: the one from the lock file, else the one that runs this, if it is new enough.
 * @returns {string}
 */
export function findNode() {
  const windows = process.platform === 'win32'
  const folder = `node-${windows ? 'win' : process.platform}-${process.arch}`
  const fromLock = join(root, 'node_modules', folder, 'bin', windows ? 'node.exe' : 'node')
  if (existsSync(fromLock) && runs(fromLock)) return fromLock
  if (isNewEnough(process.versions.node)) return process.execPath
  return stop(
    `Node 22.12 以上が必要です(このパソコンの Node は ${process.versions.node})。https://nodejs.org から新しい Node を入れて、もう一度実行してください。`,
    `Node 22.12 or later is needed (this computer has ${process.versions.node}). Install it from https://nodejs.org and run the command again.`,
  )
}

/**
 * Whether this very process can run TypeScript as it is, so that no second process is needed.
 * @returns {boolean}
 */
function runsTypeScript() {
  return isNewEnough(process.versions.node) && Boolean(Reflect.get(process.features, 'typescript'))
}

/**
 * Flags without which a Node before 22.18 does not take TypeScript.
 * @param {string} node
 * @returns {string[]}
 */
export function typeScriptFlags(node) {
  return node === process.execPath && !runsTypeScript() ? ['--experimental-strip-types', '--no-warnings'] : []
}

/** @param {string} version */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 12)
}

/** @param {string} candidate */
function runs(candidate) {
  // A binary for another C library lies there as well, and only starting it shows that it does not run.
  return candidate === process.execPath || spawnSync(candidate, ['--version']).status === 0
}

/**
 * What is built: the screens, and the server as one file, because reading its many would be most of a cold start.
 * @typedef {{ folder: string, marker: string, config: string, sources: string[] }} Target
 * @type {Record<'web' | 'server', Target>}
 */
const targets = {
  web: { folder: 'dist/web', marker: '.vite/manifest.json', config: 'vite.config.ts', sources: ['web'] },
  server: { folder: 'dist/server', marker: 'main.js', config: 'vite.server.config.ts', sources: ['server', 'drills'] },
}

/** Builds the screens, if a source is newer than what was built. */
export function ensureWebBuild() {
  ensureBuild(targets.web)
}

/** Builds the server's one file, if a source is newer than it; returns where it lies. */
export function ensureServerBuild() {
  ensureBuild(targets.server)
  return join(root, targets.server.folder, targets.server.marker)
}

/** @param {Target} target */
function ensureBuild(target) {
  const sources = [...target.sources, 'shared', target.config, 'package-lock.json'].map((name) => join(root, name))
  if (modifiedAt(join(root, target.folder, target.marker)) >= Math.max(...sources.map(newestBelow))) return
  announce('組み立てています…', 'Building…')
  build(target)
}

/** @param {Target} target */
function build({ folder, marker, config }) {
  const startedAt = new Date()
  const fresh = join(root, `${folder}-${process.pid}`)
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const args = [vite, 'build', '--config', config, '--logLevel', 'warn', '--outDir', fresh]
  const result = spawnSync(findNode(), args, { cwd: root, stdio: ['ignore', 2, 2] })
  if (result.status !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    stop('組み立てに失敗しました。上の記録を見てください。', 'The build failed. See the lines above.')
  }
  // What was edited while the build ran is not in it, so the build counts as old as its beginning.
  utimesSync(join(fresh, marker), startedAt, startedAt)
  replaceFolder(join(root, folder), fresh)
}

/**
 * Puts the new folder in place whole, so that a server beside it never finds half of it.
 * @param {string} target
 * @param {string} fresh
 */
function replaceFolder(target, fresh) {
  const old = `${fresh}-old`
  mkdirSync(dirname(target), { recursive: true })
  if (existsSync(target)) renameSync(target, old)
  renameSync(fresh, target)
  rmSync(old, { recursive: true, force: true })
}

/**
 * Milliseconds since 1970, 0 when the file is absent.
 * @param {string} path
 */
function modifiedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/**
 * The latest change of a file, or of anything in a folder; a folder's own time tells of what was removed.
 * @param {string} path
 * @returns {number}
 */
function newestBelow(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestBelow(join(path, name))))
}
