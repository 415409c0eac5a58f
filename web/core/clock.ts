import { signal } from '@preact/signals'
import type { ClockReading } from '#shared/core/patch.ts'

let reading = { instant: 0, speed: 1, at: 0, elapsed: 0 }

/** The center's time now, in milliseconds; the device's own clock is never asked. 0 before the first reading. */
export function centerNow(): number {
  if (reading.instant === 0) return 0
  return reading.instant + (performance.now() - reading.at) * reading.speed
}

/** How fast the center's time goes: a drill's day may last minutes. */
export const centerSpeed = () => reading.speed

/** Ticks once a second with the center's time, for views that show it. */
export const centerTime = signal(0)

/** The center's time for what is drawn anew every second. */
export const instantNow = (): number => centerTime.value || centerNow()

/** The same as it stands in records. */
export const isoNow = (): string => new Date(instantNow()).toISOString()

/** Whether the center can keep what is sent to it, as far as it has been heard. */
export const centerWrites = signal(true)

export function setClock({ now, speed, writes }: Omit<ClockReading, 'writes'> & { writes?: boolean }): void {
  if (writes !== undefined) centerWrites.value = writes
  reading = { instant: Date.parse(now), speed, at: performance.now(), elapsed: elapsed() }
  centerTime.value = centerNow()
}

let measured = { steady: performance.now(), wall: Date.now() }
let total = 0

/**
 * Milliseconds that only go on. The steady clock of many phones stands still while they sleep; where the other one went
 * on by more than a second more, it is believed. For freshness alone: a phone's clock decides nothing else.
 */
export function elapsed(): number {
  const now = { steady: performance.now(), wall: Date.now() }
  const steady = now.steady - measured.steady
  const wall = now.wall - measured.wall
  total += wall - steady > 1000 ? wall : steady
  measured = now
  return total
}

/** The center's time at the latest, sleep of this device included: for what must be gone in time without a line. */
export function centerAtLatest(): number {
  return reading.instant === 0 ? 0 : reading.instant + (elapsed() - reading.elapsed) * reading.speed
}

setInterval(() => {
  centerTime.value = centerNow()
}, 1000)
