import { getCenter } from '#server/center/centers.ts'
import { actorName } from '#server/core/actor.ts'
import { sheetPage } from '#server/core/sheet-page.ts'
import type { RouteContext } from '#server/core/slice.ts'
import { readRecordSheet, recordSheet } from '#server/privacy/record-sheet.ts'
import { newId } from '#shared/core/ids.ts'
import { showRecord } from '#shared/privacy/commands.ts'
import { recordSheetWords } from '#shared/texts/record-sheet.ts'

/** Who may take out whose record: the desks that hold how people are reached, or who asked for help. */
const doors = [
  { kind: 'person', may: ['center.lead', 'roster.manage', 'reception.manage'], holds: ['personContact'] },
  { kind: 'household', may: ['center.lead', 'needs.manage'], holds: ['needContact'] },
  { kind: 'group', may: ['center.lead', 'roster.manage'], holds: ['groupContact'] },
] as const

/** この人の記録: everything that is held of somebody, for them to see, to keep and to correct. */
export function addRecordRoutes({ routes, center, files, execute }: RouteContext): void {
  // It prints numbers and withheld places as well: whoever takes it out has just proved their PIN.
  for (const { kind, may, holds } of doors)
    routes.open(
      { method: 'get', path: `/sheets/record/${kind}/:id`, may, holds, stepUp: true },
      async (context, actor) => {
        const subject = { kind, id: context.req.param('id') ?? '' }
        // The line in the chronology first: a record that is not there is refused by it.
        await execute(context, { id: newId(), type: showRecord.name, input: subject, device: 'sheet' })
        const [record, { name }] = await center.read(
          async (tx) => [await readRecordSheet(tx, subject), await getCenter(tx)] as const,
        )
        const head = { center: name, now: center.clock.now(), by: actorName(actor) }
        const title = recordSheetWords.title[kind]
        return context.html(sheetPage({ title, kind: center.kind, files, sheets: recordSheet(record, head) }))
      },
    )
}
