import { CompiledQuery } from 'kysely'
import type { Tx } from '#server/database/record-table.ts'
import { searchKey } from '#shared/core/japanese-text.ts'
import { readOwnJson } from '#shared/core/json.ts'
import { type HouseKeys, houseKeyOf, type NeedKeys, type PersonKeys } from '#shared/doubles/radar.ts'

async function rowsOf<R>(tx: Tx, sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
  return (await tx.executeQuery<R>(CompiledQuery.raw(sql, [...parameters]))).rows
}

/** All, or those of these ids; a need or person that was merged is no double of anything. */
const among = (column: string, ids: readonly string[] | null) =>
  ids === null ? '1 = 1' : `${column} in (${ids.map(() => '?').join(', ')})`

interface PersonRow {
  id: string
  name: string
  kana: string
  phone: string
  birthDate: string
  email: string
  address: string
  sex: string
}

/** Everybody on record, as little of each as the comparison needs: 10,000 people are read at once. */
export async function personKeys(tx: Tx, ids: readonly string[] | null): Promise<PersonKeys[]> {
  const rows = await rowsOf<PersonRow>(
    tx,
    `select p.id, p.name, p.name_kana as kana, c.phone, c.birth_date as birthDate, c.email, c.address, c.sex
      from person p join person_contact c on c.id = p.id where p.merged_into is null and ${among('p.id', ids)}`,
    ids ?? [],
  )
  return rows.map((row) => ({
    ...row,
    name: searchKey(row.name),
    kana: searchKey(row.kana),
    email: row.email.toLowerCase(),
    address: row.address === '' ? '' : searchKey(row.address),
  }))
}

interface HouseRow {
  id: string
  name: string
  kana: string
  phone: string
  townId: string | null
  addressLine: string
  lat: number | null
  lng: number | null
}

const houseKeys = ({ name, kana, phone, addressLine, ...row }: HouseRow): HouseKeys => ({
  ...row,
  name: searchKey(name),
  kana: searchKey(kana),
  phones: phone === '' ? [] : [phone],
  address: houseKeyOf(addressLine),
})

export async function householdKeys(tx: Tx, ids: readonly string[] | null): Promise<HouseKeys[]> {
  const rows = await rowsOf<HouseRow>(
    tx,
    `select h.id, name, name_kana as kana, coalesce(hp.phone, '') as phone, town_id as townId,
      address_line as addressLine, lat, lng from household h left join household_phone hp on hp.id = h.id
      where merged_into is null and address_withheld = 0 and ${among('h.id', ids)}`,
    ids ?? [],
  )
  return rows.map(houseKeys)
}

type NeedRow = HouseRow & {
  householdId: string
  requesterPhone: string
  relation: string
  categories: string
  receivedAt: string
}

/** Needs that are open or were closed by their work; what was turned away is no double of what is still to be done. */
export async function needKeys(tx: Tx, ids: readonly string[] | null): Promise<NeedKeys[]> {
  const rows = await rowsOf<NeedRow>(
    tx,
    `select n.id, h.name, h.name_kana as kana, coalesce(hp.phone, '') as phone, c.town_id as townId, c.address_line as addressLine, c.lat, c.lng,
      n.household_id as householdId, coalesce(np.phone, '') as requesterPhone, c.relation, n.categories,
      n.received_at as receivedAt
      from need n join need_contact c on c.id = n.id join household h on h.id = n.household_id
      left join household_phone hp on hp.id = h.id left join need_phone np on np.id = n.id
      where n.merged_into is null and n.address_withheld = 0 and ${ids === null ? "n.status not in ('declined', 'cancelled', 'referred')" : among('n.id', ids)}`,
    ids ?? [],
  )
  return rows.map(({ householdId, requesterPhone, relation, categories, receivedAt, ...house }) => {
    const keys = houseKeys(house)
    // A head of a residents' association calls for ten houses: a phone counts where it belongs to the house.
    const own = relation === 'self' || relation === 'family'
    const phones = own && requesterPhone !== '' ? [...new Set([...keys.phones, requesterPhone])] : keys.phones
    return {
      ...keys,
      phones,
      householdId,
      categories: readOwnJson<string[]>(categories),
      receivedAt: Date.parse(receivedAt),
    }
  })
}
