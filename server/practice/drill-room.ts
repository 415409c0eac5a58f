import type { Center } from '#server/core/center.ts'
import { openIssues } from '#server/readiness/readiness-tables.ts'
import type {
  DrillEnd,
  DrillOrder,
  KeptDrill,
  ScenarioCheck,
  ScenarioHead,
  StartedDrill,
} from '#shared/practice/drill-room.ts'
import type { BroughtAlong } from '#shared/readiness/brought-along.ts'
import type { OpenIssue } from '#shared/readiness/open-issue.ts'

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
  /** A drill begins with the lists and the open issues of the center that holds it. */
  start(order: DrillOrder, brought: BroughtAlong): Promise<StartedDrill>
  running(): StartedDrill | null
  /** The issues of the drill that runs, those that it began with included. */
  issues(): Promise<readonly OpenIssue[]>
  end(how: DrillEnd): Promise<void>
  kept(): Promise<KeptDrill[]>
  /** Opens a kept drill once more, to look at: nothing is written into it. */
  open(drillId: string): Promise<StartedDrill>
}

/** The issues on the list of a drill's center, for whoever keeps a drill room. */
export const issuesOfCenter = (center: Pick<Center, 'read'>): Promise<OpenIssue[]> =>
  center.read((tx) => openIssues.where(tx, {}))
