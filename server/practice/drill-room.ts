import type { Center } from '#server/core/center.ts'
import { openIssues } from '#server/readiness/readiness-tables.ts'
import type { DrillEnd, DrillOrder, KeptDrill, ScenarioHead, StartedDrill } from '#shared/practice/drill-room.ts'
import type { EditedScenario, ReadScenarioFile, SavedScenario, ScenarioEdit } from '#shared/practice/scenario-desk.ts'
import type { BroughtAlong } from '#shared/readiness/brought-along.ts'
import type { OpenIssue } from '#shared/readiness/open-issue.ts'

/**
 * Where drills are held beside the live center: on another port, another file and another clock. `drills/` fills it in,
 * and `server/main.ts` hands it to the live center; a drill and a center in memory have none.
 */
export interface DrillRoom {
  scenarios(): Promise<ScenarioHead[]>
  /** A scenario's file; undefined where there is none. */
  read(name: string): Promise<ReadScenarioFile | undefined>
  /** Applies edits to a text and looks at it, whatever it is; an edit that would make a fault is refused. */
  edit(text: string, edits: readonly ScenarioEdit[]): EditedScenario
  /** Keeps a scenario among the council's own: never over one of the program, nor over what the sender has not read. */
  save(text: string, over: string | null): Promise<SavedScenario>
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
