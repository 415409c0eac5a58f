import { days, findCenter, findShownDay, getCenter } from '#server/center/centers.ts'
import type { Actor } from '#server/core/actor.ts'
import { linesBefore } from '#server/core/event-log.ts'
import { sheetPage } from '#server/core/sheet-page.ts'
import type { RouteContext } from '#server/core/slice.ts'
import { readBoard } from '#server/reports/board.ts'
import { daySummaryCsv, daySummarySheet } from '#server/reports/day-summary-sheet.ts'
import { rollCallSheet } from '#server/reports/roll-call-sheet.ts'
import { readSummaryRecords } from '#server/reports/summary-records.ts'
import { teams } from '#server/teams/teams.ts'
import { attendances } from '#server/volunteers/attendances.ts'
import { notAllowed, notFound, notSignedIn } from '#shared/core/problems.ts'
import type { BoardView } from '#shared/reports/board.ts'
import { daySummary } from '#shared/reports/day-summary.ts'

/** A wall asks every two seconds; several walls and passers-by cost one reading a second. */
const keptForMs = 1000

function addBoardRoute({ center, app }: RouteContext): void {
  let kept: { at: number; view: Promise<BoardView> } | undefined
  app.get('/api/board', async (context) => {
    const at = performance.now()
    if (!kept || at - kept.at > keptForMs) kept = { at, view: center.read((tx) => readBoard(tx, center.clock)) }
    return context.json({ ...(await kept.view), now: center.clock.now() } satisfies BoardView)
  })
}

function requireStaff(actor: Actor): void {
  if (actor.kind !== 'staff') throw notSignedIn({})
}

/** The file is taken by those whose act wrote its line into the chronology. */
function requireExporter(actor: Actor): void {
  requireStaff(actor)
  const may = actor.kind === 'staff' && ['center.lead', 'affairs.manage'].some((one) => holds(actor, one))
  if (!may) throw notAllowed({})
}

const holds = ({ capabilities }: Extract<Actor, { kind: 'staff' }>, wanted: string) =>
  capabilities.some((held) => held === wanted)

const summaryOf = ({ center }: RouteContext, dayId: string) =>
  center.read(async (tx) => {
    const day = await days.get(tx, dayId)
    const head = { center: await getCenter(tx), day, now: center.clock.now() }
    return { head, summary: daySummary(await readSummaryRecords(tx, day)) }
  })

function addSummaryRoutes(routes: RouteContext): void {
  const { app, files, center } = routes
  app.get('/sheets/day-summary/:dayId', async (context) => {
    requireStaff(await routes.actorOf(context))
    const { head, summary } = await summaryOf(routes, context.req.param('dayId'))
    const title = `日報 ${head.day.date}`
    return context.html(sheetPage({ title, kind: center.kind, files, sheets: daySummarySheet(summary, head) }))
  })
  app.get('/exports/day-summary.csv', async (context) => {
    const actor = await routes.actorOf(context)
    requireExporter(actor)
    routes.requireProof(actor)
    const { head, summary } = await summaryOf(routes, context.req.query('day') ?? '')
    const name = `${center.kind === 'drill' ? 'drill-' : ''}day-summary-${head.day.date}.csv`
    context.header('content-type', 'text/csv; charset=utf-8')
    context.header('content-disposition', `attachment; filename="${name}"`)
    return context.body(daySummaryCsv(summary, head))
  })
}

function addRollCallRoute(routes: RouteContext): void {
  const { app, files, center } = routes
  app.get('/sheets/roll-call', async (context) => {
    requireStaff(await routes.actorOf(context))
    const rollCall = await center.read(async (tx) => {
      const day = await findShownDay(tx)
      const found = await findCenter(tx)
      if (!day || !found) throw notFound({ kind: 'day' })
      const people = await attendances.where(tx, { dayId: day.id, status: 'out' })
      return { center: found, day, teams: await teams.where(tx, { dayId: day.id }), people, now: center.clock.now() }
    })
    return context.html(
      sheetPage({ title: '全員帰着の点呼', kind: center.kind, files, sheets: rollCallSheet(rollCall) }),
    )
  })
}

const olderLines = 500

/** What is older than the lines that a desk holds. */
function addChronologyRoute(routes: RouteContext): void {
  routes.app.get('/api/chronology', async (context) => {
    requireStaff(await routes.actorOf(context))
    const before = Number(context.req.query('before'))
    const lines = Number.isSafeInteger(before)
      ? await routes.center.read((tx) => linesBefore(tx, before, olderLines))
      : []
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
