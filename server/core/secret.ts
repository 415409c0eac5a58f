import { createHash, randomBytes } from 'node:crypto'

/** Tokens of 128 bits and more are stored as their hash alone; guessing is hopeless, so no salt is needed. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** A token of 256 bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Eight letters and digits that are hard to mistake, printed in the terminal for a set-up from another machine. */
export function newSetUpCode(): string {
  const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
  return Array.from(randomBytes(8), (byte) => alphabet[byte % alphabet.length]).join('')
}
