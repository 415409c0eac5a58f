import { getCenter } from '#server/center/centers.ts'
import { recordTable, type Tx } from '#server/database/record-table.ts'
import type { RetentionRule } from '#shared/privacy/retention.ts'
import { usualRetention } from '#shared/privacy/usual-retention.ts'

export const retentionRules = recordTable('retentionRule', {
  id: 'plain',
  personalDays: 'plain',
  dayOnlyDays: 'plain',
  accessLogMonths: 'plain',
  rosterMonths: 'plain',
})

export const activationClosings = recordTable('activationClosing', {
  id: 'plain',
  closedOn: 'plain',
  closedAt: 'plain',
  closedBy: 'plain',
  reopenedAt: 'plain',
})

export const erasureNotices = recordTable('erasureNotice', {
  id: 'plain',
  what: 'plain',
  people: 'plain',
  households: 'plain',
  eraseOn: 'plain',
  noticedOn: 'plain',
  runningDays: 'plain',
  lastRunningOn: 'plain',
  postponedTo: 'plain',
  because: 'plain',
  doneOn: 'plain',
})

/** The times that are in force here. */
export async function retentionNow(tx: Tx): Promise<RetentionRule> {
  const [rule] = await retentionRules.where(tx, {})
  return rule ?? { id: (await getCenter(tx)).id, ...usualRetention }
}
