import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { centerIn, checkFile, type FileVerdict } from '#server/database/check-file.ts'
import { makeKey, readKey } from '#server/keeping/key-store.ts'
import { badPlaceOf } from '#server/keeping/location.ts'
import { knownCenters } from '#server/keeping/sentinel.ts'
import type { Trouble } from '#server/keeping/trouble.ts'
import { readOwnJson } from '#shared/core/json.ts'

/** Where a center is looked for, and what a person has decided about it since this start. */
export interface Sought {
  dataFolder: string
  configFolder: string
  /** The last process of this folder broke off, so that its very last acts may be missing. */
  uncleanBefore: boolean
  /** A key that is held for this start only: from a badge, or from the paper while the key is locked. */
  keyAtHand: string | null
  acceptOlder: boolean
  startNew: boolean
}

export type Found = { file: string; key: string } | Trouble

export const fileIn = (dataFolder: string) => join(dataFolder, 'sasae.db')

const placesPath = (configFolder: string) => join(configFolder, 'accepted-places.json')

function acceptedPlaces(configFolder: string): string[] {
  try {
    return readOwnJson(readFileSync(placesPath(configFolder), 'utf8'))
  } catch {
    return []
  }
}

/** A person knows what this place means and stays there. */
export function acceptPlace(configFolder: string, folder: string): void {
  mkdirSync(configFolder, { recursive: true, mode: 0o700 })
  writeFileSync(placesPath(configFolder), JSON.stringify([...acceptedPlaces(configFolder), folder]))
}

const holdsData = (file: string) => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0

/** Looks before anything is opened for writing: either the file with its key, or what a person has to decide. */
export function findFile(sought: Sought): Found {
  const { dataFolder, configFolder } = sought
  const place = badPlaceOf(dataFolder)
  if (place !== null && !acceptedPlaces(configFolder).includes(dataFolder)) return { kind: 'place', place }
  const file = fileIn(dataFolder)
  return holdsData(file) ? findData(sought, file) : findNothing(sought, file)
}

/** An empty place is filled only where this computer misses no center, or where a person said so. */
function findNothing({ configFolder, startNew }: Sought, file: string): Found {
  const known = knownCenters(configFolder)
  if (known.length > 0 && !startNew) return { kind: 'missing', known }
  const state = readKey(configFolder)
  if (state.kind === 'locked') return { kind: 'locked' }
  return { file, key: state.kind === 'open' ? state.key : makeKey(configFolder) }
}

const verdicts: Record<Exclude<FileVerdict, 'sound' | 'missing'>, Trouble> = {
  unreadable: { kind: 'unreadable' },
  damaged: { kind: 'damaged' },
  newer: { kind: 'newer' },
  ioError: { kind: 'ioError' },
}

function findData(sought: Sought, file: string): Found {
  const state = readKey(sought.configFolder)
  const key = sought.keyAtHand ?? (state.kind === 'open' ? state.key : null)
  if (key === null) return { kind: state.kind === 'locked' ? 'locked' : 'keyMissing' }
  const verdict = checkFile(file, key, 'start')
  if (verdict !== 'sound' && verdict !== 'missing') return verdicts[verdict]
  return olderThanKnown(sought, file, key) ?? { file, key }
}

/** After a power cut the last acts may be missing, which is said on the desks; without one, another file lies here. */
function olderThanKnown(sought: Sought, file: string, key: string): Trouble | null {
  if (sought.acceptOlder) return null
  const center = centerIn(file, key)
  const all = knownCenters(sought.configFolder)
  if (!center) {
    // A file without its log may be one from before its center was set up: it is no new center.
    const here = all.filter((one) => one.file === file)
    return here.length > 0 ? { kind: 'missing', known: here } : null
  }
  if (sought.uncleanBefore) return null
  const known = all.find(({ centerId }) => centerId === center.centerId)
  if (!known || center.lastSeq >= known.lastSeq) return null
  return { kind: 'older', lost: known.lastSeq - center.lastSeq, lastAt: known.at }
}

export const isThere = (file: string) => existsSync(file)
