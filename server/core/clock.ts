import { uptime } from 'node:os'

/** Where the center's time comes from. The only file of the server that asks the machine what time it is. */
export interface Clock {
  /** The present instant, ISO 8601 in UTC. */
  now(): string
  /** How many of the center's seconds pass in one second of the wall: 1 except in drills. */
  readonly speed: number
  /** Told before the first act: nothing may be dated before the last line of the log. */
  notBefore?(lastAt: string): void
  /** When something happens next of itself; only a drill's runner knows. */
  next?(): string | null
}

/** The laptop's own clock, as it is; for programs that end at once. */
export const systemClock: Clock = { now: () => new Date().toISOString(), speed: 1 }

/** Milliseconds since the process began; for freshness and pace, never for records. */
export function monotonicMilliseconds(): number {
  return performance.now()
}

/** The machine's three clocks, in milliseconds: what anybody may set, what only goes on, and that with sleep counted in. */
export interface MachineReading {
  wall: number
  steady: number
  up: number
}

export function readMachine(): MachineReading {
  return { wall: Date.now(), steady: performance.now(), up: uptime() * 1000 }
}

/** An instant in milliseconds as the log writes it. */
export const isoOf = (ms: number): string => new Date(ms).toISOString()

/** An instant for a library that asks for one in this form. */
export const instantOf = (at: string): Date => new Date(at)
