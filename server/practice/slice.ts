import { fullPinCost, type PinCost } from '#server/access/credentials.ts'
import { feed, type Slice } from '#server/core/slice.ts'
import { drillHandlers } from '#server/practice/drill-handlers.ts'
import { openDrillPhotos } from '#server/practice/drill-photos.ts'
import type { DrillRoom } from '#server/practice/drill-room.ts'
import { drillRoutes } from '#server/practice/drill-routes.ts'
import {
  drillOutcomes,
  drillSeats,
  drillStates,
  injects,
  observations,
  participants,
} from '#server/practice/drill-tables.ts'
import { injectHandlers } from '#server/practice/inject-handlers.ts'
import { joiningHandlers } from '#server/practice/joining-handlers.ts'
import { outcomeHandlers } from '#server/practice/outcome-handlers.ts'
import { practiceReaders } from '#server/practice/readers.ts'
import { sheetRoutes } from '#server/practice/sheet-routes.ts'
import { teamInjectHandlers } from '#server/practice/team-inject-handlers.ts'
import { followTeams } from '#server/practice/team-of-inject.ts'

/** What exists only in a drill (訓練): its clock, injects, players, notes and expectations. */
export const practiceSlice = (pinCost: PinCost = fullPinCost, drillRoom?: DrillRoom): Slice => ({
  name: 'practice',
  handlers: [
    ...drillHandlers,
    ...injectHandlers,
    ...teamInjectHandlers,
    ...joiningHandlers(pinCost),
    ...outcomeHandlers,
  ],
  reads: practiceReaders,
  follow: followTeams,
  routes(context) {
    drillRoutes(drillRoom)(context)
    sheetRoutes(context)
    openDrillPhotos(context)
  },
  feeds: [
    feed({ kind: 'drillState', changedSince: (tx, seq) => drillStates.changedSince(tx, seq) }),
    feed({
      kind: 'inject',
      changedSince: (tx, seq) => injects.changedSince(tx, seq),
      ofPerson: (tx, leaderId) => injects.where(tx, { leaderId }),
    }),
    feed({ kind: 'drillSeat', changedSince: (tx, seq) => drillSeats.changedSince(tx, seq) }),
    feed({ kind: 'participant', changedSince: (tx, seq) => participants.changedSince(tx, seq) }),
    feed({ kind: 'observation', changedSince: (tx, seq) => observations.changedSince(tx, seq) }),
    feed({ kind: 'drillOutcome', changedSince: (tx, seq) => drillOutcomes.changedSince(tx, seq) }),
  ],
})
