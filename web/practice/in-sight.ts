import { signal } from '@preact/signals'

/** Whether this desk shows 訓練: the screen on which a drill is begun or run. */
export const practiceInSight = signal(false)
