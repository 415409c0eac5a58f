import { unifyDashes } from '#shared/core/japanese-text.ts'

/**
 * The letters that end a name-tag code: none that is taken for a digit (B, G, I, L, O, Q, S, Z) and no U beside V.
 * Seventeen, a prime, so that every wrong digit and every two neighbours that are swapped change the letter.
 */
const tagLetters = 'ACDEFHJKMNPRTVWXY'

/** Weights are powers of 3, which runs through all residues of 17: no two neighbouring places weigh the same. */
export function tagLetter(dayNumber: number, number: number): string {
  let weight = 3
  let sum = dayNumber
  for (const digit of [...String(number)].reverse()) {
    sum += weight * Number(digit)
    weight = (weight * 3) % tagLetters.length
  }
  return tagLetters.charAt(sum % tagLetters.length)
}

/**
 * What a name tag carries, in its QR and in print: a volunteer's number of the day and a letter that proves it, 47-K.
 * The day's own number is in the letter, so that yesterday's tag is not taken for somebody of today.
 */
export function tagCode(dayNumber: number, number: number): string {
  return `${number}-${tagLetter(dayNumber, number)}`
}

/** An input method left on turns a typed a, e or n into kana. */
const kanaLetters: Readonly<Record<string, string>> = { あ: 'A', え: 'E', ん: 'N' }

/**
 * The volunteer's number in a tag code that was scanned or typed, or null if it is none or another day's.
 * Case, width, spaces and the hyphen do not matter. A tag that fits no number today can be tried with the day before;
 * days that lie a multiple of 17 apart share their letters.
 */
export function readTagCode(text: string, dayNumber: number): number | null {
  const plain = unifyDashes(text.normalize('NFKC').replace(/\s/g, ''), '').toUpperCase()
  const parts = /^0*([1-9]\d{0,5})([A-Zあえん])$/.exec(plain)
  if (!parts) return null
  const [, digits = '', last = ''] = parts
  const number = Number(digits)
  return tagLetter(dayNumber, number) === (kanaLetters[last] ?? last) ? number : null
}

/** Digits and letters that nobody confuses when reading aloud or copying by hand: no 0, 1, I, L, O, U. */
const codeSigns = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * A record's code in letters, for beside its QR on a sheet: 5 random bytes give ABCD-EFGH-J. Different bytes give
 * different codes, the same number of bytes always the same length.
 */
export function shortCode(bytes: Uint8Array): string {
  const places = new Array<number>(Math.ceil((bytes.length * 8) / Math.log2(codeSigns.length))).fill(0)
  for (const byte of bytes) {
    let carry: number = byte
    for (let place = places.length - 1; place >= 0; place--) {
      const value = (places[place] ?? 0) * 256 + carry
      places[place] = value % codeSigns.length
      carry = Math.floor(value / codeSigns.length)
    }
  }
  const code = places.map((value) => codeSigns.charAt(value)).join('')
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** A short code as `shortCode` writes it, from how a person types it; null if a sign in it can be none of a code. */
export function readShortCode(text: string): string | null {
  const plain = unifyDashes(text.normalize('NFKC').replace(/\s/g, ''), '').toUpperCase()
  if (!/^[2-9A-HJKMNP-TV-Z]{2,40}$/.test(plain)) return null
  return plain.replace(/(.{4})(?=.)/g, '$1-')
}

/** What stands before a 登録番号: T of a person, D of a group (団体). */
const registrationLetters = { person: 'T', group: 'D' } as const
export type RegistrationKind = keyof typeof registrationLetters

/** A 登録番号 as people read it: T-0012, of a group D-0012. */
export function registrationText(kind: RegistrationKind, number: number): string {
  return `${registrationLetters[kind]}-${String(number).padStart(4, '0')}`
}

/** What the QR of a registration carries: the number and a letter that proves it, T-0012-K. */
export function registrationCode(kind: RegistrationKind, number: number): string {
  return `${registrationText(kind, number)}-${tagLetter(kind === 'person' ? 1 : 2, number)}`
}

/** A 登録番号 that was scanned or typed, with its letter or without, or null if it is none or the letter is wrong. */
export function readRegistrationCode(text: string): { kind: RegistrationKind; number: number } | null {
  const plain = unifyDashes(text.normalize('NFKC').replace(/\s/g, ''), '').toUpperCase()
  const parts = /^([TD])0*([1-9]\d{0,5})([A-Zあえん])?$/.exec(plain)
  if (!parts) return null
  const [, first, digits = '', last] = parts
  const kind = first === 'T' ? 'person' : 'group'
  const number = Number(digits)
  const letter = tagLetter(kind === 'person' ? 1 : 2, number)
  return last === undefined || letter === (kanaLetters[last] ?? last) ? { kind, number } : null
}
