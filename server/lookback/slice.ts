import { noteSheet, Sittings } from '#server/access/note-looks.ts'
import { getCenter } from '#server/center/centers.ts'
import { audiencesOfActor } from '#server/core/actor.ts'
import { logBug } from '#server/core/bug.ts'
import type { OpenAgain } from '#server/core/center.ts'
import { KeptTexts } from '#server/core/kept-texts.ts'
import { answerRead } from '#server/core/reads.ts'
import { sheetPage } from '#server/core/sheet-page.ts'
import type { RouteContext, Slice } from '#server/core/slice.ts'
import { type AfterAction, afterActionSheets } from '#server/lookback/after-action-sheet.ts'
import { KeptHistory } from '#server/lookback/kept-history.ts'
import { drillFacts } from '#server/practice/drill-tables.ts'
import { attendances } from '#server/volunteers/attendances.ts'
import { findScore } from '#shared/lookback/reads.ts'
import { scoreOf } from '#shared/lookback/score.ts'
import { historyOfDate, shownHistory } from '#shared/lookback/shown.ts'
import { Story } from '#shared/lookback/story.ts'

/** The scores that a drill is held against: simulated people alone, and earlier drills of the same scenario. */
type ComparedWith = () => Promise<AfterAction['others']>

/** Everything that happened on a day, or since the center began, as far as the asker's desks may hold it. */
function addHistoryRoute(route: RouteContext, kept: KeptHistory): void {
  const { center, routes } = route
  const texts = new KeptTexts()
  const sittings = new Sittings()
  const row = {
    method: 'get',
    path: '/api/lookback/history',
    may: ['center.lead'],
    holds: ['logEntry'],
    shows: 'held',
    asks: 'the audiences of each patch, and what desks may still hold',
    // Of a drill's records none is anybody's.
    stepUp: center.kind === 'live',
  } as const
  routes.open(row, async (context, actor) => {
    const audiences = audiencesOfActor(actor)
    const date = context.req.query('date') ?? ''
    // Names and places of a whole day: a row says who looked, once in a sitting.
    if (center.kind === 'live') {
      await sittings.once(actor, `history ${date}`, async () => {
        const { id: recordId, people } = await center.read(async (tx) => ({
          ...(await getCenter(tx)),
          people: await attendances.count(tx, {}),
        }))
        await noteSheet(route, { context, actor }, { sheet: 'history', recordId, people })
      })
    }
    const { seq, history } = await center.read((tx) => kept.read(tx))
    const { text, compressed } = await texts.get(`${date} ${audiences.join(' ')}`, seq, async () => {
      const shown = shownHistory(history, audiences)
      return JSON.stringify(date === '' ? shown : historyOfDate(shown, date))
    })
    const headers = { 'content-type': 'application/json', 'cache-control': 'no-store, no-transform' }
    const takesGzip = context.req.header('accept-encoding')?.includes('gzip') ?? false
    if (!compressed || !takesGzip) return context.body(text, 200, headers)
    return context.body(await compressed(), 200, { ...headers, 'content-encoding': 'gzip' })
  })
}

/** The printed report: figures, towns and times; of persons it has nothing. */
function addAfterActionRoute(
  { center, routes, files }: RouteContext,
  kept: KeptHistory,
  comparedWith: ComparedWith,
): void {
  let others: ReturnType<ComparedWith> | undefined

  const row = { method: 'get', path: '/sheets/after-action', may: ['center.lead'], holds: ['observation'] } as const
  routes.open(row, async (context) => {
    const date = context.req.query('date') ?? ''
    // What others came to is asked for once: a scenario is played for it.
    others ??= comparedWith().catch((error: unknown) => {
      // A kept drill that cannot be read takes nothing from what this one came to.
      logBug('looking back at earlier drills', error)
      return []
    })
    const compared = await others
    const report = await center.read(async (tx) => {
      const { history } = await kept.read(tx)
      const told = date === '' ? history : historyOfDate(history, date)
      const score = scoreOf(told, await drillFacts.where(tx, {}))
      return {
        center: await getCenter(tx),
        date,
        now: center.clock.now(),
        story: new Story(told),
        score,
        others: compared,
      }
    })
    const sheets = afterActionSheets(report)
    return context.html(sheetPage({ title: `振り返り ${date}`, kind: center.kind, files, sheets }))
  })
}

/** What was learnt (振り返り): the day told once more from its log, and figures with the moments behind them. */
export function lookbackSlice(openAgain: OpenAgain, comparedWith: ComparedWith = async () => []): Slice {
  const kept = new KeptHistory(openAgain)
  const findScoreReader = answerRead(findScore, async ({ tx }, { date }) => {
    const { history } = await kept.read(tx)
    return scoreOf(date === null ? history : historyOfDate(history, date), await drillFacts.where(tx, {}))
  })
  return {
    name: 'lookback',
    handlers: [],
    feeds: [],
    reads: [findScoreReader],
    routes(context) {
      addHistoryRoute(context, kept)
      addAfterActionRoute(context, kept, comparedWith)
    },
  }
}
