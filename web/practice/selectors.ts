import { signal } from '@preact/signals'
import type { DrillState } from '#shared/practice/drill-state.ts'
import { store } from '#web/core/store.ts'

/** The drill of this center; undefined where records are real. */
export const drillNow = (): DrillState | undefined => store.all('drillState')[0]

/** Since when every device but the controller's is put away; null while screens are in use. */
export function darkSince(): string | null {
  const drill = drillNow()
  if (!drill || drill.phase === 'over' || !drill.devicesOff || drill.devicesOff.until !== null) return null
  return drill.devicesOff.from
}

/** Whether this desk shows 訓練: the screen on which a drill is begun or run. */
export const practiceInSight = signal(false)
