import { answerRead } from '#server/core/reads.ts'
import type { Tx } from '#server/database/record-table.ts'
import { householdsOfPhones, standingHousehold } from '#server/households/households.ts'
import { needContacts, needPhones, needs } from '#server/needs/needs.ts'
import { findCallers } from '#shared/needs/reads.ts'

/** The households from whose needs someone of their own has called under one of these phones. */
export async function householdsThatCalled(tx: Tx, phones: readonly string[]): Promise<string[]> {
  const typed = phones.filter((phone) => phone !== '')
  if (typed.length === 0) return []
  const called = (await needPhones.where(tx, { phone: typed })).map(({ id }) => id)
  if (called.length === 0) return []
  const own = await needContacts.where(tx, { id: called, relation: ['self', 'family'] })
  if (own.length === 0) return []
  return (await needs.where(tx, { id: own.map(({ id }) => id) })).map(({ householdId }) => householdId)
}

/** As the refusal of a double looks for them: by whole numbers only, so that nobody can feel their way to one. */
export const findCallersReader = answerRead(findCallers, async ({ tx }, { phones }) => {
  const found = [...(await householdsOfPhones(tx, phones)), ...(await householdsThatCalled(tx, phones))]
  const standing = await Promise.all(found.map(async (id) => (await standingHousehold(tx, id)).id))
  return { householdIds: [...new Set(standing)] }
})
