import { searchKey } from '#shared/core/japanese-text.ts'
import { normalisePhone } from '#shared/core/phone-number.ts'
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

/** What is known of a household, with the phones under which its people have called. */
export type Known = Pick<Household, 'phone' | 'name' | 'nameKana' | 'townId' | 'addressLine' | 'lat' | 'lng'> & {
  callers: readonly string[]
}

const alikeReasons = ['phone', 'address', 'kana', 'name', 'near', 'town'] as const
export type AlikeReason = (typeof alikeReasons)[number]

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

function sharesKey(ones: readonly string[], other: string): boolean {
  const key = keyOf(other)
  return key !== '' && ones.some((one) => keyOf(one) === key)
}

/** The family name alone, as neighbours give it, or a full name of which only the first part was typed so far. */
function beginsAlike(ones: readonly string[], other: string): boolean {
  const key = keyOf(other)
  return key !== '' && ones.some((one) => [...keyOf(one)].length >= 2 && key.startsWith(keyOf(one)))
}

function samePhoneAmong(phones: readonly string[], others: readonly string[]): boolean {
  const known = others.map(normalisePhone).filter((phone) => phone !== null)
  return phones.some((phone) => {
    const digits = normalisePhone(phone)
    return digits !== null && known.includes(digits)
  })
}

/** House numbers as they are compared: 9番1号, 9-1 and ９ー１ are one. */
export function addressKey(addressLine: string): string {
  return searchKey(addressLine.replace(/番地?|号|の/gu, '-'))
    .replace(/ー+/g, 'ー')
    .replace(/ー$/, '')
}

function sameAddress(one: string, other: string): boolean {
  const key = addressKey(one)
  return key !== '' && key === addressKey(other)
}

function metresBetween(sought: Sought, known: Known): number | null {
  const one = pointOfPlace(sought)
  const other = pointOfPlace(known)
  return one?.precision === 'pin' && other?.precision === 'pin' ? distanceMetres(one.point, other.point) : null
}

/** In what a household resembles the one that is being taken down; null where nothing speaks for it. */
export function likenessOf(sought: Sought, known: Known): Likeness | null {
  const sameKana = sharesKey(sought.kanas, known.nameKana)
  const metres = metresBetween(sought, known)
  const sameTown = sought.townId !== null && sought.townId === known.townId
  const holds: Record<AlikeReason, boolean> = {
    phone: samePhoneAmong(sought.phones, [known.phone, ...known.callers]),
    address: sameTown && sameAddress(sought.addressLine, known.addressLine),
    kana: sameKana || beginsAlike(sought.kanas, known.nameKana),
    name: sharesKey(sought.names, known.name) || beginsAlike(sought.names, known.name),
    near: metres !== null && metres <= nearMetres,
    town: sameTown,
  }
  const reasons = alikeReasons.filter((reason) => holds[reason])
  // A town has thousands of households; by itself it says nothing.
  if (reasons.every((reason) => reason === 'town')) return null
  const strong = holds.phone || (sameKana && sameTown)
  return { reasons, metres, strong, score: reasons.reduce((sum, reason) => sum + weights[reason], 0) }
}

/** The households that may be the same, the likeliest first. */
export function householdsAlike<H extends Known>(
  sought: Sought,
  households: readonly H[],
): { household: H; likeness: Likeness }[] {
  return households
    .map((household) => ({ household, likeness: likenessOf(sought, household) }))
    .filter((one): one is { household: H; likeness: Likeness } => one.likeness !== null)
    .sort((one, other) => other.likeness.score - one.likeness.score)
}
