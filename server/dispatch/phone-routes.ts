import type { RouteContext } from '#server/core/slice.ts'
import type { Tx } from '#server/database/record-table.ts'
import { teams } from '#server/teams/teams.ts'
import { attendances } from '#server/volunteers/attendances.ts'
import { assert } from '#shared/core/assert.ts'
import { notFound } from '#shared/core/problems.ts'
import { qrDrawing } from '#shared/core/qr-path.ts'
import { addMinutes } from '#shared/core/time.ts'
import { paceSpan, type WaitingOutlook, waitingOutlook } from '#shared/dispatch/outlook.ts'
import { townById } from '#shared/places/towns.ts'

/** The queue is not strictly in order, for skills and friends count; the page says so. */
async function outlookOf(tx: Tx, attendanceId: string, now: string): Promise<WaitingOutlook> {
  const mine = await attendances.get(tx, attendanceId)
  const waiting = await attendances.where(tx, { dayId: mine.dayId, status: 'waiting' })
  const ahead = waiting.filter(({ number }) => number < mine.number).length
  const since = addMinutes(now, -paceSpan)
  const formed = await teams.where(tx, { dayId: mine.dayId, status: ['forming', 'ready', 'out', 'back'] })
  const placed = formed.flatMap(({ members }) => members).filter(({ joinedAt }) => joinedAt > since).length
  return waitingOutlook(ahead, placed)
}

/**
 * What a volunteer's page asks for instead of carrying it: on a crowded line a list of towns and a maker of codes would be
 * a fifth of the page. The outlook is asked now and then; changes of one's own state come by the live line.
 */
export function addPhoneRoutes({ routes, center }: RouteContext): void {
  routes.openToAll({ method: 'get', path: '/api/towns/:id' }, (context) =>
    context.json({ name: townById(context.req.param('id'))?.name ?? '' }),
  )
  routes.openToAll({ method: 'get', path: '/api/tag-code/:code' }, (context) => {
    const code = context.req.param('code')
    if (!/^\d{1,6}-[A-Z]$/.test(code)) throw notFound({ kind: 'page' })
    return context.json(qrDrawing(code))
  })
  const outlook = { method: 'get', path: '/api/outlook', may: ['self'], asks: 'only of the asker’s own turn' } as const
  routes.open(outlook, async (context, actor) => {
    assert(actor.kind === 'volunteer', 'only volunteers stand in a relation to rows')
    const now = center.clock.now()
    return context.json(await center.read((tx) => outlookOf(tx, actor.attendanceId, now)))
  })
}
