import type { z } from 'zod'
import type { Actor } from '#server/core/actor.ts'
import type { Center } from '#server/core/center.ts'
import { readersOf, readFor } from '#server/core/reads.ts'
import { slices } from '#server/slices.ts'
import { newId } from '#shared/core/ids.ts'
import { type ReadName, type ReadNamed, reads } from '#shared/reads.ts'
import type { Sender } from '#tests/support/center.ts'

const readers = readersOf(slices('live'))

/** Asks as a desk does, and holds the answer against what the read promises. */
export async function ask<N extends ReadName>(
  center: Center,
  actor: Actor,
  name: N,
  input: z.input<ReadNamed<N>['input']>,
): Promise<z.infer<ReadNamed<N>['answer']>> {
  const answer = await readFor(center, readers, actor, { name, input })
  const definition = Object.values(reads).find((one) => one.name === name)
  // The definition of this very name: its schema tells the type.
  return definition?.answer.parse(answer) as z.infer<ReadNamed<N>['answer']>
}

/** What was said of a need and what its household needs, as whoever takes the calls reads it: by asking in writing. */
export async function notesOf({ center, ben }: { center: Center; ben: Sender }, needId: string) {
  const revealId = newId()
  await ben.send('needs.revealNotes', { revealId, needId, why: 'work' })
  return ask(center, ben.actor, 'needs.revealedNotes', { revealId })
}
