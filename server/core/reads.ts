import type { z } from 'zod'
import { type Actor, audiencesOfActor } from '#server/core/actor.ts'
import type { OpenCenter } from '#server/core/open-center.ts'
import { requirePermission } from '#server/core/permission.ts'
import { shownOf } from '#server/core/shown.ts'
import type { WorkTx } from '#server/core/unit-of-work.ts'
import { mayFind, mayHold } from '#shared/access/audiences.ts'
import type { CenterProfile } from '#shared/center/profile.ts'
import { malformed, notFound } from '#shared/core/problems.ts'
import type { ReadDefinition } from '#shared/core/read.ts'
import type { RecordKind } from '#shared/records.ts'

/** What a read is given: it looks, and changes nothing. */
export interface Reading {
  readonly tx: WorkTx
  readonly now: string
  /** When something next happens of itself: in a drill, as its runner knows; null where nobody can say. */
  readonly next?: string | null
  readonly actor: Actor
  readonly profile: CenterProfile
  /** Whether the asker may know anything of this kind, which the read must say that it holds. */
  readonly mayHold: (kind: RecordKind) => boolean
}

/** A read with what the server answers to it. */
export interface Reader {
  readonly read: ReadDefinition
  readonly run: (reading: Reading, input: unknown) => Promise<unknown>
}

/** Joins a read to what answers it. */
export function answerRead<N extends string, I extends z.ZodType, A extends z.ZodType>(
  read: ReadDefinition<N, I, A>,
  run: (reading: Reading, input: z.infer<I>) => Promise<z.infer<A>>,
): Reader {
  // The input has been parsed with this read's own schema before it is run.
  return { read, run } as Reader
}

/** What whoever asks may be shown by this read: the one table says it, whatever the answerer has read. */
function shownTo(actor: Actor, { holds, revealed }: ReadDefinition) {
  const audiences = audiencesOfActor(actor)
  const may = (kind: RecordKind) => {
    if (!holds.includes(kind)) throw new Error(`a read answers with ${kind} and does not say so`)
    return mayHold(kind, audiences)
  }
  const isShown: Parameters<typeof shownOf>[2] = (kind, record) =>
    may(kind) && (revealed === true || mayFind(kind, record, audiences))
  return { may, isShown }
}

/** Answers one read for whoever asks; throws a Problem where it is refused. */
export async function readFor(
  center: OpenCenter,
  readers: ReadonlyMap<string, Reader>,
  actor: Actor,
  asked: { name: string; input: unknown },
): Promise<unknown> {
  const reader = readers.get(asked.name)
  if (!reader) throw notFound({ kind: 'read' })
  requirePermission(actor, reader.read)
  const parsed = reader.read.input.safeParse(asked.input)
  if (!parsed.success) throw malformed({})
  const now = center.clock.now()
  const next = center.clock.next?.() ?? null
  const { may, isShown } = shownTo(actor, reader.read)
  const answer = await center.read((tx, profile) =>
    reader.run({ tx, now, next, actor, profile, mayHold: may }, parsed.data),
  )
  return shownOf(reader.read.answer, answer, isShown)
}

/** What these slices answer, by the name of each read. */
export const readersOf = (slices: readonly { reads?: readonly Reader[] }[]): ReadonlyMap<string, Reader> =>
  new Map(slices.flatMap(({ reads = [] }) => reads).map((one) => [one.read.name, one]))
