import { signal } from '@preact/signals'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { openDay } from '#web/center/selectors.ts'

/** Whose tag was opened for printing at this desk since it was opened. */
const opened = signal<ReadonlySet<string>>(new Set())

/** Who is here and has no tag from this desk yet. */
export function untagged(attendances: readonly Attendance[]): Attendance[] {
  const here = ['waiting', 'consulting', 'centerWork']
  return attendances.filter(({ id, status }) => here.includes(status) && !opened.value.has(id))
}

/** Opens the sheet of these people's tags; the address holds their numbers of the day and nothing else of them. */
export function openTags(attendances: readonly Attendance[]): void {
  const day = openDay()
  if (!day || attendances.length === 0) return
  const numbers = attendances.map(({ number }) => number).sort((one, other) => one - other)
  opened.value = new Set([...opened.value, ...attendances.map(({ id }) => id)])
  window.open(`/sheets/name-tags?day=${day.id}&numbers=${numbers.join(',')}`, '_blank', 'noopener')
}
