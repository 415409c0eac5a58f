import { CompiledQuery } from 'kysely'
import type { Db } from '#server/database/open.ts'

const hasTable = "select 1 from sqlite_master where type = 'table' and name = 'erasure'"
const owe = "insert into erasure (id, kind, at) values (?, ?, '') on conflict (id) do nothing"

/** Notes in a restored file whom the file that it replaces had erased; the center forgets them as it opens (decision 0021). */
export async function oweErasures(restored: Db, replaced: Db | undefined): Promise<void> {
  if (!replaced || (await replaced.executeQuery(CompiledQuery.raw(hasTable))).rows.length === 0) return
  const all = CompiledQuery.raw('select id, kind from erasure')
  const { rows } = await replaced.executeQuery<{ id: string; kind: string }>(all)
  for (const { id, kind } of rows) await restored.executeQuery(CompiledQuery.raw(owe, [id, kind]))
}
