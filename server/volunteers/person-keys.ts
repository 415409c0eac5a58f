import { CompiledQuery } from 'kysely'
import type { Tx } from '#server/database/record-table.ts'
import { searchKey } from '#shared/core/japanese-text.ts'
import type { Person, PersonContact } from '#shared/volunteers/person.ts'

const upsert =
  'insert into person_key (id, key, phone) values (?, ?, ?) on conflict (id) do update set key = excluded.key, phone = excluded.phone'

/** Keeps by what a person is found in step with who they are; a double that was merged away is not found any more. */
export async function indexPerson(
  tx: Tx,
  { id, name, nameKana, affiliation, mergedInto }: Person,
  { phone }: PersonContact,
): Promise<void> {
  const key = [nameKana, name, affiliation].map(searchKey).join(' ')
  await tx.executeQuery(
    mergedInto === null
      ? CompiledQuery.raw(upsert, [id, key, phone])
      : CompiledQuery.raw('delete from person_key where id = ?', [id]),
  )
}
