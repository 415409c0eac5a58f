import type { Amount } from '#drills/core/scenario.ts'

/** Chance from a seed: the same seed gives the same day (mulberry32). */
export class SeededRandom {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** Chance of its own for one purpose: what others draw does not move it. */
  static of(seed: number, purpose: string): SeededRandom {
    let mixed = seed >>> 0
    for (const letter of purpose) mixed = Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
    return new SeededRandom(mixed)
  }

  /** So many; or, between two numbers, as chance says. */
  amount(amount: Amount): number {
    return typeof amount === 'number' ? amount : this.whole(amount.min, Math.max(amount.min, amount.max))
  }

  /** A fraction from 0 up to, but not including, 1. */
  fraction(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.fraction() * (to - from + 1))
  }

  pick<T>(list: readonly T[]): T {
    const one = list[this.whole(0, list.length - 1)]
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }

  shuffled<T>(list: readonly T[]): T[] {
    const keyed = list.map((one) => ({ one, key: this.fraction() }))
    return keyed.sort((a, b) => a.key - b.key).map(({ one }) => one)
  }

  /** 128 bits as 32 hexadecimal letters. */
  secret(): string {
    return Array.from({ length: 32 }, () => this.whole(0, 15).toString(16)).join('')
  }

  /** A UUID as devices make them; only its form matters. */
  id(): string {
    return asUuid(this.secret())
  }
}

/** Gives 32 hexadecimal letters the form of a UUID, version 4. */
export function asUuid(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
