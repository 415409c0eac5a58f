import type { Score } from '#shared/lookback/figure.ts'

/** What a drill is held against, as far as it is known by now. */
export interface Compared {
  others: readonly { title: string; score: Score }[]
  /** False while a scenario is still played for it, or an earlier drill told again. */
  isDone: boolean
}

/** Finds out what a drill is held against: begun by whoever asks first, off the server's own thread. */
export interface ComparedWith {
  now(): Compared
  /** The center is closed: what is still going on serves nobody. */
  stop(): void
}

/** A live center has nothing that it is held against. */
export const comparedWithNothing: ComparedWith = { now: () => ({ others: [], isDone: true }), stop: () => undefined }
