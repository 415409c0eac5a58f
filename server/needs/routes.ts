import { z } from 'zod'
import type { RouteContext } from '#server/core/slice.ts'
import type { Tx } from '#server/database/record-table.ts'
import { households } from '#server/households/households.ts'
import { needContacts, needs } from '#server/needs/needs.ts'
import { searcher } from '#shared/core/japanese-text.ts'
import type { SentRecord } from '#shared/core/patch.ts'
import { malformed, notAllowed } from '#shared/core/problems.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { placeText } from '#shared/places/place.ts'

const sought = z.object({
  words: z.string().trim().max(100),
  householdIds: z.array(z.uuid()).max(50),
})

/** At most this many needs in one answer; whoever gets more types more. */
const mostFound = 50

async function findNeeds(tx: Tx, { words, householdIds }: z.infer<typeof sought>): Promise<SentRecord[]> {
  const fits = words === '' ? () => false : searcher(words)
  const householdOf = new Map((await households.where(tx, {})).map((one) => [one.id, one]))
  const contactOf = new Map((await needContacts.where(tx, {})).map((one) => [one.id, one]))
  const found = (await needs.where(tx, {})).filter((need) => {
    if (householdIds.includes(need.householdId)) return true
    const household = householdOf.get(need.householdId)
    const contact = contactOf.get(need.id)
    if (!household || !contact) return false
    const { name, nameKana, phone } = household
    const { requesterName, requesterKana, requesterPhone, landmark, story } = contact
    const who = [name, nameKana, phone, requesterName, requesterKana, requesterPhone]
    return fits(needNumberText(need.number), need.number, ...who, placeText(contact), landmark, story, need.work)
  })
  return found
    .slice(-mostFound)
    .flatMap((need) => [
      { kind: 'need', record: need },
      ...[householdOf.get(need.householdId)].flatMap((record) => (record ? [{ kind: 'household', record }] : [])),
      ...[contactOf.get(need.id)].flatMap((record) => (record ? [{ kind: 'needContact', record }] : [])),
    ])
}

/** Search among all needs, also those that desks no longer hold. By POST, so that no name stands in an address. */
export function needsRoutes({ app, center, ...door }: RouteContext): void {
  app.post('/api/needs/search', async (context) => {
    const actor = await door.actorOf(context)
    const mayRead = actor.kind === 'staff' && actor.capabilities.includes('contacts.read')
    if (!mayRead) throw notAllowed({})
    const parsed = sought.safeParse(await context.req.json().catch(() => undefined))
    if (!parsed.success) throw malformed({})
    return context.json({ records: await center.read((tx) => findNeeds(tx, parsed.data)) })
  })
}
