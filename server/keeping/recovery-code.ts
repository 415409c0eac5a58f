import { createHash } from 'node:crypto'

/** No I, O, 0 or 1: what is read aloud or typed from paper must not be mistaken. Five bits each. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const lines = 4
const bytesPerLine = 8
const checkBits = 16n
const lettersPerLine = 16

/** What a QR begins with, so that no other code is taken for one. */
const qrMark = 'SASAE1'

/** Fills the line's sixteen letters: 64 bits of the key and 16 that tell a mistake, and which line it is. */
function checkOf(part: Buffer, line: number): bigint {
  const digest = createHash('sha256').update(`sasae recovery line ${line}`).update(part).digest()
  return BigInt(digest.readUInt16BE(0))
}

function lettersOf(part: Buffer, line: number): string {
  let bits = (part.readBigUInt64BE(0) << checkBits) | checkOf(part, line)
  let letters = ''
  for (let place = 0; place < lettersPerLine; place++) {
    letters = alphabet.charAt(Number(bits & 31n)) + letters
    bits >>= 5n
  }
  return letters
}

/** The key as four lines of four groups of four letters, for paper. */
export function recoveryLines(key: string): string[] {
  const bytes = Buffer.from(key, 'hex')
  return Array.from({ length: lines }, (_, line) => {
    const letters = lettersOf(bytes.subarray(line * bytesPerLine, (line + 1) * bytesPerLine), line)
    return letters.replaceAll(/(.{4})(?=.)/g, '$1 ')
  })
}

/** The same for a QR: letters and digits alone, which a scanner types on any keyboard. */
export function recoveryQr(key: string): string {
  return `${qrMark}${recoveryLines(key).join('').replaceAll(' ', '')}`
}

/** What was typed or scanned: the key, or the first line in which something is wrong (1 to 4). */
export function readRecovery(typed: string): { key: string } | { wrongLine: number } {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^\s*SASAE1/, '')
    .replaceAll(/[^A-Z0-9]/g, '')
  if (letters.length !== lines * lettersPerLine) return { wrongLine: wrongLineOf(letters) }
  let key = ''
  for (let line = 0; line < lines; line++) {
    const part = readLine(letters.slice(line * lettersPerLine, (line + 1) * lettersPerLine), line)
    if (!part) return { wrongLine: line + 1 }
    key += part.toString('hex')
  }
  return { key }
}

/** Where letters are missing or too many, the first line that does not fit is the one to look at. */
function wrongLineOf(letters: string): number {
  for (let line = 0; line < lines && letters.length >= (line + 1) * lettersPerLine; line++) {
    if (!readLine(letters.slice(line * lettersPerLine, (line + 1) * lettersPerLine), line)) return line + 1
  }
  return Math.min(lines, Math.floor(letters.length / lettersPerLine) + 1)
}

function readLine(letters: string, line: number): Buffer | undefined {
  let bits = 0n
  for (const letter of letters) {
    const value = alphabet.indexOf(letter)
    if (value < 0) return undefined
    bits = (bits << 5n) | BigInt(value)
  }
  const part = Buffer.alloc(bytesPerLine)
  part.writeBigUInt64BE(bits >> checkBits)
  return (bits & ((1n << checkBits) - 1n)) === checkOf(part, line) ? part : undefined
}
