import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { readOwnJson } from '#shared/core/json.ts'

/**
 * What this user's computer remembers of a center apart from its data: where the file lay and how far it had come. So a
 * folder that is missing, empty or of another day is noticed instead of being filled anew.
 */
export interface KnownCenter {
  centerId: string
  name: string
  file: string
  /** Where its copies go besides; a damaged file cannot say so any more. */
  secondFolder?: string
  lastSeq: number
  at: string
  /** Set when a person chose to begin anew: this one is not missed any more. */
  leftBehind: boolean
}

const folderIn = (configFolder: string) => join(configFolder, 'centers')

export function knownCenters(configFolder: string): KnownCenter[] {
  const folder = folderIn(configFolder)
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
    const all = names.flatMap((name) => readKnown(join(folder, name)) ?? [])
    return all.filter(({ leftBehind }) => !leftBehind).sort((one, other) => other.at.localeCompare(one.at))
  } catch {
    return []
  }
}

function readKnown(path: string): KnownCenter | undefined {
  try {
    return readOwnJson(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** Remembers a center; whole or not at all, so that a power cut leaves the one before. */
export function rememberCenter(configFolder: string, known: KnownCenter): void {
  const folder = folderIn(configFolder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${known.centerId}.json`)
  const file = openSync(`${path}.new`, 'w', 0o600)
  writeSync(file, JSON.stringify(known))
  fsyncSync(file)
  closeSync(file)
  renameSync(`${path}.new`, path)
}

/** A person begins anew at this place: whatever lay there is not asked for any more. */
export function leaveBehind(configFolder: string): void {
  for (const known of knownCenters(configFolder)) rememberCenter(configFolder, { ...known, leftBehind: true })
}
