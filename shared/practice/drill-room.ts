import { z } from 'zod'
import { drillSpeed } from '#shared/practice/drill-state.ts'

/** What a scenario is called, and where its file lies: in the program, or among the council's own. */
export interface ScenarioHead {
  name: string
  title: string
  about: string
  from: 'bank' | 'own' | 'lastDrill'
  /** How much it is: people who come, and minutes from its beginning to its end; left out where the file is unfit. */
  size?: { people: number; minutes: number }
  /** The first thing to mend in a file that cannot be played; left out where it can. */
  unfit?: { line: number; sentence: string }
}

export interface StartedDrill {
  drillId: string
  scenarioName: string
  title: string
  /** The date on which it is held, by the clock of whoever holds it. */
  heldOn: string
  port: number
  startedAt: string
  /** Who sits down where in this drill, by numbers that open nothing else; left out where names were sealed. */
  staff?: { name: string; pin: string; desks: string[] }[]
  /** The desk of a round for one person; left out where many take part. */
  soloDesk?: string
}

export interface KeptDrill {
  drillId: string
  scenarioName: string
  title: string
  heldOn: string
  sealed: boolean
}

/** What becomes of a drill's records: they stay as they are, stay without names, or go. */
export const drillEnd = z.enum(['keep', 'seal', 'erase'])
export type DrillEnd = z.infer<typeof drillEnd>

export const drillOrder = z.object({
  name: z.string().max(60),
  speed: drillSpeed,
  seed: z.number().int().min(0).max(2_000_000_000).optional(),
})
export type DrillOrder = z.infer<typeof drillOrder>

/** What the page of drills shows. */
export interface DrillsShown {
  scenarios: ScenarioHead[]
  running: StartedDrill | null
  kept: KeptDrill[]
}
