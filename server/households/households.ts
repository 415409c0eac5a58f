import { recordTable, type Tx } from '#server/database/record-table.ts'
import { likenessOf, type Sought } from '#shared/households/alike.ts'
import type { Household } from '#shared/households/household.ts'

export const households = recordTable('household', {
  id: 'plain',
  name: 'plain',
  nameKana: 'plain',
  phone: 'plain',
  townId: 'plain',
  addressLine: 'plain',
  lat: 'plain',
  lng: 'plain',
  landmark: 'plain',
  considerations: 'plain',
  addressWithheld: 'boolean',
  mergedInto: 'plain',
})

export const getHousehold = (tx: Tx, id: string) => households.get(tx, id)

/**
 * The households that must be looked at before another is made: same phone, or kana and town. `callers` are households
 * whose people have called from one of the phones; a higher slice knows them.
 */
export async function likelyDoubles(tx: Tx, sought: Sought, callers: readonly string[]): Promise<Household[]> {
  const phones = sought.phones.filter((phone) => phone !== '')
  const sameTown = sought.townId === null ? [] : await households.where(tx, { townId: sought.townId })
  const found = [
    ...(phones.length > 0 ? await households.where(tx, { phone: phones }) : []),
    ...(callers.length > 0 ? await households.where(tx, { id: callers }) : []),
    ...sameTown.filter((known) => likenessOf(sought, { ...known, callers: [] })?.strong),
  ]
  const byId = new Map(found.map((household) => [household.id, household]))
  return [...byId.values()].filter(({ mergedInto }) => mergedInto === null)
}
