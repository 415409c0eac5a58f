import { store } from '#web/core/store.ts'
import { ControllerPanel } from '#web/practice/controller-panel.tsx'
import { DrillsScreen } from '#web/practice/drills-screen.tsx'

/** 訓練: a live center starts drills, and a drill is run. */
export function PracticePanel() {
  return store.all('center')[0]?.kind === 'drill' ? <ControllerPanel /> : <DrillsScreen />
}
