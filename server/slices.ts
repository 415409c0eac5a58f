import { fullPinCost } from '#server/access/credentials.ts'
import { accessSlice } from '#server/access/slice.ts'
import { centerSlice } from '#server/center/slice.ts'
import type { Slice } from '#server/core/slice.ts'
import { dispatchSlice } from '#server/dispatch/slice.ts'
import { doublesSlice } from '#server/doubles/slice.ts'
import { groupsSlice } from '#server/groups/slice.ts'
import type { Archive } from '#server/keeping/archive.ts'
import { keepingSlice } from '#server/keeping/slice.ts'
import type { Vitals } from '#server/keeping/vitals.ts'
import { lookbackSlice } from '#server/lookback/slice.ts'
import { messagesSlice } from '#server/messages/slice.ts'
import { needsSlice } from '#server/needs/slice.ts'
import { photosSlice } from '#server/photos/slice.ts'
import { practiceSlice } from '#server/practice/slice.ts'
import { privacySlice } from '#server/privacy/slice.ts'
import { readinessSlice } from '#server/readiness/slice.ts'
import { reportsSlice } from '#server/reports/slice.ts'
import { reservationsSlice } from '#server/reservations/slice.ts'
import { rosterSlice } from '#server/roster/slice.ts'
import { teamsSlice } from '#server/teams/slice.ts'
import { volunteersSlice } from '#server/volunteers/slice.ts'

/** What some slices are given of the program around the center; in a test there is none of it. */
export interface Beside {
  archive?: Archive | undefined
  vitals?: Vitals | undefined
  /** Where drills are held beside the live center. */
  drillRoom?: Parameters<typeof practiceSlice>[1]
  /** What a drill is held against. */
  comparedWith?: Parameters<typeof lookbackSlice>[1]
}

/** The slices in their order. */
export const slices = (
  kind: 'live' | 'drill',
  pinCost = fullPinCost,
  { archive, vitals, drillRoom, comparedWith }: Beside = {},
): Slice[] => {
  const followers = onTheCenter.flatMap(({ followProfile }) => followProfile ?? [])
  const ofKeeping = keepingSlice(archive, vitals)
  return [
    accessSlice(pinCost),
    centerSlice(kind, followers, pinCost),
    ofKeeping,
    ...onTheCenter,
    practiceSlice(pinCost, drillRoom),
    lookbackSlice(kind, comparedWith),
    privacySlice(),
  ]
}

/** What stands on the foundation; each may use those before it, never one after. */
const onTheCenter: readonly Slice[] = [
  messagesSlice,
  photosSlice,
  needsSlice,
  volunteersSlice,
  rosterSlice(),
  reservationsSlice,
  groupsSlice,
  teamsSlice,
  dispatchSlice,
  reportsSlice,
  doublesSlice,
  readinessSlice,
]
