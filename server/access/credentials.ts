import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt)

/** How much work one guess at a PIN is (scrypt). */
export interface PinCost {
  readonly N: number
  readonly r: number
  readonly p: number
}

/** What every real center takes; it lies beside each hash, so that it can be raised without changing anyone's PIN. */
export const fullPinCost: PinCost = { N: 2 ** 15, r: 8, p: 1 }

const maxmem = 64 * 1024 * 1024

/** Hashes a PIN off the event loop; at the full cost about a tenth of a second. */
export async function hashPin(pin: string, cost: PinCost): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(pin, salt, 32, { ...cost, maxmem })
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

export async function pinFits(pin: string, stored: string): Promise<boolean> {
  const [, N, r, p, salt, hash] = stored.split('$')
  if (!salt || !hash) return false
  const parameters = { N: Number(N), r: Number(r), p: Number(p), maxmem }
  const given = await derive(pin, Buffer.from(salt, 'base64url'), 32, parameters)
  return timingSafeEqual(given, Buffer.from(hash, 'base64url'))
}
