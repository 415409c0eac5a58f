import { manyLooks } from '#shared/access/look.ts'
import type { LogEntry } from '#shared/center/center.ts'
import { addMinutes, type Instant } from '#shared/core/time.ts'

/** Acts that show what is otherwise shown to nobody. */
const looking: readonly string[] = ['needs.revealPhone', 'needs.revealPlace']

/** Who has looked more often within the last hour than a desk's work explains, and how often. */
export function whoLooksMuch(entries: readonly LogEntry[], now: Instant): { name: string; count: number }[] {
  const since = addMinutes(now, -60)
  const counts = new Map<string, number>()
  for (const { type, at, actorName } of entries)
    if (looking.includes(type) && at > since) counts.set(actorName, (counts.get(actorName) ?? 0) + 1)
  return [...counts].filter(([, count]) => count > manyLooks).map(([name, count]) => ({ name, count }))
}
