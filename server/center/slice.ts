import type { PinCost } from '#server/access/credentials.ts'
import { staff } from '#server/access/staff.ts'
import { centers, days, ofShownDay } from '#server/center/centers.ts'
import {
  acknowledgeHandOverHandler,
  addDeskHandler,
  handOverDeskHandler,
  mergeDesksHandler,
  splitDeskHandler,
} from '#server/center/change-desks.ts'
import { changeProfileHandler, undoProfileChangeHandler } from '#server/center/change-profile.ts'
import { deskLists, handOvers, profileChanges } from '#server/center/desks.ts'
import { centerHandlers } from '#server/center/handlers.ts'
import { journalEntries } from '#server/center/journal.ts'
import { posters } from '#server/center/posters.ts'
import { previewProfileReader } from '#server/center/preview-profile.ts'
import { centerRoutes } from '#server/center/routes.ts'
import { wifi } from '#server/center/wifi.ts'
import { linesSince } from '#server/core/event-log.ts'
import { feed, type ProfileFollower, type Slice } from '#server/core/slice.ts'
import type { Tx } from '#server/database/record-table.ts'
import type { JournalEntry } from '#shared/center/center.ts'
import type { HandOver } from '#shared/center/desk.ts'

/** A desk holds at most this many lines of the chronology; the rest is asked for. */
const chronologyLines = 1000

/** The free entries of the day that desks hold, and those written while no day was open. */
async function entriesOfShownDay(tx: Tx, seq: number): Promise<JournalEntry[]> {
  const ofDay = await journalEntries.changedSince(tx, seq, await ofShownDay(tx))
  return [...ofDay, ...(await journalEntries.changedSince(tx, seq, { dayId: null }))]
}

/** What was handed over on the day that desks hold, and while no day was open. */
async function recentHandOvers(tx: Tx, seq: number): Promise<HandOver[]> {
  const ofDay = await handOvers.changedSince(tx, seq, await ofShownDay(tx))
  return [...ofDay, ...(await handOvers.changedSince(tx, seq, { dayId: null }))]
}

const deskHandlers = (followers: readonly ProfileFollower[]) => [
  changeProfileHandler(followers),
  undoProfileChangeHandler(followers),
  addDeskHandler,
  mergeDesksHandler,
  splitDeskHandler,
  handOverDeskHandler,
  acknowledgeHandOverHandler,
]

/** `followers` are the slices above, which keep step when the center takes another form. */
export const centerSlice = (
  kind: 'live' | 'drill',
  followers: readonly ProfileFollower[],
  pinCost: PinCost,
): Slice => ({
  name: 'center',
  handlers: [...centerHandlers(kind, pinCost), ...deskHandlers(followers)],
  reads: [previewProfileReader(followers)],
  routes: centerRoutes,
  feeds: [
    feed({ kind: 'center', changedSince: (tx, seq) => centers.changedSince(tx, seq) }),
    feed({ kind: 'day', changedSince: (tx, seq) => days.changedSince(tx, seq) }),
    feed({ kind: 'staff', changedSince: (tx, seq) => staff.changedSince(tx, seq) }),
    feed({ kind: 'wifi', changedSince: (tx, seq) => wifi.changedSince(tx, seq) }),
    feed({ kind: 'poster', changedSince: (tx, seq) => posters.changedSince(tx, seq) }),
    feed({ kind: 'deskList', changedSince: (tx, seq) => deskLists.changedSince(tx, seq) }),
    feed({ kind: 'profileChange', changedSince: (tx, seq) => profileChanges.changedSince(tx, seq) }),
    feed({ kind: 'handOver', changedSince: recentHandOvers }),
    feed({ kind: 'journalEntry', changedSince: entriesOfShownDay }),
    feed({ kind: 'logEntry', changedSince: (tx, seq) => linesSince(tx, seq, chronologyLines) }),
  ],
})
