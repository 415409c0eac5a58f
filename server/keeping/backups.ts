import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { BackupReason } from '#shared/keeping/copies.ts'
import { backupReasons } from '#shared/keeping/copies.ts'

/** A finished copy: it got its name only after it was read again and compared. */
export interface Backup {
  path: string
  name: string
  /** The first letters of the center's id. */
  center: string
  seq: number
  at: string
  reason: BackupReason
  bytes: number
}

/** Where copies lie if nobody says otherwise: beside the data, on the same disk. */
export const backupFolderOf = (dataFile: string) => join(dirname(dataFile), 'backups')

const nameOf = /^([0-9a-z]{8})_(\d+)_(\d{8}T\d{9}Z)_([a-zA-Z]+)\.(sasae|sasae-piece)$/

/** A name is never used twice: it says whose copy it is, up to which act, from when and why. */
export function backupName(of: { centerId: string; seq: number; at: string; reason: BackupReason }): string {
  return `${beginningOf(of)}_${of.reason}.sasae`
}

/** What was written since a full copy, in a file of its own; useless without that copy. */
export interface Piece extends Omit<Backup, 'reason'> {
  reason: 'minute'
}

export function pieceName(of: { centerId: string; seq: number; at: string }): string {
  return `${beginningOf(of)}_minute.sasae-piece`
}

export const isPiece = (name: string) => name.endsWith('.sasae-piece')

const beginningOf = (of: { centerId: string; seq: number; at: string }) =>
  `${shortCenter(of.centerId)}_${of.seq}_${of.at.replaceAll(/[-:.]/g, '')}`

/** Ids begin with the time they were made; their ends differ. */
export const shortCenter = (centerId: string) => centerId.replaceAll('-', '').slice(-8) || '00000000'

const isReason = (text: string): text is BackupReason => backupReasons.some((reason) => reason === text)

function readTime(text: string): string {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/.exec(text)?.slice(1) ?? []
  const [year, month, day, hour, minute, second, thousandths] = parts
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.${thousandths}Z`
}

function readCopy(folder: string, name: string): Backup | Piece | undefined {
  const [, center = '', seq = '', at = '', reason = ''] = nameOf.exec(name) ?? []
  const parts = () => {
    const path = join(folder, name)
    const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0
    return { path, name, center, seq: Number(seq), at: readTime(at), bytes }
  }
  if (isPiece(name)) return reason === 'minute' ? { ...parts(), reason } : undefined
  return isReason(reason) ? { ...parts(), reason } : undefined
}

/** All that one may go back to, newest first; a folder that is not there has nothing. */
export function listCopies(folder: string): (Backup | Piece)[] {
  if (!existsSync(folder)) return []
  const found = readdirSync(folder).flatMap((name) => readCopy(folder, name) ?? [])
  return found.sort(newestFirst)
}

export const newestFirst = (one: Backup | Piece, other: Backup | Piece) =>
  other.at.localeCompare(one.at) || other.seq - one.seq

const isMinute = (copy: Backup | Piece): copy is Piece => copy.reason === 'minute'

/** The finished full copies of a folder, newest first. */
export const listBackups = (folder: string): Backup[] =>
  listCopies(folder).flatMap((copy) => (isMinute(copy) ? [] : [copy]))

export const listPieces = (folder: string): Piece[] => listCopies(folder).filter(isMinute)

const beginning = 'unfinished-'

/** The name of a copy that is being made; whoever finds one after a crash or a pulled stick knows what it is. */
export const unfinishedName = (id: string) => `${beginning}${process.pid}-${id}.tmp`

/** Copies that were begun and never finished. */
function unfinishedIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((name) => name.startsWith(beginning))
}

function isAtWork(name: string): boolean {
  const pid = Number(/^unfinished-(\d+)-/.exec(name)?.[1] ?? 0)
  if (pid === 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Removes what processes left behind that are gone. */
export function sweepUnfinished(folder: string): void {
  for (const name of unfinishedIn(folder)) if (!isAtWork(name)) rmSync(join(folder, name), { force: true })
}

const hourly = 24
const daily = 7
const fewest = 3

function newestOfDays(backups: readonly Backup[]): Backup[] {
  const days = [...new Set(backups.map(({ at }) => at.slice(0, 10)))].slice(0, daily)
  return days.flatMap((day) => backups.find(({ at }) => at.startsWith(day)) ?? [])
}

/**
 * Which copies may go: not the last 24, not the last of each of seven days, none from before a change of the file, and
 * never the fullest three of a center. A center that was emptied pushes no fuller copy out.
 */
export function prunable(backups: readonly Backup[]): Backup[] {
  const centers = [...new Set(backups.map(({ center }) => center))]
  return centers.flatMap((center) => prunableOf(backups.filter((one) => one.center === center)))
}

function prunableOf(backups: readonly Backup[]): Backup[] {
  const newest = backups[0]
  if (!newest) return []
  const fullest = backups.toSorted((one, other) => other.seq - one.seq).slice(0, fewest)
  const kept = new Set([...backups.slice(0, hourly), ...newestOfDays(backups), ...fullest])
  return backups.filter(
    (one) =>
      !kept.has(one) && !beforeAChange.includes(one.reason) && one.seq <= newest.seq && one.bytes <= newest.bytes * 2,
  )
}

const beforeAChange: readonly BackupReason[] = ['migration', 'restore', 'handover']

/** Lets go of what is no longer needed. */
export function pruneBackups(folder: string): void {
  for (const { path } of prunable(listBackups(folder))) rmSync(path, { force: true })
}
