import { ofShownDay } from '#server/center/centers.ts'
import { feed, type Slice } from '#server/core/slice.ts'
import { keepCancelled } from '#server/doubles/keep-cancelled.ts'
import { compareTwoReader, likelyDoublesReader } from '#server/doubles/likely.ts'
import { mergeHouseholdsHandler } from '#server/doubles/merge-households.ts'
import { mergeNeedsHandler } from '#server/doubles/merge-needs.ts'
import { mergePersonsHandler } from '#server/doubles/merge-persons.ts'
import { merges } from '#server/doubles/merges.ts'
import { reassignCheckInHandler, takeBackReassignmentHandler } from '#server/doubles/reassign.ts'
import { sayTheyAreTwoHandler, takeBackTwoHandler } from '#server/doubles/say-two.ts'
import { unmergeHandler } from '#server/doubles/unmerge.ts'

export const doublesSlice: Slice = {
  name: 'doubles',
  handlers: [
    mergePersonsHandler,
    mergeHouseholdsHandler,
    mergeNeedsHandler,
    unmergeHandler,
    sayTheyAreTwoHandler,
    takeBackTwoHandler,
    reassignCheckInHandler,
    takeBackReassignmentHandler,
  ],
  follow: keepCancelled,
  reads: [likelyDoublesReader, compareTwoReader],
  feeds: [
    feed({
      kind: 'merge',
      changedSince: async (tx, seq) => merges.changedSince(tx, seq, await ofShownDay(tx)),
    }),
  ],
}
