import { answerRead } from '#server/core/reads.ts'
import type { Tx } from '#server/database/record-table.ts'
import { households } from '#server/households/households.ts'
import { needContacts, needs } from '#server/needs/needs.ts'
import { searcher } from '#shared/core/japanese-text.ts'
import type { Household } from '#shared/households/household.ts'
import type { Need, NeedContact } from '#shared/needs/need.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { findNeeds } from '#shared/needs/reads.ts'
import { placeText } from '#shared/places/place.ts'

/** At most this many needs in one answer; whoever gets more types more. */
const mostFound = 50

/** What a search reads of a need: its number, who asked, where, and what was said. */
function textsOf(need: Need, { name, nameKana, phone }: Household, contact: NeedContact): (string | number)[] {
  const { requesterName, requesterKana, requesterPhone, landmark, story } = contact
  const who = [name, nameKana, phone, requesterName, requesterKana, requesterPhone]
  return [needNumberText(need.number), need.number, ...who, placeText(contact), landmark, story, need.work]
}

async function search(tx: Tx, { words, householdIds }: { words: string; householdIds: readonly string[] }) {
  const fits = words === '' ? () => false : searcher(words)
  const householdOf = new Map((await households.where(tx, {})).map((one) => [one.id, one]))
  const contactOf = new Map((await needContacts.where(tx, {})).map((one) => [one.id, one]))
  const fitting = (await needs.where(tx, {})).filter((need) => {
    if (householdIds.includes(need.householdId)) return true
    const household = householdOf.get(need.householdId)
    const contact = contactOf.get(need.id)
    return household !== undefined && contact !== undefined && fits(...textsOf(need, household, contact))
  })
  const shown = fitting.slice(-mostFound)
  return {
    needs: shown,
    households: found(householdOf, new Set(shown.map(({ householdId }) => householdId))),
    contacts: found(contactOf, new Set(shown.map(({ id }) => id))),
  }
}

const found = <R>(records: ReadonlyMap<string, R>, ids: ReadonlySet<string>) =>
  [...ids].flatMap((id) => records.get(id) ?? [])

/** Search among all needs, also those that desks no longer hold. */
export const findNeedsReader = answerRead(findNeeds, ({ tx }, sought) => search(tx, sought))
