import { noteSheet } from '#server/access/note-looks.ts'
import { days, findCenter, getOpenDay } from '#server/center/centers.ts'
import type { RouteContext } from '#server/core/slice.ts'
import { attendances } from '#server/volunteers/attendances.ts'
import { nameTagsPage } from '#server/volunteers/name-tags-sheet.ts'

const mostTags = 300

/** The numbers in `1,4,10-12`, at most a few hundred. */
function numbersIn(text: string): number[] {
  const numbers = text.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number)
    const count = to - from + 1
    return Number.isInteger(from) && count > 0 && count <= mostTags
      ? Array.from({ length: count }, (_, index) => from + index)
      : []
  })
  return numbers.slice(0, mostTags)
}

/** The sheet of name tags. */
export function deskRoutes(route: RouteContext): void {
  const { center, routes, files } = route
  const row = { method: 'get', path: '/sheets/name-tags', may: ['staff'], holds: ['attendance'] } as const
  routes.open(row, async (context, actor) => {
    const wishedDay = context.req.query('day')
    const numbers = numbersIn(context.req.query('numbers') ?? '')
    const read = await center.read(async (tx) => {
      const day = wishedDay ? await days.get(tx, wishedDay) : await getOpenDay(tx)
      const people = numbers.length > 0 ? await attendances.where(tx, { dayId: day.id, number: numbers }) : []
      return { day, people, center: await findCenter(tx) }
    })
    const opened = { sheet: 'nameTags', recordId: read.day.id, people: read.people.length } as const
    // A page without a tag says that there is none, and shows nobody.
    if (read.people.length > 0) await noteSheet(route, { context, actor }, opened)
    return context.html(nameTagsPage({ files, now: center.clock.now(), ...read }))
  })
}
