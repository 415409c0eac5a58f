import type { Center } from '#server/core/center.ts'
import type { ClockReading } from '#shared/core/patch.ts'

/** What every device may know of the center: its time, and whether it can keep what is sent. */
export const clockReading = ({ clock, health }: Pick<Center, 'clock' | 'health'>): ClockReading => ({
  now: clock.now(),
  speed: clock.speed,
  writes: health.writable,
})
