import { effect } from '@preact/signals'
import { shownDay } from '#web/center/selectors.ts'
import { takeInAnew } from '#web/core/link.ts'

/** Lets go of yesterday: a desk that stays on from day to day holds one day, as one that is switched on does. */
export function watchDay(): void {
  let known: string | undefined
  effect(() => {
    const day = shownDay()?.id
    if (day === undefined || day === known) return
    if (known !== undefined) takeInAnew()
    known = day
  })
}
