import { CompiledQuery } from 'kysely'
import type { Db } from '#server/database/open.ts'
import { storageFaultOf } from '#server/database/storage-fault.ts'

const hasTable = "select 1 from sqlite_master where type = 'table' and name = 'erasure'"
const owe = "insert into erasure (id, kind, at) values (?, ?, '') on conflict (id) do nothing"

interface Erased {
  id: string
  kind: string
}

/** Whom a file had erased. Damaged just there, it says nothing, and must not keep a good copy from taking its place. */
async function erasedIn(file: Db): Promise<readonly Erased[]> {
  try {
    if ((await file.executeQuery(CompiledQuery.raw(hasTable))).rows.length === 0) return []
    return (await file.executeQuery<Erased>(CompiledQuery.raw('select id, kind from erasure'))).rows
  } catch (error) {
    if (storageFaultOf(error) === null) throw error
    return []
  }
}

/** Notes in a restored file whom the file that it replaces had erased; the center forgets them as it opens (decision 0021). */
export async function oweErasures(restored: Db, replaced: Db | undefined): Promise<void> {
  if (!replaced) return
  for (const { id, kind } of await erasedIn(replaced)) await restored.executeQuery(CompiledQuery.raw(owe, [id, kind]))
}
