import { accessLogHead } from '#server/access/access-log.ts'
import { noteSheet } from '#server/access/note-looks.ts'
import { days, findCenter, findShownDay, getCenter } from '#server/center/centers.ts'
import { linesBefore } from '#server/core/event-log.ts'
import { sheetPage } from '#server/core/sheet-page.ts'
import type { RouteContext } from '#server/core/slice.ts'
import { readBoard } from '#server/reports/board.ts'
import { daySummaryCsv, daySummarySheet } from '#server/reports/day-summary-sheet.ts'
import { rollCallSheet } from '#server/reports/roll-call-sheet.ts'
import { readSummaryRecords } from '#server/reports/summary-records.ts'
import { teams } from '#server/teams/teams.ts'
import { attendances } from '#server/volunteers/attendances.ts'
import { notFound } from '#shared/core/problems.ts'
import type { BoardView } from '#shared/reports/board.ts'
import { exportSummary } from '#shared/reports/commands.ts'
import { daySummary } from '#shared/reports/day-summary.ts'

/** A wall asks every two seconds; several walls and passers-by cost one reading a second. */
const keptForMs = 1000

function addBoardRoute({ center, routes }: RouteContext): void {
  let kept: { at: number; view: Promise<BoardView> } | undefined
  routes.openToAll({ method: 'get', path: '/api/board' }, async (context) => {
    const at = performance.now()
    if (!kept || at - kept.at > keptForMs) kept = { at, view: center.read((tx) => readBoard(tx, center.clock)) }
    return context.json({ ...(await kept.view), now: center.clock.now() } satisfies BoardView)
  })
}

const summaryOf = ({ center }: RouteContext, dayId: string) =>
  center.read(async (tx) => {
    const day = await days.get(tx, dayId)
    const head = { center: await getCenter(tx), day, now: center.clock.now() }
    return { head, summary: daySummary(await readSummaryRecords(tx, day)) }
  })

function addSummaryRoutes(route: RouteContext): void {
  const { routes, files, center } = route
  routes.open({ method: 'get', path: '/sheets/day-summary/:dayId', may: ['staff'] }, async (context) => {
    const { head, summary } = await summaryOf(route, context.req.param('dayId'))
    const looks = await center.read(accessLogHead)
    const title = `日報 ${head.day.date}`
    return context.html(sheetPage({ title, kind: center.kind, files, sheets: daySummarySheet(summary, head, looks) }))
  })
  // The file is taken by those whose act wrote its line into the chronology.
  const { may } = exportSummary
  routes.open({ method: 'get', path: '/exports/day-summary.csv', may, stepUp: true }, async (context) => {
    const { head, summary } = await summaryOf(route, context.req.query('day') ?? '')
    const name = `${center.kind === 'drill' ? 'drill-' : ''}day-summary-${head.day.date}.csv`
    context.header('content-type', 'text/csv; charset=utf-8')
    context.header('content-disposition', `attachment; filename="${name}"`)
    return context.body(daySummaryCsv(summary, head))
  })
}

function addRollCallRoute(route: RouteContext): void {
  const { routes, files, center } = route
  const row = { method: 'get', path: '/sheets/roll-call', may: ['staff'], holds: ['attendance'] } as const
  routes.open(row, async (context, actor) => {
    const rollCall = await center.read(async (tx) => {
      const day = await findShownDay(tx)
      const found = await findCenter(tx)
      if (!day || !found) throw notFound({ kind: 'day' })
      const people = await attendances.where(tx, { dayId: day.id, status: 'out' })
      return { center: found, day, teams: await teams.where(tx, { dayId: day.id }), people, now: center.clock.now() }
    })
    const opened = { sheet: 'rollCall', recordId: rollCall.day.id, people: rollCall.people.length } as const
    const paper = await noteSheet(route, { context, actor }, opened)
    const sheets = rollCallSheet({ ...rollCall, paper })
    return context.html(sheetPage({ title: '全員帰着の点呼', kind: center.kind, files, sheets }))
  })
}

const olderLines = 500

/** What is older than the lines that a desk holds. */
function addChronologyRoute({ routes, center }: RouteContext): void {
  const row = { method: 'get', path: '/api/chronology', may: ['staff'], holds: ['logEntry'] } as const
  routes.open(row, async (context) => {
    const before = Number(context.req.query('before'))
    const lines = Number.isSafeInteger(before) ? await center.read((tx) => linesBefore(tx, before, olderLines)) : []
    return context.json({ lines })
  })
}

/** The slice's pages and exports. */
export function addReportRoutes(routes: RouteContext): void {
  addBoardRoute(routes)
  addSummaryRoutes(routes)
  addRollCallRoute(routes)
  addChronologyRoute(routes)
}
