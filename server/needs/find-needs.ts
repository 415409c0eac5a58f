import { answerRead } from '#server/core/reads.ts'
import type { Tx } from '#server/database/record-table.ts'
import { households } from '#server/households/households.ts'
import { needIdsFound } from '#server/needs/need-search.ts'
import { needContacts, needs } from '#server/needs/needs.ts'
import { findNeeds } from '#shared/needs/reads.ts'

/** At most this many needs in one answer; whoever gets more types more. */
const mostFound = 50

async function search(tx: Tx, sought: { words: string; householdIds: readonly string[] }) {
  const ids = (await needIdsFound(tx, sought)).slice(-mostFound)
  const shown = await needs.where(tx, { id: ids })
  const householdIds = [...new Set(shown.map(({ householdId }) => householdId))]
  return {
    needs: shown,
    households: await households.where(tx, { id: householdIds }),
    contacts: await needContacts.where(tx, { id: ids }),
  }
}

/** Search among all needs, also those that desks no longer hold. */
export const findNeedsReader = answerRead(findNeeds, ({ tx }, sought) => search(tx, sought))
