import { CompiledQuery } from 'kysely'
import { recordTable, type Tx } from '#server/database/record-table.ts'
import { type Sought, soundsLike } from '#shared/households/alike.ts'
import type { Household } from '#shared/households/household.ts'

export const households = recordTable('household', {
  id: 'plain',
  name: 'plain',
  nameKana: 'plain',
  hasPhone: 'boolean',
  townId: 'plain',
  addressLine: 'plain',
  lat: 'plain',
  lng: 'plain',
  landmark: 'plain',
  hasNote: 'boolean',
  addressWithheld: 'boolean',
  mergedInto: 'plain',
})

export const householdPhones = recordTable('householdPhone', { id: 'plain', phone: 'plain' })
export const householdNotes = recordTable('householdNote', { id: 'plain', considerations: 'plain' })

export const getHousehold = (tx: Tx, id: string) => households.get(tx, id)

/** The record in which a household is found now: its own, or the one that it was merged into. */
export async function standingHousehold(tx: Tx, id: string): Promise<Household> {
  const household = await households.get(tx, id)
  return household.mergedInto === null ? household : standingHousehold(tx, household.mergedInto)
}

/** The ids of the households that have one of these numbers. */
export async function householdsOfPhones(tx: Tx, phones: readonly string[]): Promise<string[]> {
  const typed = phones.filter((phone) => phone !== '')
  return typed.length === 0 ? [] : (await householdPhones.where(tx, { phone: typed })).map(({ id }) => id)
}

/** Every household of a town by its reading: as little as can be read, for a town may have thousands. */
async function readingsOfTown(tx: Tx, townId: string): Promise<{ id: string; nameKana: string }[]> {
  const query = CompiledQuery.raw('select id, name_kana as nameKana from household where town_id = ?', [townId])
  return (await tx.executeQuery<{ id: string; nameKana: string }>(query)).rows
}

/**
 * The households that must be looked at before another is made: same phone, or kana and town. `callers` are households
 * whose people have called from one of the phones; a higher slice knows them.
 */
export async function likelyDoubles(tx: Tx, sought: Sought, callers: readonly string[]): Promise<Household[]> {
  const sounds = soundsLike(sought.kanas)
  const sameTown = sought.townId === null ? [] : await readingsOfTown(tx, sought.townId)
  const sameKana = sameTown.filter(({ nameKana }) => sounds(nameKana)).map(({ id }) => id)
  const found = [
    ...(await households.where(tx, {
      id: [...callers, ...(await householdsOfPhones(tx, sought.phones)), ...sameKana],
    })),
  ]
  const byId = new Map<string, Household>()
  for (const { id } of found) {
    const standing = await standingHousehold(tx, id)
    byId.set(standing.id, standing)
  }
  return [...byId.values()]
}
