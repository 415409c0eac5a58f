import type { Refusal } from '#web/core/request.ts'

/** The act waits for the copy of the center that goes on. */
const otherCopies = ['keeping.newerCenter', 'keeping.forkedCenter']

const passing = [
  'core.internal',
  'core.tooManyAtOnce',
  'core.readOnly',
  'keeping.diskFull',
  'keeping.ending',
  'photos.busy',
]

/** Whether this is no refusal of the act: the center is busy or stopped, or is not the copy that goes on. */
export function isPassing({ code }: Refusal): boolean {
  return [...passing, ...otherCopies].includes(code)
}
