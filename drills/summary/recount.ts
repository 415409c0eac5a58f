import type { AfterAction } from '#drills/summary/after-action.ts'
import { minutesBetween } from '#shared/core/time.ts'

/**
 * Counts the day once more from what was announced while it went on, in another way than the center's own figures are
 * counted: by passages from one state to the next, not by the records as they stand in the end.
 */
export function summaryProblems({ witness, summary }: AfterAction): string[] {
  const passages = (status: string) =>
    new Set(
      witness
        .versions('team')
        .filter(({ record }) => record.status === status)
        .map(({ record }) => record.id),
    )
  const minutes = witness
    .last('team')
    .map(({ departedAt, returnedAt, members }) =>
      departedAt && returnedAt ? minutesBetween(departedAt, returnedAt) * members.length : 0,
    )
    .reduce((sum, one) => sum + one, 0)
  const checkedIn = witness.versions('logEntry').filter(({ record }) => record.type.startsWith('volunteers.checkIn'))
  const heard = witness.versions('logEntry').filter(({ record }) => record.type === 'reports.acceptReport')
  const received = witness.versions('logEntry').filter(({ record }) => record.type === 'needs.receiveNeed')
  const pairs: [string, number, number][] = [
    ['受け付けた人', summary.arrivals.total, checkedIn.length],
    ['ニーズ', summary.needs.received, received.length],
    ['完了', summary.needs.completed, completions(witness)],
    ['出た班', summary.teams.sentOut, passages('out').size],
    ['人×分', summary.teams.minutes, minutes],
    ['聞いた報告', summary.reports.heard, heard.length],
    ['けが・ヒヤリハット', summary.incidents.injury + summary.incidents.nearMiss, witness.count('incident')],
  ]
  return pairs.filter(([, ours, theirs]) => ours !== theirs).map(([what, ours, theirs]) => `${what} ${ours}≠${theirs}`)
}

function completions(witness: AfterAction['witness']): number {
  const completed = witness.versions('need').filter(({ record }) => record.status === 'completed')
  return new Set(completed.map(({ record }) => record.id)).size
}
