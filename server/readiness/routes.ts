import { getCenter } from '#server/center/centers.ts'
import { type Markup, sheetPage } from '#server/core/sheet-page.ts'
import type { RouteContext } from '#server/core/slice.ts'
import type { Tx } from '#server/database/record-table.ts'
import { decisionSheet, listSheets, momentText, type PaperHead } from '#server/readiness/list-sheets.ts'
import { checkItems, openIssues, openingDecisions, readyMarks, stockItems } from '#server/readiness/readiness-tables.ts'
import { labelSheets, stockSheet } from '#server/readiness/stock-sheets.ts'
import { minutesToOpen } from '#shared/readiness/rules.ts'
import { readinessSheetWords as words } from '#shared/texts/readiness-sheets.ts'
import { spanText } from '#shared/texts/readiness-words.ts'

async function headOf(tx: Tx, now: string): Promise<PaperHead> {
  const { name, activationId } = await getCenter(tx)
  const minutes = minutesToOpen(await readyMarks.find(tx, activationId))
  const toOpen = minutes === null ? '' : words.toOpen(spanText(minutes))
  return { centerName: name, printedAt: momentText(now), toOpen }
}

/** The papers of the set-up room; none of them names a volunteer or a household. */
export function readinessRoutes({ center, routes, files, origins }: RouteContext): void {
  const page = (title: string, sheets: Markup | readonly Markup[]) =>
    sheetPage({ title, kind: center.kind, files, sheets })
  const read = <T>(of: (tx: Tx, head: PaperHead) => Promise<T>) =>
    center.read(async (tx) => of(tx, await headOf(tx, center.clock.now())))

  routes.open(
    { method: 'get', path: '/sheets/set-up-lists', may: ['staff'], holds: ['checkItem'] },
    async (context) => {
      const sheets = await read(async (tx, head) =>
        listSheets(head, await checkItems.where(tx, {}), await openIssues.where(tx, {})),
      )
      return context.html(page(words.lists, sheets))
    },
  )

  const decisions = {
    method: 'get',
    path: '/sheets/opening-decisions',
    may: ['staff'],
    holds: ['openingDecision'],
  } as const
  routes.open(decisions, async (context) => {
    const sheet = await read(async (tx, head) => decisionSheet(head, await openingDecisions.where(tx, {})))
    return context.html(page(words.decisions, sheet))
  })

  routes.open({ method: 'get', path: '/sheets/stock', may: ['staff'], holds: ['stockItem'] }, async (context) => {
    const sheet = await read(async (tx, head) => stockSheet(head, await stockItems.where(tx, {})))
    return context.html(page(words.stock, sheet))
  })

  routes.open(
    { method: 'get', path: '/sheets/stock-labels', may: ['staff'], holds: ['stockItem'] },
    async (context) => {
      const sheets = labelSheets(await center.read((tx) => stockItems.where(tx, {})), origins()[0])
      return context.html(page(words.labels, sheets))
    },
  )
}
