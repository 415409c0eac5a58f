import { z } from 'zod'
import { findOpenDay } from '#server/center/centers.ts'
import type { RouteContext } from '#server/core/slice.ts'
import type { DrillRoom } from '#server/practice/drill-room.ts'
import { checkItems, openIssues } from '#server/readiness/readiness-tables.ts'
import { malformed, notFound } from '#shared/core/problems.ts'
import { dateOf, timeZone } from '#shared/core/time.ts'
import { type DrillsShown, drillEnd, drillOrder } from '#shared/practice/drill-room.ts'
import { dayIsOpen, noDrillRoom } from '#shared/practice/problems.ts'
import { savedText, scenarioEdits } from '#shared/practice/scenario-desk.ts'
import { broughtAlong } from '#shared/readiness/brought-along.ts'
import { issuesOfDrill } from '#shared/readiness/rules.ts'

type Body = { req: { json(): Promise<unknown> } }

async function bodyOf<T>(context: Body, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(await context.req.json().catch(() => undefined))
  if (!parsed.success) throw malformed({})
  return parsed.data
}

/** Whoever leads starts and ends drills, and never while people are at work for real on this laptop. */
export const drillRoutes =
  (drillRoom: DrillRoom | undefined) =>
  ({ center, routes }: RouteContext): void => {
    const may = ['center.lead'] as const
    const room = () => {
      if (!drillRoom) throw noDrillRoom({})
      return drillRoom
    }
    const ownIssues = () => center.read((tx) => openIssues.where(tx, {}))
    const brought = async () => {
      const items = await center.read((tx) => checkItems.where(tx, {}))
      return broughtAlong(dateOf(center.clock.now(), timeZone), items, await ownIssues())
    }
    const noRealDay = async () => {
      const day = await center.read(findOpenDay)
      if (day) throw dayIsOpen({ date: day.date })
    }

    routes.open({ method: 'get', path: '/api/drills', may }, async (context) => {
      const [scenarios, kept] = await Promise.all([room().scenarios(), room().kept()])
      const shown: DrillsShown = { scenarios, running: room().running(), kept }
      return context.json(shown)
    })
    routes.open({ method: 'get', path: '/api/drills/scenarios/:name', may }, async (context) => {
      const file = await room().read(context.req.param('name'))
      if (file === undefined) throw notFound({ kind: 'scenario' })
      return context.json(file)
    })
    routes.open({ method: 'put', path: '/api/drills/edit', may }, async (context) => {
      const { text, edits } = await bodyOf(context, scenarioEdits)
      return context.json(room().edit(text, edits))
    })
    routes.open({ method: 'put', path: '/api/drills/scenarios', may }, async (context) => {
      const { text, over } = await bodyOf(context, savedText)
      return context.json(await room().save(text, over))
    })
    const refusesReal = { may, asks: 'no real day is open', stepUp: true } as const
    routes.open({ method: 'post', path: '/api/drills/start', ...refusesReal }, async (context) => {
      const order = await bodyOf(context, drillOrder)
      await noRealDay()
      return context.json(await room().start(order, await brought()))
    })
    routes.open({ method: 'post', path: '/api/drills/kept/:drillId/open', ...refusesReal }, async (context) => {
      await noRealDay()
      return context.json(await room().open(context.req.param('drillId')))
    })
    // What of the drill's list this center does not have yet, or has open still.
    routes.open({ method: 'get', path: '/api/drills/issues', may, holds: ['openIssue'] }, async (context) =>
      context.json(issuesOfDrill(await room().issues(), await ownIssues())),
    )
    routes.open({ method: 'post', path: '/api/drills/end', may, stepUp: true }, async (context) => {
      const { how } = await bodyOf(context, z.object({ how: drillEnd }))
      await room().end(how)
      return context.json({})
    })
  }
