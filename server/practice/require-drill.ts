import { findCenter } from '#server/center/centers.ts'
import { writerOf } from '#server/core/event-log.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { drillStates, findDrill } from '#server/practice/drill-tables.ts'
import type { DrillState } from '#shared/practice/drill-state.ts'
import { drillOver, notADrill } from '#shared/practice/problems.ts'

/** Refuses what belongs to a drill where records are real; `beforeStart` asks no more than that. */
export async function requireDrill(work: UnitOfWork, when: 'beforeStart'): Promise<undefined>
export async function requireDrill(work: UnitOfWork, when?: 'running' | 'anyTime'): Promise<DrillState>
export async function requireDrill(
  { tx, actor }: UnitOfWork,
  when: 'beforeStart' | 'running' | 'anyTime' = 'running',
): Promise<DrillState | undefined> {
  const center = await findCenter(tx)
  if (center?.kind !== 'drill') throw notADrill({})
  if (when === 'beforeStart') return undefined
  const drill = await findDrill(tx)
  if (!drill) throw notADrill({})
  if (when === 'running' && drill.phase === 'over') {
    const { name, at } = await writerOf(tx, await drillStates.changedSeqOf(tx, drill.id))
    // What a desk did is no business of strangers' phones.
    throw drillOver({ at, by: actor.kind === 'staff' ? name : '' })
  }
  return drill
}
