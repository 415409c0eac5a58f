import { signal } from '@preact/signals'
import type { ClockReading } from '#shared/core/patch.ts'

let reading = { instant: 0, speed: 1, at: 0 }

/** The center's time now, in milliseconds; the device's own clock is never asked. 0 before the first reading. */
export function centerNow(): number {
  if (reading.instant === 0) return 0
  return reading.instant + (performance.now() - reading.at) * reading.speed
}

/** Ticks once a second with the center's time, for views that show it. */
export const centerTime = signal(0)

export function setClock({ now, speed }: ClockReading): void {
  reading = { instant: Date.parse(now), speed, at: performance.now() }
  centerTime.value = centerNow()
}

setInterval(() => {
  centerTime.value = centerNow()
}, 1000)
