import type { ImportLine } from './import-lines.ts'
import { importLines } from './import-lines.ts'
import type { SourceFile } from './source-files.ts'

/** The slices, lowest first: each may import those before it, never one after. */
export const sliceOrder = [
  'messages',
  'places',
  'photos',
  'households',
  'needs',
  'volunteers',
  'roster',
  'reservations',
  'groups',
  'network',
  'equipment',
  'teams',
  'dispatch',
  'reports',
  'doubles',
  'readiness',
  'practice',
  'lookback',
  'privacy',
]

/** What every slice stands on. `database` is the server's alone, `ui`, `map` and `texts` belong to the screens. */
const foundation = ['core', 'access', 'center', 'keeping', 'database', 'ui', 'map', 'texts']

/** Drills stand above all slices, their own `core` included. */
const isFoundation = ({ area, folder }: Place) => area !== 'drills' && foundation.includes(folder)

/** The only files that know all slices; a slice that imported one would know the slices after it. */
const lists = ['shared/records.ts', 'shared/commands.ts', 'shared/reads.ts', 'server/slices.ts']

interface Place {
  area: string
  folder: string
  file: string
  order: number
}

function placeOf(path: string): Place {
  const [area = '', ...rest] = path.split('/')
  const folder = rest.length > 1 ? (rest[0] ?? '') : ''
  const file = rest.slice(folder === '' ? 0 : 1).join('/')
  return { area, folder, file, order: sliceOrder.indexOf(folder) }
}

type Rule = (line: ImportLine & { target: string }, from: Place, to: Place) => string | null

/** Every import that the rule of the house forbids, as `file → target: why`. */
export function importProblems(files: readonly SourceFile[]): string[] {
  return files.flatMap(importLines).flatMap((line) => {
    const problems = line.target === null ? packageProblems(line) : projectProblems({ ...line, target: line.target })
    return problems.map((problem) => `${line.from} → ${line.specifier}: ${problem}`)
  })
}

function projectProblems(line: ImportLine & { target: string }): string[] {
  const from = placeOf(line.from)
  if (from.area === 'tests') return climbs(line) ? [climbing] : []
  const rules: Rule[] = [
    areaRule,
    climbRule,
    drillRule,
    listRule,
    foundationRule,
    orderRule,
    crossSliceRule,
    surfaceRule,
  ]
  const problems = rules.map((rule) => rule(line, from, placeOf(line.target)))
  return problems.filter((problem) => problem !== null)
}

const areas: Record<string, readonly string[]> = {
  shared: ['shared'],
  web: ['web', 'shared'],
  server: ['server', 'shared'],
  drills: ['drills', 'server', 'shared'],
}

const areaRule: Rule = (line, from, to) => {
  if (areas[from.area]?.includes(to.area)) return null
  if (line.from === 'server/main.ts' && to.area === 'drills') return null
  return `${from.area} may not import ${to.area}`
}

const climbing = 'use #… instead of ../..'

function climbs(line: ImportLine): boolean {
  return line.specifier.startsWith('../..')
}

const climbRule: Rule = (line) => (climbs(line) ? climbing : null)

/** What the runner fills in or asks of the program beside its centers. */
const openToDrills = [
  'server/app.ts',
  'server/env.ts',
  'server/practice/drill-room.ts',
  'server/lookback/compared.ts',
  'server/lookback/history.ts',
  'server/lookback/pseudonyms.ts',
]

const drillRule: Rule = (line, from, to) => {
  if (from.area !== 'drills' || to.area !== 'server') return null
  const open = openToDrills.includes(line.target) || ['core', 'transport'].includes(to.folder)
  return open ? null : 'drills see only server/app, server/core and server/transport'
}

/** The table of audiences is about all kinds, and so are those that say and hold who reads them. */
const aboutAllKinds = ['shared/access/audiences.ts', 'shared/core/read.ts', 'server/core/shown.ts']

const listRule: Rule = (line, from) => {
  if (!lists.includes(line.target)) return null
  const standsBelow = from.order >= 0 || isFoundation(from)
  if (!standsBelow || aboutAllKinds.includes(line.from)) return null
  // Outside shared the type of all records is harmless: no list is loaded, and no cycle arises.
  if (from.area !== 'shared' && line.kind === 'type' && line.target !== 'server/slices.ts') return null
  return 'a list of all slices is above the slices and their foundation'
}

