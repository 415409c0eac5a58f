/** Where the center's time comes from. The only file of the server that asks the machine what time it is. */
export interface Clock {
  /** The present instant, ISO 8601 in UTC. */
  now(): string
  /** How many of the center's seconds pass in one second of the wall: 1 except in drills. */
  readonly speed: number
}

/** The laptop's own clock. */
export const systemClock: Clock = { now: () => new Date().toISOString(), speed: 1 }

/** Milliseconds since the process began; for freshness and pace, never for records. */
export function monotonicMilliseconds(): number {
  return performance.now()
}
