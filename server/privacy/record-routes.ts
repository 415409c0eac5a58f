import { noteLook } from '#server/access/note-looks.ts'
import { getCenter } from '#server/center/centers.ts'
import { actorName } from '#server/core/actor.ts'
import { sheetPage } from '#server/core/sheet-page.ts'
import type { RouteContext } from '#server/core/slice.ts'
import { readRecordSheet, recordSheet } from '#server/privacy/record-sheet.ts'
import { tableOf } from '#server/privacy/tables.ts'
import { showRecord } from '#shared/privacy/commands.ts'
import { recordSheetWords } from '#shared/texts/record-sheet.ts'

/** Who may take out whose record: the desks that hold how people are reached, or who asked for help. */
const doors = [
  {
    kind: 'person',
    may: ['center.lead', 'roster.manage', 'reception.manage'],
    holds: ['personContact'],
    shows: ['person', 'emergencyContact', 'attendance', 'attendanceHealth', 'attendanceNote', 'workOrder'],
  },
  {
    kind: 'household',
    may: ['center.lead', 'needs.manage'],
    holds: ['needContact'],
    shows: ['household', 'householdPhone', 'householdNote', 'need', 'needPhone', 'needStory'],
  },
  { kind: 'group', may: ['center.lead', 'roster.manage'], holds: ['groupContact'], shows: ['registeredGroup'] },
] as const

/** この人の記録: everything that is held of somebody, for them to see, to keep and to correct. */
export function addRecordRoutes(route: RouteContext): void {
  const { routes, center, files } = route
  // It prints numbers and withheld places as well: whoever takes it out has just proved their PIN.
  for (const { kind, may, holds, shows } of doors)
    routes.open(
      { method: 'get', path: `/sheets/record/${kind}/:id`, may, holds, shows, stepUp: true },
      async (context, actor) => {
        const subject = { kind, id: context.req.param('id') ?? '' }
        // A record that is not there is refused, also where nothing can be written down.
        await center.read((tx) => tableOf(kind === 'group' ? 'registeredGroup' : kind).get(tx, subject.id))
        const paper = await noteLook(route, { context, actor }, { type: showRecord.name, input: subject })
        const [record, { name }] = await center.read(
          async (tx) => [await readRecordSheet(tx, subject), await getCenter(tx)] as const,
        )
        const head = { center: name, now: center.clock.now(), by: actorName(actor), paper }
        const title = recordSheetWords.title[kind]
        return context.html(sheetPage({ title, kind: center.kind, files, sheets: recordSheet(record, head) }))
      },
    )
}
