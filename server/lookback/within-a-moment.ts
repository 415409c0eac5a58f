import { logBug } from '#server/core/bug.ts'
import { Problem } from '#shared/core/problem.ts'

/** Long enough for what is known already; whoever waits longer wants to be told so. */
const momentMs = 1000

/** Whether something is done within a moment; where it is not, it goes on, and whoever asks again finds it further. */
export async function withinAMoment(where: string, work: Promise<void>): Promise<boolean> {
  let isLate = false
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((tell) => {
    timer = setTimeout(() => {
      isLate = true
      tell(false)
    }, momentMs)
  })
  // Of what fails late nobody hears any more.
  work.catch((error: unknown) => {
    if (isLate && !(error instanceof Problem)) logBug(where, error)
  })
  try {
    return await Promise.race([work.then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}
