import { CompiledQuery } from 'kysely'
import type { Actor } from '#server/core/actor.ts'
import type { Center, OpenAgain } from '#server/core/center.ts'
import type { Clock } from '#server/core/clock.ts'
import type { Tx } from '#server/database/record-table.ts'
import { inputAgain } from '#server/lookback/stand-ins.ts'
import { capabilities } from '#shared/access/capabilities.ts'
import { Problem } from '#shared/core/problem.ts'
import type { Gap, History, Moment } from '#shared/lookback/history.ts'

/** A clock that says the time of the line that is carried out. */
class LineClock implements Clock {
  readonly speed = 0
  at = ''

  now(): string {
    return this.at
  }
}

interface Line {
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

/** Under which names acts are carried out again: those that they had, or others that stand for them. */
interface Names {
  of(type: string, input: Record<string, unknown>): unknown
  person(name: string): string
}

const asTheyAre: Names = { of: (_type, input) => input, person: (name) => name }

const linesAtOnce = 500

async function linesAfter(tx: Tx, seq: number): Promise<Line[]> {
  const query = CompiledQuery.raw(
    `select l.seq, l.at, l.command_id, l.type, l.actor_kind, l.actor_id, l.actor_name, l.device, l.happened_at, i.input
      from event_log l left join event_input i on i.seq = l.seq where l.seq > ? order by l.seq limit ${linesAtOnce}`,
    [seq],
  )
  return (await tx.executeQuery<Line>(query)).rows
}

/** Whoever acted could: the act was accepted. What their desks let them do at that time is not asked again. */
function actorOf({ actor_kind: kind, actor_id: id, actor_name: name }: Line): Actor {
  if (kind === 'staff') return { kind, staffId: id ?? '', sessionId: '', name, capabilities }
  if (kind === 'volunteer') return { kind, attendanceId: id ?? '' }
  return kind === 'public' ? { kind, onThisMachine: true } : { kind }
}

/** Carries one line out again; what cannot be carried out leaves a gap that says why. */
async function again(center: Center, line: Line, names: Names): Promise<Gap | null> {
  const { seq, at, type } = line
  const kept = inputAgain(line.command_id, line.input, center.handlers.get(type)?.command.secret ?? [])
  const input = kept && names.of(type, kept)
  if (input === null) return { seq, at, type, why: 'erased' }
  const happenedAt = line.happened_at === null ? {} : { happenedAt: line.happened_at }
  try {
    await center.execute(actorOf({ ...line, actor_name: names.person(line.actor_name) }), {
      id: line.command_id,
      type,
      input,
      device: line.device,
      ...happenedAt,
    })
    return null
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { seq, at, type, why: error.code }
  }
}

/**
 * Everything that happened, act by act, with every record as it was after each: the event log carried out once more in
 * a center in memory. Handlers decide by their input, the time and what is stored, and by nothing else, so that the
 * same acts make the same records; `tests/lookback/history.test.ts` holds the one against the other.
 */
export async function readHistory(tx: Tx, openAgain: OpenAgain, names: Names = asTheyAre): Promise<History> {
  const clock = new LineClock()
  const center = await openAgain(clock)
  const moments: Moment[] = []
  const gaps: Gap[] = []
  let now = 0
  const stop = center.onPatch((patches) => {
    for (const { audience, records, gone } of patches) moments.push({ seq: now, at: clock.at, audience, records, gone })
  })
  try {
    for (;;) {
      const lines = await linesAfter(tx, now)
      if (lines.length === 0) break
      for (const line of lines) {
        now = line.seq
        clock.at = line.at
        const gap = await again(center, line, names)
        if (gap) gaps.push(gap)
      }
    }
  } finally {
    stop()
    await center.close()
  }
  return { moments, gaps }
}
