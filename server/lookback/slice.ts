import { raw } from 'hono/html'
import { noteSheet, Sittings } from '#server/access/note-looks.ts'
import { getCenter } from '#server/center/centers.ts'
import { type Actor, audiencesOfActor } from '#server/core/actor.ts'
import { onItsOwn } from '#server/core/bug.ts'
import { answerRead } from '#server/core/reads.ts'
import { sheetPage } from '#server/core/sheet-page.ts'
import type { RouteContext, Slice } from '#server/core/slice.ts'
import { underWaySheet } from '#server/lookback/after-action-sheet.ts'
import { type ComparedWith, comparedWithNothing } from '#server/lookback/compared.ts'
import { KeptHistory, takesFromThePast } from '#server/lookback/kept-history.ts'
import { withinAMoment } from '#server/lookback/within-a-moment.ts'
import { attendances } from '#server/volunteers/attendances.ts'
import { findScore } from '#shared/lookback/reads.ts'

type Asked = Parameters<typeof noteSheet>[1]['context']

/** Names and places of a whole day: a row says who looked, once in a sitting. */
async function noteLook(
  route: RouteContext,
  sittings: Sittings,
  asker: { context: Asked; actor: Actor },
  date: string,
) {
  if (route.center.kind !== 'live') return
  await sittings.once(asker.actor, `history ${date}`, async () => {
    const { id: recordId, people } = await route.center.read(async (tx) => ({
      ...(await getCenter(tx)),
      people: await attendances.count(tx, {}),
    }))
    await noteSheet(route, asker, { sheet: 'history', recordId, people })
  })
}

/**
 * Everything that happened on a day, or since the center began, as far as the asker's desks may hold it. The first
 * telling of a long log takes minutes: meanwhile the answer is how far it has come, and a page asks again.
 */
function addHistoryRoute(route: RouteContext, kept: KeptHistory): void {
  const { center, routes } = route
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
    const date = context.req.query('date') ?? ''
    await noteLook(route, sittings, { context, actor }, date)
    const isTold = await withinAMoment(
      'telling history',
      center.read((tx) => kept.upToNow(tx)),
    )
    if (!isTold) return context.json(kept.progress, 202)
    const packed = context.req.header('accept-encoding')?.includes('gzip') ?? false
    const asked = { date, audiences: audiencesOfActor(actor), packed }
    const bytes = await center.read((tx) => kept.ask(tx, 'history', asked))
    const headers = { 'content-type': 'application/json', 'cache-control': 'no-store, no-transform' }
    return context.body(bytes, 200, packed ? { ...headers, 'content-encoding': 'gzip' } : headers)
  })
}

/** How often a page that is still being worked on looks again, in seconds. */
const lookAgainAfter = 3

/** The printed report: figures, towns and times; of persons it has nothing. What is not there yet comes by itself. */
function addAfterActionRoute(
  { center, routes, files }: RouteContext,
  kept: KeptHistory,
  comparedWith: ComparedWith,
): void {
  const row = {
    method: 'get',
    path: '/sheets/after-action',
    may: ['center.lead'],
    holds: ['observation'],
    shows: 'held',
    asks: 'what desks may still hold of homes, for its map',
  } as const
  routes.open(row, async (context, actor) => {
    const date = context.req.query('date') ?? ''
    const compared = comparedWith.now()
    const frame = { title: `振り返り ${date}`, kind: center.kind, files }
    const isTold = await withinAMoment(
      'telling history',
      center.read((tx) => kept.upToNow(tx)),
    )
    if (!isTold) return context.html(sheetPage({ ...frame, sheets: underWaySheet(kept.progress), lookAgainAfter }), 202)
    const pages = await center.read(async (tx) => {
      const about = { center: await getCenter(tx), date, now: center.clock.now(), compared }
      return kept.ask(tx, 'report', { ...about, audiences: audiencesOfActor(actor) })
    })
    const sheets = pages.map((page) => raw(page))
    return context.html(sheetPage({ ...frame, sheets, ...(compared.isDone ? {} : { lookAgainAfter }) }))
  })
}

function forgetWithErasures({ center }: RouteContext, kept: KeptHistory): void {
  center.onPatch((patches) => {
    const acts = patches.flatMap(({ records }) => records).filter(({ kind }) => kind === 'logEntry')
    const types = acts.map(({ record }) => String(Reflect.get(record, 'type')))
    if (types.some(takesFromThePast)) onItsOwn('forgetting what was told', kept.forget())
  })
}

/** What was learnt (振り返り): the day told once more from its log, and figures with the moments behind them. */
export function lookbackSlice(kind: 'live' | 'drill', comparedWith: ComparedWith = comparedWithNothing): Slice {
  const kept = new KeptHistory(kind)
  return {
    name: 'lookback',
    handlers: [],
    feeds: [],
    reads: [answerRead(findScore, ({ tx }, { date }) => kept.ask(tx, 'score', { date: date ?? '' }))],
    routes(context) {
      forgetWithErasures(context, kept)
      addHistoryRoute(context, kept)
      addAfterActionRoute(context, kept, comparedWith)
    },
    async close() {
      comparedWith.stop()
      await kept.close()
    },
  }
}
