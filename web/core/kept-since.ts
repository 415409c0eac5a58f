import type { Kept } from '#web/core/kept-database.ts'

/** Nothing is kept for longer; what seems older was kept by an earlier version, or this device's clock was set. */
const longestMs = 30 * 86_400_000

/** This device's own time in milliseconds. It may be wrong by years, so only two of its readings are ever compared. */
export const ownTime = (): number => performance.timeOrigin + performance.now()

/** For how many milliseconds an act has been kept, also over a reload: a hint, by which nothing is decided. */
export function keptSince({ keptAt }: Pick<Kept, 'keptAt'>): number | undefined {
  const since = Math.round(ownTime() - keptAt)
  return since >= 0 && since <= longestMs ? since : undefined
}
