import type { Patch } from '#shared/core/patch.ts'

/** What one act changed for one audience, by the number and the time of its line in the log. */
export interface Moment {
  seq: number
  at: string
  audience: string
  records: Patch['records']
  gone: Patch['gone']
}

/** A line of the log that could not be carried out again: what was typed was erased, or is refused without it. */
export interface Gap {
  seq: number
  at: string
  type: string
  why: string
}

/** Everything that happened, oldest first. */
export interface History {
  moments: readonly Moment[]
  gaps: readonly Gap[]
}
