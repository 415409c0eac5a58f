import { onItsOwn } from '#server/core/bug.ts'
import { monotonicMilliseconds } from '#server/core/clock.ts'
import { feed, type Slice } from '#server/core/slice.ts'
import { SteadyHour } from '#server/core/steady-hour.ts'
import { whileOpen } from '#server/core/while-open.ts'
import { actConcernsReader } from '#server/privacy/act-concerns.ts'
import { addConsentRoute } from '#server/privacy/consent-page.ts'
import { eraseWhatCameBack, followErased } from '#server/privacy/erase-again.ts'
import { ErasedBook } from '#server/privacy/erased-book.ts'
import { addExportRoutes, exportTableHandler } from '#server/privacy/export-table.ts'
import { privacyHandlers } from '#server/privacy/handlers.ts'
import { addRecordRoutes } from '#server/privacy/record-routes.ts'
import { followOpenedDay, retentionHandlers } from '#server/privacy/retention-handlers.ts'
import { activationClosings, erasureNotices, retentionRules } from '#server/privacy/retention-tables.ts'
import { reviewRetention } from '#server/privacy/review.ts'

const reviewEveryMs = 10 * 60_000

/** What becomes of people's data: erased where it is asked for or no longer needed. Stands above all other slices. */
export function privacySlice(): Slice {
  const book = new ErasedBook()
  return {
    name: 'privacy',
    handlers: [...privacyHandlers(book), ...retentionHandlers, exportTableHandler],
    reads: [actConcernsReader],
    feeds: [
      feed({ kind: 'retentionRule', changedSince: (tx, seq) => retentionRules.changedSince(tx, seq) }),
      feed({ kind: 'activationClosing', changedSince: (tx, seq) => activationClosings.changedSince(tx, seq) }),
      feed({ kind: 'erasureNotice', changedSince: (tx, seq) => erasureNotices.changedSince(tx, seq) }),
    ],
    follow: async (work, changes) => {
      await followOpenedDay(work, changes)
      await followErased(work, changes)
    },
    routes: (route) => {
      addRecordRoutes(route)
      addConsentRoute(route)
      addExportRoutes(route)
      const { center, keeper } = route
      // A drill and a center in memory are gone by themselves.
      if (!keeper) return
      book.openIn(keeper.dataFolder)
      onItsOwn('what was erased before', eraseWhatCameBack(center, book))
      const hour = new SteadyHour(monotonicMilliseconds)
      const review = () => reviewRetention(center, book, hour.hasPassed(center.clock.now()))
      whileOpen(center, reviewEveryMs, 'the review of what is kept', review)
    },
  }
}