/** What a folder below or beside the slices may know of them, where the answer is not "nothing". */
const sliceReaders: Record<string, readonly string[]> = {
  'server/database': ['shared'],
  'server/transport': ['shared'],
  'shared/texts': ['shared'],
  'web/map': ['shared'],
  'web/texts': ['shared'],
}

const foundationRule: Rule = (_line, from, to) => {
  if (from.order >= 0 || !(isFoundation(from) || from.folder === 'transport')) return null
  if (from.folder === 'ui' && to.area === 'web' && to.folder !== 'ui') return 'ui knows no store and no domain'
  const maySee = to.order < 0 || sliceReaders[`${from.area}/${from.folder}`]?.includes(to.area)
  return maySee ? null : `${from.folder} knows no slice`
}

/** Threads: each begins as the program does, and is imported by nothing. */
const threads = ['server/lookback/telling-worker.ts']

const orderRule: Rule = (line, from, to) => {
  if (from.order < 0) return null
  if (threads.includes(line.from) && line.target === 'server/app.ts') return null
  if (to.order > from.order) return `${to.folder} comes after ${from.folder}`
  const known = to.order >= 0 || foundation.includes(to.folder) || lists.includes(line.target)
  return known ? null : 'a slice stands on its foundation and on earlier slices only'
}

const crossSliceRule: Rule = (_line, from, to) => {
  if (from.order < 0 || to.order < 0 || from.folder === to.folder) return null
  return openToOtherSlices(to) ? null : `${to.file} belongs to ${to.folder} alone`
}

function openToOtherSlices(to: Place): boolean {
  if (to.area === 'web') return /^([\w-]+-panel\.tsx|selectors\.ts)$/.test(to.file)
  if (to.area === 'server') return !/(^|\/|-)(handlers|slice|routes)(\.ts|\/)/.test(to.file)
  return !/^(limits|problems)\.ts$/.test(to.file)
}

/** Pages and the shell arrange what slices offer; the server's list takes each slice by its one door. */
const surfaceRule: Rule = (line, from, to) => {
  if (from.order >= 0 || to.order < 0 || to.area === 'shared') return null
  if (to.area === 'web') {
    return /^([\w-]+-(panel|screen)\.tsx|selectors\.ts)$/.test(to.file)
      ? null
      : `${to.file} belongs to ${to.folder} alone`
  }
  if (line.from === 'server/slices.ts') return to.file === 'slice.ts' ? null : 'the list takes slice.ts only'
  return from.area === 'server' ? 'outside the slices, only server/slices.ts imports slices' : null
}

/** Which files may import a package; a package that is not named here is free to all but `shared`. */
const packageHomes: Record<string, RegExp> = {
  leaflet: /^web\/map\//,
  'socket.io-client': /^web\/core\/|^drills\//,
  'socket.io': /^server\/transport\//,
  'better-sqlite3': /^server\/database\//,
  sharp: /^server\/photos\//,
  kysely: /^server\//,
  hono: /^(server|drills)\//,
  preact: /^web\//,
  // Screens and sheets draw the same codes; the terminal has its own way.
  qr: /^shared\/core\/qr-path\.ts$|^server\/transport\/welcome\.ts$|^web\/core\/qr-reader\.ts$/,
  vite: /^server\/dev\.mjs$/,
}

const zodFree = /^shared\/(texts\/.*|.*\/(rules|limits|problems))\.tsx?$|^shared\/texts\//

function packageProblems(line: ImportLine): string[] {
  const area = placeOf(line.from).area
  if (area === 'tests') return []
  const name = packageName(line.specifier)
  const home = packageHomes[name]
  if (home && !home.test(line.from)) return [`${name} is imported only in ${home.source}`]
  if (area === 'web' && name.startsWith('node:')) return ['a browser has no Node']
  if (area !== 'shared' || name === 'qr') return []
  if (name !== 'zod') return ['shared imports no package but zod']
  return zodFree.test(line.from) ? ['rules, limits, problems and texts are free of zod'] : []
}

function packageName(specifier: string): string {
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '')
}
