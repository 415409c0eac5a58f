import { z } from 'zod'
import { id, instant, line, text } from '#shared/core/fields.ts'

/** What a good center will have done by when, and whether this one has. */
export const drillOutcome = z.object({
  id,
  key: line(60),
  /** The expectation in words. */
  title: line(120),
  dueAt: instant.nullable(),
  state: z.enum(['waiting', 'met', 'late', 'missed']),
  at: instant.nullable(),
  /** What does not hold; empty where it holds. */
  why: text(500),
  /** The lines of the log behind it. */
  seqs: z.array(z.number().int()).max(200),
})

/** What really happened, as the simulated people know it: what the center's records are held against afterwards. */
export const drillFact = z.object({
  id,
  /** `line`: stood in the line before reception; `served`: it was their turn, and they have a number or know of none. */
  kind: z.enum(['arrival', 'line', 'served', 'call', 'survey', 'departure', 'return', 'refusal']),
  /**
   * By what it is found among the records: a name, a household, or the id of a need or a team; of a refusal what it said,
   * and of which act.
   */
  key: line(60),
  happenedAt: instant,
  /** Whether screens were dark then. */
  onPaper: z.boolean(),
})
export type DrillFact = z.infer<typeof drillFact>
export type DrillOutcome = z.infer<typeof drillOutcome>
