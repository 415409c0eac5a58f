import type { Actor } from '#server/core/actor.ts'
import type { Permission } from '#shared/access/capabilities.ts'
import { notSignedIn } from '#shared/core/problems.ts'

/** Whoever sits at a desk may do whatever any desk may. */
export function requirePermission(actor: Actor, { may }: { may: readonly Permission[] }): void {
  if (actor.kind === 'public' && !may.includes('public') && !may.includes('setUp')) throw notSignedIn({})
}
