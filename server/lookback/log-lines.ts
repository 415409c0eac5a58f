import { CompiledQuery } from 'kysely'
import type { Actor } from '#server/core/actor.ts'
import type { Tx } from '#server/database/record-table.ts'
import { capabilities } from '#shared/access/capabilities.ts'

/** A line of the log as it lies in the file, with what was typed; null where that was erased. */
export interface LogLine {
  seq: number
  at: string
  command_id: string
  type: string
  actor_kind: Actor['kind']
  actor_id: string | null
  actor_name: string
  device: string
  happened_at: string | null
  input: string | null
}

/** Few enough that whoever writes meanwhile waits for no more than a few milliseconds. */
const linesAtOnce = 200

/** The next lines after a number, oldest first. */
export async function linesAfter(tx: Tx, seq: number): Promise<LogLine[]> {
  const query = CompiledQuery.raw(
    `select l.seq, l.at, l.command_id, l.type, l.actor_kind, l.actor_id, l.actor_name, l.device, l.happened_at, i.input
      from event_log l left join event_input i on i.seq = l.seq where l.seq > ? order by l.seq limit ${linesAtOnce}`,
    [seq],
  )
  return (await tx.executeQuery<LogLine>(query)).rows
}

/** Whoever acted could: the act was accepted. What their desks let them do at that time is not asked again. */
export function actorOf({ actor_kind: kind, actor_id: id, actor_name: name }: LogLine): Actor {
  if (kind === 'staff') return { kind, staffId: id ?? '', sessionId: '', name, capabilities }
  if (kind === 'volunteer') return { kind, attendanceId: id ?? '' }
  return kind === 'public' ? { kind, onThisMachine: true } : { kind }
}
