import { useEffect } from 'preact/hooks'
import { store } from '#web/core/store.ts'
import { ControllerPanel } from '#web/practice/controller-panel.tsx'
import { DrillsScreen } from '#web/practice/drills-screen.tsx'
import { practiceInSight } from '#web/practice/selectors.ts'

/** 訓練: a live center starts drills, and a drill is run. */
export function PracticePanel() {
  useEffect(() => {
    practiceInSight.value = true
    return () => {
      practiceInSight.value = false
    }
  }, [])
  return store.all('center')[0]?.kind === 'drill' ? <ControllerPanel /> : <DrillsScreen />
}
