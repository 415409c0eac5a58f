import { centerNow } from '#web/core/clock.ts'
import type { Refusal } from '#web/core/request.ts'
import type { Outcome } from '#web/core/send.ts'

/** What became of something that was said: the center has it, it waits on this phone for the line, or why not. */
export type Said = 'done' | 'waits' | Refusal

/** By the drill's time, as this phone has it: without a line it is sent later than it was said. */
export const saidNow = () => (centerNow() === 0 ? {} : { saidAt: new Date(centerNow()).toISOString() })

export const saidBy = (outcome: Outcome): Said =>
  outcome.kind === 'refused' ? outcome.problem : outcome.kind === 'kept' ? 'waits' : 'done'
