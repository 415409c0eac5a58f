import { z } from 'zod'
import { days, findCenter, findOpenDay, getOpenDay, timeZone } from '#server/center/centers.ts'
import type { Actor } from '#server/core/actor.ts'
import { audiencesOfActor } from '#server/core/actor.ts'
import type { RouteContext } from '#server/core/slice.ts'
import type { WorkTx } from '#server/core/unit-of-work.ts'
import { attendances, findLastAttendance, findTodaysAttendance } from '#server/volunteers/attendances.ts'
import { nameTagsPage } from '#server/volunteers/name-tags-sheet.ts'
import { findLikelyDoubles } from '#server/volunteers/persons.ts'
import { mayHold } from '#shared/access/audiences.ts'
import { malformed, notAllowed, notSignedIn } from '#shared/core/problems.ts'
import { dateOf } from '#shared/core/time.ts'
import type { RecordKind } from '#shared/records.ts'
import type { LikelyDouble } from '#shared/volunteers/likely-double.ts'

/** Refuses whoever may not hold what a page or an answer would show. */
function requireHolding(actor: Actor, kind: RecordKind): void {
  if (actor.kind === 'public') throw notSignedIn({})
  if (actor.kind !== 'staff' || !mayHold(kind, audiencesOfActor(actor))) throw notAllowed({})
}

const asked = z.object({ phone: z.string().max(15), birthDate: z.string().max(10), nameKana: z.string().max(60) })

async function likelyDoubles(tx: WorkTx, sought: z.infer<typeof asked>): Promise<LikelyDouble[]> {
  const day = await findOpenDay(tx)
  const found = await findLikelyDoubles(tx, sought)
  return Promise.all(
    found.slice(0, 5).map(async ({ person, contact }) => {
      const here = day && (await findTodaysAttendance(tx, day.id, person.id))
      const last = await findLastAttendance(tx, person.id)
      return {
        personId: person.id,
        name: person.name,
        nameKana: person.nameKana,
        phone: contact.phone,
        birthDate: contact.birthDate,
        today: here ? { attendanceId: here.id, number: here.number, status: here.status } : null,
        lastDate: last && last.dayId !== day?.id ? dateOf(last.checkedInAt, timeZone) : null,
      }
    }),
  )
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

/** What reception asks of the server besides its records: likely doubles of any day, and the sheet of name tags. */
export function deskRoutes(route: RouteContext): void {
  const { center, app, files } = route
  app.post('/api/likely-doubles', async (context) => {
    requireHolding(await route.actorOf(context), 'personContact')
    const body = asked.safeParse(await context.req.json().catch(() => undefined))
    if (!body.success) throw malformed({})
    return context.json({ doubles: await center.read((tx) => likelyDoubles(tx, body.data)) })
  })

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
