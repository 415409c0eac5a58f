import type { AfterAction } from '#drills/summary/after-action.ts'
import type { Seen } from '#drills/summary/witness.ts'
import { dateOf, msBetween, timeZone } from '#shared/core/time.ts'
import type { RecordKind } from '#shared/records.ts'

/**
 * Counts the day once more from what was announced while it went on, in another way than the center's own figures are
 * counted: by passages from one state to the next, not by the records as they stand in the end.
 */
export function summaryProblems({ witness, summary }: AfterAction): string[] {
  const date = witness.last('day').at(-1)?.date
  const ofDay = <K extends RecordKind>(kind: K) =>
    witness.versions(kind).filter(({ at }) => dateOf(at, timeZone) === date)
  const passages = (status: string) =>
    new Set(
      ofDay('team')
        .filter(({ record }) => record.status === status)
        .map(({ record }) => record.id),
    )
  const checkedIn = new Set(ofDay('attendance').map(({ record }) => record.id))
  const heard = ofDay('logEntry').filter(({ record }) => record.type === 'reports.acceptReport')
  const received = ofDay('logEntry').filter(({ record }) => record.type === 'needs.receiveNeed')
  const teams = new Map(ofDay('team').map(({ record }) => [record.id, record] as const))
  const incidents = new Set(ofDay('incident').map(({ record }) => record.id))
  const minutes = [...teams.values()]
    .map(({ departedAt, returnedAt, members }) =>
      departedAt && returnedAt ? Math.round(msBetween(departedAt, returnedAt) / 60_000) * members.length : 0,
    )
    .reduce((sum, one) => sum + one, 0)
  const pairs: [string, number, number][] = [
    ['受け付けた人', summary.arrivals.total, checkedIn.size],
    ['ニーズ', summary.needs.received, received.length],
    ['完了', summary.needs.completed, completions(ofDay('need'))],
    ['出た班', summary.teams.sentOut, passages('out').size],
    ['人×分', summary.teams.minutes, minutes],
    ['聞いた報告', summary.reports.heard, heard.length],
    ['けが・ヒヤリハット', summary.incidents.injury + summary.incidents.nearMiss, incidents.size],
  ]
  return pairs.filter(([, ours, theirs]) => ours !== theirs).map(([what, ours, theirs]) => `${what} ${ours}≠${theirs}`)
}

function completions(versions: readonly Seen<'need'>[]): number {
  const completed = versions.filter(({ record }) => record.status === 'completed')
  return new Set(completed.map(({ record }) => record.id)).size
}
