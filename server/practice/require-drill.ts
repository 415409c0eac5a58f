import { findCenter } from '#server/center/centers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { findDrill } from '#server/practice/drill-tables.ts'
import type { DrillState } from '#shared/practice/drill-state.ts'
import { drillOver, notADrill } from '#shared/practice/problems.ts'

/** Refuses what belongs to a drill where records are real; `beforeStart` asks no more than that. */
export async function requireDrill(work: UnitOfWork, when: 'beforeStart'): Promise<undefined>
export async function requireDrill(work: UnitOfWork, when?: 'running' | 'anyTime'): Promise<DrillState>
export async function requireDrill(
  { tx, now }: UnitOfWork,
  when: 'beforeStart' | 'running' | 'anyTime' = 'running',
): Promise<DrillState | undefined> {
  const center = await findCenter(tx)
  if (center?.kind !== 'drill') throw notADrill({})
  if (when === 'beforeStart') return undefined
  const drill = await findDrill(tx)
  if (!drill) throw notADrill({})
  if (when === 'running' && drill.phase === 'over') throw drillOver({ at: now })
  return drill
}
