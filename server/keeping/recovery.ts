import { CompiledQuery } from 'kysely'
import type { Center } from '#server/core/center.ts'
import { handle } from '#server/core/handlers.ts'
import { newId } from '#shared/core/ids.ts'
import { noteRecovery } from '#shared/keeping/commands.ts'

export const noteRecoveryHandler = handle(noteRecovery, async (work, { lost, lastAt }) => {
  work.describe({ lost, lastAt })
})

/**
 * After a start that no orderly end came before: says on the desks and in the chronology what was there and what is not.
 * `seq` is the last act as the file was found: what the start itself has written since must not be taken for one of those
 * that are missing.
 */
export async function tellRecovery(center: Center, seq: number, rememberedSeq: number): Promise<void> {
  if (seq === 0) return
  const query = CompiledQuery.raw('select at from event_log where seq = ?', [seq])
  const { rows } = await center.db.executeQuery<{ at: string }>(query)
  const lastAct = rows[0]?.at ?? null
  const lost = Math.max(0, rememberedSeq - seq)
  center.keeping.say({ recovery: { at: center.clock.now(), lastAct, lost } })
  const input = { lost, lastAt: lastAct }
  await center.execute({ kind: 'system' }, { id: newId(), type: noteRecovery.name, input, device: '' })
}
