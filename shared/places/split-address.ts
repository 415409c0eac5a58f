import { townBases } from '#shared/places/town-bases.ts'
import { tidyAddress, withoutWard } from '#shared/places/town-text.ts'
import { type Town, towns } from '#shared/places/towns.ts'

/** An address in one line, taken apart: its town and what follows. */
export interface SplitAddress {
  town: Town
  rest: string
}

/** The written beginnings of an address, longest first, so that 六浦東 and 六浦町 come before 六浦. */
const beginnings = townBases
  .flatMap(({ name }) =>
    name.endsWith('町')
      ? [
          { name, text: name },
          { name, text: name.slice(0, -1) },
        ]
      : [{ name, text: name }],
  )
  .sort((one, other) => other.text.length - one.text.length)

function split(base: string, after: string): SplitAddress | null {
  const ofBase = towns.filter((town) => town.base === base)
  const [whole = '', number] = /^\s*(\d+)(?!\d|\s*[番号])\s*(?:丁目?|-)?\s*/u.exec(after) ?? []
  const town = number === undefined ? undefined : ofBase.find((candidate) => candidate.chome === Number(number))
  if (town) return { town, rest: after.slice(whole.length).trim() }
  const undivided = ofBase.find((candidate) => candidate.chome === null)
  return undivided && !/^\s*\d+\s*丁目/u.test(after) ? { town: undivided, rest: after.trim() } : null
}

/**
 * Takes an address in one line apart, or answers null where a person must be asked: an unknown town, a 丁目 that does not
 * exist, no 丁目 where there must be one. It never guesses. 長浜 is both undivided and 1–2丁目, so 長浜106-6 is the undivided
 * one; a house number 1 or 2 there cannot be told from a 丁目 and reads as the 丁目.
 */
export function splitAddress(text: string): SplitAddress | null {
  const tidy = withoutWard(tidyAddress(text))
  for (const beginning of beginnings) {
    if (!tidy.startsWith(beginning.text)) continue
    const after = tidy.slice(beginning.text.length)
    const isShort = beginning.text !== beginning.name
    if (isShort && !/^\s*(?:\d|$)/u.test(after)) continue
    return split(beginning.name, after)
  }
  return null
}
