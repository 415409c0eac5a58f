import type { Actor } from '#server/core/actor.ts'
import type { OpenCenter } from '#server/core/open-center.ts'
import { requirePermission } from '#server/core/permission.ts'
import type { Reader } from '#server/core/reads.ts'
import { notFound } from '#shared/core/problems.ts'

/** Takes for its form whatever somebody asks. */
export async function readFor(
  center: OpenCenter,
  readers: ReadonlyMap<string, Reader>,
  actor: Actor,
  asked: { name: string; input: unknown },
): Promise<unknown> {
  const reader = readers.get(asked.name)
  if (!reader) throw notFound({ kind: 'read' })
  requirePermission(actor, reader.read)
  const now = center.clock.now()
  return center.read((tx, profile) => reader.run({ tx, now, actor, profile, mayHold: () => true }, asked.input))
}
