import { setImmediate as othersFirst } from 'node:timers/promises'
import { CompiledQuery } from 'kysely'
import type { Tx } from '#server/database/record-table.ts'
import { searcherOfKeys, searchKeys } from '#shared/core/japanese-text.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { placeText } from '#shared/places/place.ts'

/** One need as a search knows it; `seq` is the number of the last act that touched the need, its contact or its household. */
interface Folded {
  seq: number
  keys: readonly string[]
}

interface TextRow {
  id: string
  seq: number
  number: number
  work: string
  name: string
  nameKana: string
  phone: string
  requesterName: string
  requesterKana: string
  requesterPhone: string
  townId: string | null
  addressLine: string
  landmark: string
  withheld: 0 | 1
}

const joined = `from need n join household h on h.id = n.household_id join need_contact c on c.id = n.id
  left join household_phone hp on hp.id = h.id left join need_phone np on np.id = n.id`
const seqOf = 'max(n.changed_seq, h.changed_seq, c.changed_seq)'
const texts = `n.number, n.work, h.name, h.name_kana as nameKana, coalesce(hp.phone, '') as phone, c.requester_name as requesterName,
  c.requester_kana as requesterKana, coalesce(np.phone, '') as requesterPhone, c.town_id as townId,
  c.address_line as addressLine, c.landmark, n.address_withheld as withheld`
const allSeqs = `select n.id, n.household_id as householdId, ${seqOf} as seq ${joined} order by n.changed_seq`
const oneText = `select n.id, ${seqOf} as seq, ${texts} ${joined} where n.id = ?`

/** How many needs are folded before others may act: about ten milliseconds of work. */
const foldedAtOnce = 200

/** What a search reads of a need: its number, who asked, where, and the work. What was said is read by asking for it. */
function fold(row: TextRow): readonly string[] {
  const { name, nameKana, phone, requesterName, requesterKana, requesterPhone } = row
  const who = [name, nameKana, phone, requesterName, requesterKana, requesterPhone]
  // Whoever may not see the place must not feel their way to it either.
  if (row.withheld === 1) return searchKeys(needNumberText(row.number), row.number, ...who, row.work)
  const where = placeText({ townId: row.townId, addressLine: row.addressLine })
  return searchKeys(needNumberText(row.number), row.number, ...who, where, row.landmark, row.work)
}

/** Kept for each open database: folding five thousand needs takes half a second, and a desk asks at every pause. */
const foldedOf = new WeakMap<Tx, Map<string, Folded>>()

async function query<R>(tx: Tx, sql: string, parameters: unknown[] = []): Promise<R[]> {
  return (await tx.executeQuery<R>(CompiledQuery.raw(sql, parameters))).rows
}

/** The ids of the needs that fit the words or belong to one of the households, the last changed at the end. */
export async function needIdsFound(
  tx: Tx,
  { words, householdIds }: { words: string; householdIds: readonly string[] },
): Promise<string[]> {
  const all = await query<{ id: string; householdId: string; seq: number }>(tx, allSeqs)
  const theirs = new Set(householdIds)
  if (words === '') return all.filter(({ householdId }) => theirs.has(householdId)).map(({ id }) => id)
  const kept = foldedOf.get(tx) ?? new Map<string, Folded>()
  foldedOf.set(tx, kept)
  await foldChanged(tx, all, kept)
  const fits = searcherOfKeys(words)
  return all
    .filter(({ id, householdId }) => theirs.has(householdId) || fits(kept.get(id)?.keys ?? []))
    .map(({ id }) => id)
}

async function foldChanged(tx: Tx, all: readonly { id: string; seq: number }[], kept: Map<string, Folded>) {
  const changed = all.filter(({ id, seq }) => kept.get(id)?.seq !== seq)
  for (const [index, { id }] of changed.entries()) {
    if (index > 0 && index % foldedAtOnce === 0) await othersFirst()
    const [row] = await query<TextRow>(tx, oneText, [id])
    if (row) kept.set(id, { seq: row.seq, keys: fold(row) })
  }
}
