import { feed, type Slice } from '#server/core/slice.ts'
import { blankRoutes } from '#server/readiness/blank-routes.ts'
import { issueHandlers } from '#server/readiness/issue-handlers.ts'
import { itemHandlers } from '#server/readiness/item-handlers.ts'
import { openingHandlers } from '#server/readiness/opening-handlers.ts'
import {
  checkItems,
  openIssues,
  openingDecisions,
  plannedEvents,
  readyMarks,
  stockItems,
} from '#server/readiness/readiness-tables.ts'
import { readinessRoutes } from '#server/readiness/routes.ts'
import { stockHandlers } from '#server/readiness/stock-handlers.ts'

/** 開設準備室: what is done before a center can receive anybody, in a disaster as in a drill. */
export const readinessSlice: Slice = {
  name: 'readiness',
  handlers: [...itemHandlers, ...openingHandlers, ...stockHandlers, ...issueHandlers],
  routes(context) {
    readinessRoutes(context)
    blankRoutes(context)
  },
  feeds: [
    feed({ kind: 'checkItem', changedSince: (tx, seq) => checkItems.changedSince(tx, seq) }),
    feed({ kind: 'openingDecision', changedSince: (tx, seq) => openingDecisions.changedSince(tx, seq) }),
    feed({ kind: 'readyMark', changedSince: (tx, seq) => readyMarks.changedSince(tx, seq) }),
    feed({ kind: 'stockItem', changedSince: (tx, seq) => stockItems.changedSince(tx, seq) }),
    feed({ kind: 'plannedEvent', changedSince: (tx, seq) => plannedEvents.changedSince(tx, seq) }),
    feed({ kind: 'openIssue', changedSince: (tx, seq) => openIssues.changedSince(tx, seq) }),
  ],
}
