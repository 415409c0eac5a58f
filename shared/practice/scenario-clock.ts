/** A clock of a scenario's days: `08:30` on the first, `+1 08:30` on the second. */
export const scenarioClock = /^(?:\+[1-6] )?(?:[01]\d|2[0-3]):[0-5]\d$/

const minutesOfDay = 24 * 60
const two = (number: number) => String(number).padStart(2, '0')

/** A time of the scenario's clock as minutes from the first midnight, and back. */
export function minutesOf(clock: string): number {
  const [, days = '0', time = clock] = /^\+(\d) (.+)$/.exec(clock) ?? []
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return (Number(days) * 24 + hours) * 60 + minutes
}

export function clockAt(minutes: number): string {
  const days = Math.floor(minutes / minutesOfDay)
  const time = `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`
  return days === 0 ? time : `+${days} ${time}`
}
