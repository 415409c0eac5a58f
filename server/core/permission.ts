import type { Actor } from '#server/core/actor.ts'
import { isCapability, isRelation, type Permission } from '#shared/access/capabilities.ts'
import { notAllowed, notSignedIn } from '#shared/core/problems.ts'

function permits(actor: Actor, permission: Permission): boolean {
  if (permission === 'public') return true
  if (permission === 'setUp') return actor.kind === 'setUp' || (actor.kind === 'public' && actor.onThisMachine)
  if (permission === 'staff') return actor.kind === 'staff'
  if (permission === 'system') return actor.kind === 'system'
  if (isRelation(permission)) return actor.kind === 'volunteer'
  return isCapability(permission) && actor.kind === 'staff' && actor.capabilities.includes(permission)
}

/** Refuses whoever may not send this command or read at all; relations to rows are asked later, in the transaction. */
export function requirePermission(actor: Actor, { may }: { may: readonly Permission[] }): void {
  if (may.some((permission) => permits(actor, permission))) return
  throw actor.kind === 'public' ? notSignedIn({}) : notAllowed({})
}
