import { readOwnJson } from '#shared/core/json.ts'

/** One copy of a center as a device met it: `<center> <epoch>.<lineage>.<proof>`, word by word as the server said it. */
interface Met {
  center: string
  epoch: number
  lineage: string
  word: string
}

/** Whether this page speaks with an old copy of the center, or with one of two that both went on. */
export type CopyMet = 'current' | 'old' | 'fork'

let copyMet: CopyMet = 'current'
const watchers = new Set<(met: CopyMet) => void>()

/** Hears with which copy of its center this page speaks, as soon as that changes. */
export function onCopyMet(watcher: (met: CopyMet) => void): void {
  watchers.add(watcher)
}

function say(met: CopyMet): void {
  if (met === copyMet) return
  copyMet = met
  for (const watcher of watchers) watcher(met)
}

const key = 'sasae-epoch'
const mostCenters = 4

let known: Met[] | undefined
const listeners = new Set<() => void>()

/** Hears that the center goes on from another copy: what this device was told is done may be missing there. */
export function onEpochRisen(listener: () => void): void {
  listeners.add(listener)
}

function all(): Met[] {
  try {
    known ??= readOwnJson<Met[]>(localStorage.getItem(key) ?? '[]')
  } catch {
    known = []
  }
  return known
}

function remember(met: Met): void {
  known = [met, ...all().filter(({ center }) => center !== met.center)].slice(0, mostCenters)
  try {
    localStorage.setItem(key, JSON.stringify(known))
  } catch {
    // Private browsing: the page knows it for as long as it is open.
  }
}

/** The highest that this device has met of the center it speaks with; it goes with each request. */
export const epochWord = (): string => all()[0]?.word ?? ''

/** Of which center, and up to which epoch, this device knows; null before it has met any. */
export function currentEpoch(): { center: string; epoch: number } | null {
  return all()[0] ?? null
}

function read(word: string): Met | undefined {
  const [, center = '', epoch, lineage = ''] = /^(\S+) (\d+)\.(\w+)\.[\w-]+$/.exec(word) ?? []
  return epoch === undefined ? undefined : { center, epoch: Number(epoch), lineage, word }
}

/** Whether a copy is the one that was met before, or goes on from it. */
function judge(met: Met, before: Met | undefined): CopyMet {
  if (!before || met.epoch > before.epoch) return 'current'
  if (met.epoch < before.epoch) return 'old'
  return met.lineage === before.lineage ? 'current' : 'fork'
}

/** Takes in what an answer says of its center; only a later copy replaces what was met before. */
export function meetEpoch(word: string | null): void {
  const met = word === null ? undefined : read(word)
  if (!met) return
  const before = all().find(({ center }) => center === met.center)
  const judged = judge(met, before)
  say(judged)
  if (judged !== 'current') return
  if (met.word !== epochWord()) remember(met)
  if (before && met.epoch > before.epoch) for (const listener of listeners) listener()
}
