import { type RecordedQueue, recordedQueues } from '#shared/lookback/figure-keys.ts'
import { queues } from '#shared/lookback/queue-states.ts'
import { teamsWithoutReport } from '#shared/reports/close-of-day.ts'
import type { Store } from '#web/core/store.ts'

function standing(held: Store, name: RecordedQueue): number {
  if (name === 'reports') return teamsWithoutReport({ teams: held.all('team'), reports: held.all('report') }).length
  const { kind, states } = queues[name]
  const records: readonly { status: string }[] = held.all(kind)
  return records.filter(({ status }) => states.some((one) => one === status)).length
}

/** How much stands in each queue by what a store holds; no store has the line before reception. */
export const queueCounts = (held: Store) => recordedQueues.map((name) => ({ name, count: standing(held, name) }))
