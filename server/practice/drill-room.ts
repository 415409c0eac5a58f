import type {
  DrillEnd,
  DrillOrder,
  KeptDrill,
  ScenarioCheck,
  ScenarioHead,
  StartedDrill,
} from '#shared/practice/drill-room.ts'

/**
 * Where drills are held beside the live center: on another port, another file and another clock. `drills/` fills it in,
 * and `server/main.ts` hands it to the live center; a drill and a center in memory have none.
 */
export interface DrillRoom {
  scenarios(): Promise<ScenarioHead[]>
  /** The text of a scenario's file; undefined where there is none. */
  text(name: string): Promise<string | undefined>
  /** Never throws, whatever the text is. */
  check(text: string): ScenarioCheck
  /** Keeps a scenario among the council's own, never over one of the program. */
  save(text: string): Promise<ScenarioHead>
  start(order: DrillOrder): Promise<StartedDrill>
  running(): StartedDrill | null
  end(how: DrillEnd): Promise<void>
  kept(): Promise<KeptDrill[]>
  /** Opens a kept drill once more, to look at: nothing is written into it. */
  open(drillId: string): Promise<StartedDrill>
}
