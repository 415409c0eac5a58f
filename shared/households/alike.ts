import { searchKey } from '#shared/core/japanese-text.ts'
import type { Household } from '#shared/households/household.ts'
import { distanceMetres } from '#shared/places/distance.ts'
import { pointOfPlace } from '#shared/places/place.ts'

/** Who is being taken down, as far as it is typed. */
export interface Sought {
  /** Phones of the household itself: its own, and the requester's where they belong to it. */
  phones: readonly string[]
  names: readonly string[]
  kanas: readonly string[]
  townId: string | null
  addressLine: string
  lat: number | null
  lng: number | null
}

/** What is known of a household. */
export type Known = Pick<Household, 'name' | 'nameKana' | 'townId' | 'addressLine' | 'lat' | 'lng'>

const alikeReasons = ['phone', 'address', 'kana', 'name', 'near', 'town'] as const
type AlikeReason = (typeof alikeReasons)[number]

/** In what two households are alike. */
export interface Likeness {
  reasons: readonly AlikeReason[]
  /** Metres between the two pins; null unless both are set. */
  metres: number | null
  /** Must be looked at before another is made (field guide 12b, invariant 4): same phone, or kana and town. */
  strong: boolean
  score: number
}

/** Two pins closer than this are the same house or its neighbour. */
const nearMetres = 60

const weights: Record<AlikeReason, number> = { phone: 10, address: 7, kana: 5, name: 4, near: 4, town: 1 }

const keyOf = (text: string) => searchKey(text).replaceAll('ー', '')

/** House numbers as they are compared: 9番1号, 9-1 and ９ー１ are one. */
export function addressKey(addressLine: string): string {
  return searchKey(addressLine.replace(/番地?|号|の/gu, '-'))
    .replace(/ー+/g, 'ー')
    .replace(/ー$/, '')
}

interface Keys {
  kana: string
  name: string
  address: string
}

/** Folding a text costs more than all comparing, and desks compare at every key that is pressed. */
const keysOfKnown = new WeakMap<Known, Keys>()

function keysOf(known: Known): Keys {
  const kept = keysOfKnown.get(known)
  if (kept) return kept
  const keys = { kana: keyOf(known.nameKana), name: keyOf(known.name), address: addressKey(known.addressLine) }
  keysOfKnown.set(known, keys)
  return keys
}

const filled = (texts: readonly string[]) => texts.filter((text) => text !== '')

/** The family name alone, as neighbours give it, or a full name of which only the first part was typed so far. */
function beginsAlike(keys: readonly string[], other: string): boolean {
  return keys.some((key) => [...key].length >= 2 && other.startsWith(key))
}

function metresBetween(sought: Sought, known: Known): number | null {
  const one = pointOfPlace(sought)
  const other = pointOfPlace(known)
  return one?.precision === 'pin' && other?.precision === 'pin' ? distanceMetres(one.point, other.point) : null
}

/** Whether a reading is one of these, however it was typed. */
export function soundsLike(kanas: readonly string[]): (nameKana: string) => boolean {
  const keys = filled(kanas.map(keyOf))
  return keys.length === 0 ? () => false : (nameKana) => keys.includes(keyOf(nameKana))
}

/**
 * Says of households in what they resemble the one that is being taken down; null where nothing speaks for it. Whether
 * the number is theirs is said by the server: no desk holds the numbers.
 */
export function likenessTo(sought: Sought): (known: Known, samePhone?: boolean) => Likeness | null {
  const kanas = filled(sought.kanas.map(keyOf))
  const names = filled(sought.names.map(keyOf))
  const address = addressKey(sought.addressLine)
  return (known, samePhone = false) => {
    const keys = keysOf(known)
    const metres = metresBetween(sought, known)
    const sameKana = kanas.includes(keys.kana)
    const town = sought.townId !== null && sought.townId === known.townId
    return likenessWith(metres, sameKana, {
      phone: samePhone,
      address: town && address !== '' && address === keys.address,
      kana: sameKana || beginsAlike(kanas, keys.kana),
      name: names.includes(keys.name) || beginsAlike(names, keys.name),
      near: metres !== null && metres <= nearMetres,
      town,
    })
  }
}

function likenessWith(metres: number | null, sameKana: boolean, holds: Record<AlikeReason, boolean>): Likeness | null {
  const reasons = alikeReasons.filter((reason) => holds[reason])
  // A town has thousands of households; by itself it says nothing.
  if (reasons.every((reason) => reason === 'town')) return null
  const strong = holds.phone || (sameKana && holds.town)
  return { reasons, metres, strong, score: reasons.reduce((sum, reason) => sum + weights[reason], 0) }
}
