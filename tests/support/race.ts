import type { CommandName } from '#shared/commands.ts'
import type { Sender, testCenter } from '#tests/support/center.ts'
import type { InputOf } from '#web/core/send.ts'

export type Desks = Awaited<ReturnType<typeof testCenter>>
export type Press = (sender: Sender) => Promise<unknown>

/** Arranges the center, and answers what two people at two desks want to do at once. */
export type Race = (desks: Desks) => Promise<{ first: Press; second: Press }>

/** An act as either of the two presses it. */
export const press =
  <N extends CommandName>(type: N, input: InputOf<N>): Press =>
  (sender) =>
    sender.send(type, input)

/** Both do the very same. */
export function same<N extends CommandName>(type: N, input: InputOf<N>) {
  return { first: press(type, input), second: press(type, input) }
}
