import { days, findCenter, getOpenDay } from '#server/center/centers.ts'
import type { Actor } from '#server/core/actor.ts'
import { audiencesOfActor } from '#server/core/actor.ts'
import type { RouteContext } from '#server/core/slice.ts'
import { attendances } from '#server/volunteers/attendances.ts'
import { nameTagsPage } from '#server/volunteers/name-tags-sheet.ts'
import { mayHold } from '#shared/access/audiences.ts'
import { notAllowed, notSignedIn } from '#shared/core/problems.ts'
import type { RecordKind } from '#shared/records.ts'

/** Refuses whoever may not hold what a page or an answer would show. */
function requireHolding(actor: Actor, kind: RecordKind): void {
  if (actor.kind === 'public') throw notSignedIn({})
  if (actor.kind !== 'staff' || !mayHold(kind, audiencesOfActor(actor))) throw notAllowed({})
}

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
  const { center, app, files } = route
  app.get('/sheets/name-tags', async (context) => {
    requireHolding(await route.actorOf(context), 'attendance')
    const wishedDay = context.req.query('day')
    const numbers = numbersIn(context.req.query('numbers') ?? '')
    const read = await center.read(async (tx) => {
      const day = wishedDay ? await days.get(tx, wishedDay) : await getOpenDay(tx)
      const people = numbers.length > 0 ? await attendances.where(tx, { dayId: day.id, number: numbers }) : []
      return { day, people, center: await findCenter(tx) }
    })
    return context.html(nameTagsPage({ files, now: center.clock.now(), ...read }))
  })
}
