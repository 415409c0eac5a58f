import { staff } from '#server/access/staff.ts'
import { centers, days, ofShownDay } from '#server/center/centers.ts'
import { centerHandlers } from '#server/center/handlers.ts'
import { journalEntries } from '#server/center/journal.ts'
import { posters } from '#server/center/posters.ts'
import { centerRoutes } from '#server/center/routes.ts'
import { wifi } from '#server/center/wifi.ts'
import { linesSince } from '#server/core/event-log.ts'
import { feed, type Slice } from '#server/core/slice.ts'
import type { Tx } from '#server/database/record-table.ts'
import type { JournalEntry } from '#shared/center/center.ts'

/** A desk holds at most this many lines of the chronology; the rest is asked for. */
const chronologyLines = 1000

/** The free entries of the day that desks hold, and those written while no day was open. */
async function entriesOfShownDay(tx: Tx, seq: number): Promise<JournalEntry[]> {
  const ofDay = await journalEntries.changedSince(tx, seq, await ofShownDay(tx))
  return [...ofDay, ...(await journalEntries.changedSince(tx, seq, { dayId: null }))]
}

export const centerSlice = (kind: 'live' | 'drill'): Slice => ({
  name: 'center',
  handlers: centerHandlers(kind),
  routes: centerRoutes,
  feeds: [
    feed({ kind: 'center', changedSince: (tx, seq) => centers.changedSince(tx, seq) }),
    feed({ kind: 'day', changedSince: (tx, seq) => days.changedSince(tx, seq) }),
    feed({ kind: 'staff', changedSince: (tx, seq) => staff.changedSince(tx, seq) }),
    feed({ kind: 'wifi', changedSince: (tx, seq) => wifi.changedSince(tx, seq) }),
    feed({ kind: 'poster', changedSince: (tx, seq) => posters.changedSince(tx, seq) }),
    feed({ kind: 'journalEntry', changedSince: entriesOfShownDay }),
    feed({ kind: 'logEntry', changedSince: (tx, seq) => linesSince(tx, seq, chronologyLines) }),
  ],
})
