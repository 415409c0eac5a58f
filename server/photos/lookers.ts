import { CompiledQuery } from 'kysely'
import type { Tx } from '#server/database/record-table.ts'

/**
 * Which teams are out at which home, as the teams wrote it here: this slice stands below them. One row for each team
 * that is out and whose report nobody has heard yet.
 */
interface Looking {
  teamId: string
  needId: string
  attendanceIds: readonly string[]
}

/** Who is out at the home of this need now. */
export async function lookersAt(tx: Tx, needId: string): Promise<string[]> {
  const query = 'select attendance_ids from photo_looker where need_id = ? order by team_id'
  const { rows } = await tx.executeQuery<{ attendance_ids: string }>(CompiledQuery.raw(query, [needId]))
  return [...new Set(rows.flatMap((row) => JSON.parse(row.attendance_ids) as string[]))]
}

/** The needs at whose homes this volunteer is out now; one at most, unless somebody stands in two teams. */
export async function needsLookedAt(tx: Tx, attendanceId: string): Promise<string[]> {
  const query =
    'select need_id from photo_looker where exists (select 1 from json_each(attendance_ids) where value = ?)'
  const { rows } = await tx.executeQuery<{ need_id: string }>(CompiledQuery.raw(query, [attendanceId]))
  return rows.map((row) => row.need_id)
}

export async function writeLooking(tx: Tx, { teamId, needId, attendanceIds }: Looking): Promise<void> {
  const upsert =
    'insert into photo_looker (team_id, need_id, attendance_ids) values (?, ?, ?) on conflict (team_id) do update set need_id = excluded.need_id, attendance_ids = excluded.attendance_ids'
  await tx.executeQuery(CompiledQuery.raw(upsert, [teamId, needId, JSON.stringify(attendanceIds)]))
}

/** Forgets that a team looks; says at which need it did. */
export async function eraseLooking(tx: Tx, teamId: string): Promise<string | null> {
  const query = 'delete from photo_looker where team_id = ? returning need_id'
  const { rows } = await tx.executeQuery<{ need_id: string }>(CompiledQuery.raw(query, [teamId]))
  return rows[0]?.need_id ?? null
}
