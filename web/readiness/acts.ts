import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import { deskActs } from '#web/center/desk-acts.ts'
import { instantNow } from '#web/core/clock.ts'
import type { InputOf } from '#web/core/send.ts'
import { may } from '#web/core/session.ts'
import { readinessWords as words } from '#web/texts/readiness.ts'

export const { said, undoable, act, takeBack } = deskActs(words.kept)

type Removable = InputOf<'readiness.putAway'>

/** Takes something off its list, with the way back. */
export const remove = (where: Removable, label: string) =>
  act('readiness.putAway', where, {
    message: words.removed(label),
    run: () => act('readiness.bringBack', where),
  })

export const mayEdit = () => may('center.lead') || may('affairs.manage')

export const today = () => dateOf(instantNow(), timeZone)

/** 09:30 today, 11/22 09:30 on other days. */
export function momentWord(at: string): string {
  const date = dateOf(at, timeZone)
  const clock = clockOf(at, timeZone)
  return date === today() ? clock : `${Number(date.slice(5, 7))}/${Number(date.slice(8))} ${clock}`
}
