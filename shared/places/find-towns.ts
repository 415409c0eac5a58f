import { townBases } from '#shared/places/town-bases.ts'
import { searchKey, tidyAddress, withoutWard } from '#shared/places/town-text.ts'
import { type Town, towns } from '#shared/places/towns.ts'

/** A typed query: the name as far as it was typed, and the first number after it. */
interface TownQuery {
  name: string
  number: number | null
}

interface BaseKeys {
  base: string
  /** The name and its reading as they are. */
  whole: readonly string[]
  /** The same without 町: people leave it out. */
  short: readonly string[]
}

const baseKeys: readonly BaseKeys[] = townBases.map(({ name, kana, slug }) => {
  const whole = [searchKey(name), searchKey(kana), slug.replaceAll('-', '')]
  const isCho = name.endsWith('町')
  return {
    base: name,
    whole,
    short: isCho ? [searchKey(name.slice(0, -1)), searchKey(kana.replace(/(?:ちょう|まち)$/u, ''))] : [],
  }
})

function readQuery(text: string): TownQuery {
  const tidy = withoutWard(tidyAddress(text)).replace(/[一二三四五六七八九]$/u, (digit) =>
    String('一二三四五六七八九'.indexOf(digit) + 1),
  )
  const [, name = '', number] = /^([^\d]*)(\d+)?/u.exec(tidy) ?? []
  // While a Japanese keyboard is composing, the last syllable is still a Latin letter (でいk).
  const key = searchKey(name).replace(/(?<=[\u3041-\u3096])[a-z]+$/u, '')
  return { name: key, number: number === undefined ? null : Number(number) }
}

/** 0 the name itself, 1 the name without 町, 2 its beginning, 3 a part of it; null no match. */
function rankOf(keys: BaseKeys, name: string): number | null {
  if (keys.whole.includes(name)) return 0
  if (keys.short.includes(name)) return 1
  if (keys.whole.some((key) => key.startsWith(name))) return 2
  return keys.whole.slice(0, 2).some((key) => key.includes(name)) ? 3 : null
}

/**
 * The towns of one base that a number leaves. The number is the 丁目 where the base has it; in an undivided town it is the
 * house number and leaves the town (長浜106). A 丁目 that does not exist leaves all of the base: the person is asked.
 */
function townsOfBase(base: string, number: number | null, rank: number): Town[] {
  const all = towns.filter((town) => town.base === base)
  if (number === null) return all
  const fitting = all.filter((town) => town.chome === number || town.chome === null)
  if (fitting.length === 0 && rank <= 1) return all
  return fitting.sort((one, other) => Number(one.chome === null) - Number(other.chome === null))
}

/**
 * The towns that a typed text may mean, best first: the name itself, then what begins with it, then what contains it.
 * Kanji, kana and Latin letters; whole addresses too (〒, 横浜市, 番地 are passed over). An empty query finds nothing.
 */
export function findTowns(text: string): Town[] {
  const query = readQuery(text)
  if (query.name === '') return []
  return baseKeys
    .map((keys) => ({ keys, rank: rankOf(keys, query.name) }))
    .filter((found): found is { keys: BaseKeys; rank: number } => found.rank !== null)
    .sort((one, other) => one.rank - other.rank)
    .flatMap(({ keys, rank }) => townsOfBase(keys.base, query.number, rank))
}
