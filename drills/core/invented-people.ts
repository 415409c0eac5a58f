import type { SeededRandom } from '#drills/core/seeded-random.ts'

/** Sea and sky for families, birds and flowers for people: nobody is called so, and everybody can read it. */
const families = [
  ['朝凪', 'あさなぎ'],
  ['夕凪', 'ゆうなぎ'],
  ['潮風', 'しおかぜ'],
  ['浜風', 'はまかぜ'],
  ['白波', 'しらなみ'],
  ['青波', 'あおなみ'],
  ['星空', 'ほしぞら'],
  ['朝霧', 'あさぎり'],
  ['夕焼', 'ゆうやけ'],
  ['若葉', 'わかば'],
  ['木漏', 'こもれ'],
  ['霧雨', 'きりさめ'],
  ['雪代', 'ゆきしろ'],
  ['虹橋', 'にじはし'],
  ['雲間', 'くもま'],
  ['海鳴', 'うみなり'],
  ['夜船', 'よふね'],
  ['波音', 'なみおと'],
  ['渡月', 'わたつき'],
  ['麦秋', 'ばくしゅう'],
  ['花筏', 'はないかだ'],
  ['風花', 'かざはな'],
  ['小春', 'こはる'],
] as const

const givenNames = [
  'つばめ',
  'ひばり',
  'かもめ',
  'すずめ',
  'うぐいす',
  'めじろ',
  'すみれ',
  'たんぽぽ',
  'つくし',
  'なずな',
  'もみじ',
  'いちょう',
  'やまぶき',
] as const

export interface InventedName {
  name: string
  nameKana: string
}

/** Set before a given name once all pairs have been used: nothing, small, big, young, new. */
const prefixes = [
  ['', ''],
  ['小', 'こ'],
  ['大', 'おお'],
  ['若', 'わか'],
  ['新', 'にい'],
] as const

/** Some 1,500 names, each different from the others: families and given names in turn. */
export class InventedNames {
  private used = 0

  next(): InventedName {
    // 23 and 13 have no common divisor, so all 299 pairs come before one comes again.
    const [family, kana] = families[this.used % families.length] ?? families[0]
    const given = givenNames[this.used % givenNames.length] ?? givenNames[0]
    const [before, beforeKana] = prefixes[Math.floor(this.used / 299) % prefixes.length] ?? prefixes[0]
    this.used++
    return { name: `${family} ${before}${given}`, nameKana: `${kana} ${beforeKana}${given}` }
  }
}

/** Numbers that no telephone has: the range is kept for examples and drills. */
export function inventedPhone(number: number): string {
  return `0900000${String(number).padStart(4, '0')}`
}

/** A birth date that makes someone as old on a day. */
export function birthDateOf(age: number, today: string, random: SeededRandom): string {
  const year = Number(today.slice(0, 4)) - age
  // The birthday lies before today in the year, so that the age holds to the day.
  const month = random.whole(1, Math.max(1, Number(today.slice(5, 7)) - 1))
  return `${year}-${String(month).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`
}
