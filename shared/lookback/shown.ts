import { dateOf, timeZone } from '#shared/core/time.ts'
import type { History, Moment } from '#shared/lookback/history.ts'

/** What a replay is drawn from. Of people it needs no more than their number, name and state. */
export const replayKinds = [
  'center',
  'day',
  'notice',
  'staff',
  'deskList',
  'need',
  'needContact',
  'attendance',
  'team',
  'workOrder',
  'report',
  'groupVisit',
  'merge',
  'incident',
  'journalEntry',
  'logEntry',
  'drillState',
  'inject',
  'drillSeat',
  'observation',
  'drillOutcome',
]

const drawn: ReadonlySet<string> = new Set(replayKinds)
const named = ({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`

/** What no desk may hold any more, such as the place of a home that is withheld by now. */
function takenAway(moments: readonly Moment[]): Set<string> {
  const away = new Set<string>()
  for (const { records, gone } of moments) {
    for (const { kind, record } of records) away.delete(named({ kind, id: record.id }))
    for (const one of gone) away.add(named(one))
  }
  return away
}

/**
 * History as far as these audiences may hold it: what each patch said to whom was decided by the table of audiences, and
 * what has been taken from desks since is not told of earlier times either.
 */
export function shownHistory({ moments, gaps }: History, audiences: readonly string[]): History {
  const own = moments.filter(({ audience }) => audiences.includes(audience))
  const away = takenAway(own)
  const shown = own.map((moment) => ({
    ...moment,
    records: moment.records.filter(({ kind, record }) => drawn.has(kind) && !away.has(named({ kind, id: record.id }))),
    gone: moment.gone.filter((one) => drawn.has(one.kind) && !away.has(named(one))),
  }))
  return { moments: shown.filter(({ records, gone }) => records.length + gone.length > 0), gaps }
}

/** What belonged to an earlier day stands in a history of its own: of the day itself, how all stood when it began, and on. */
export function historyOfDate({ moments, gaps }: History, date: string): History {
  const before = moments.filter(({ at }) => dateOf(at, timeZone) < date)
  const on = moments.filter(({ at }) => dateOf(at, timeZone) === date)
  const stood = new Map<string, { audience: string; record: Moment['records'][number] }>()
  for (const { audience, records, gone } of before) {
    for (const record of records) stood.set(named({ kind: record.kind, id: record.record.id }), { audience, record })
    for (const one of gone) stood.delete(named(one))
  }
  // The chronology of earlier days is theirs.
  const kept = [...stood.values()].filter(({ record }) => record.kind !== 'logEntry')
  const [last] = before.slice(-1)
  const opening = Object.entries(Object.groupBy(kept, ({ audience }) => audience)).map(([audience, all = []]) => ({
    seq: last?.seq ?? 0,
    at: on[0]?.at ?? last?.at ?? '',
    audience,
    records: all.map(({ record }) => record),
    gone: [],
  }))
  return { moments: [...opening, ...on], gaps: gaps.filter(({ at }) => dateOf(at, timeZone) === date) }
}
