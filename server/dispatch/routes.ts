import { noteSheet } from '#server/access/note-looks.ts'
import { findCenter } from '#server/center/centers.ts'
import { audiencesOfActor } from '#server/core/actor.ts'
import { sheetPage } from '#server/core/sheet-page.ts'
import type { RouteContext } from '#server/core/slice.ts'
import { addTileRoute } from '#server/dispatch/tiles.ts'
import { workOrderMarkup } from '#server/dispatch/work-order-sheet.ts'
import { getSheet } from '#server/dispatch/work-orders.ts'
import { audiencesOf } from '#shared/access/audiences.ts'
import { assert } from '#shared/core/assert.ts'
import { notAllowed } from '#shared/core/problems.ts'
import { sheetNumber } from '#shared/dispatch/rules.ts'
import { sheetTexts } from '#shared/texts/work-order.ts'

/** The printed work order; who may not hold the place by the audience table may not print it either. */
export function dispatchRoutes(context: RouteContext): void {
  const { center, routes, files } = context
  const row = {
    method: 'get',
    path: '/sheets/work-order/:id',
    may: ['staff'],
    holds: ['workOrderPlace'],
    shows: ['workOrder', 'household'],
  } as const
  routes.open(row, async (request, actor) => {
    const [sheet, record] = await center.read(async (tx) => {
      return [await getSheet(tx, request.req.param('id')), await findCenter(tx)] as const
    })
    const held = audiencesOfActor(actor)
    const mayHold = audiencesOf('workOrderPlace', sheet.place).some((audience) => held.includes(audience))
    if (!mayHold) throw notAllowed({})
    assert(record, 'a sheet exists only in a center that is set up')
    const { id: recordId, members } = sheet.workOrder
    const opened = { sheet: 'workOrder', recordId, people: members.length } as const
    const paper = await noteSheet(context, { context: request, actor }, opened)
    const sheets = workOrderMarkup({ sheet, center: record, now: center.clock.now(), paper })
    const title = `${sheetTexts.title} ${sheetNumber(sheet.workOrder)}`
    return request.html(sheetPage({ title, kind: center.kind, files, sheets }))
  })
  addTileRoute(context)
}
