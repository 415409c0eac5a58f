import type { z } from 'zod'
import type { Actor } from '#server/core/actor.ts'
import type { OpenCenter } from '#server/core/open-center.ts'
import { requirePermission } from '#server/core/permission.ts'
import type { WorkTx } from '#server/core/unit-of-work.ts'
import type { CenterProfile } from '#shared/center/profile.ts'
import { malformed, notFound } from '#shared/core/problems.ts'
import type { ReadDefinition } from '#shared/core/read.ts'

/** What a read is given: it looks, and changes nothing. */
export interface Reading {
  readonly tx: WorkTx
  readonly now: string
  readonly actor: Actor
  readonly profile: CenterProfile
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
  return center.read((tx, profile) => reader.run({ tx, now, actor, profile }, parsed.data))
}
