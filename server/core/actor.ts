import type { Audience } from '#shared/access/audiences.ts'
import { audiencesOfStaff, audiencesOfVolunteer } from '#shared/access/audiences.ts'
import type { Capability } from '#shared/access/capabilities.ts'

/** Who acts. */
export type Actor =
  | { kind: 'public'; onThisMachine: boolean }
  | { kind: 'staff'; staffId: string; sessionId: string; name: string; capabilities: readonly Capability[] }
  | { kind: 'volunteer'; attendanceId: string }
  | { kind: 'setUp' }
  | { kind: 'system' }

/** The name the chronology shows for an actor; never a volunteer's or survivor's. */
export function actorName(actor: Actor): string {
  return actor.kind === 'staff' ? actor.name : ''
}

/** The id that the log keeps. */
export function actorId(actor: Actor): string | null {
  if (actor.kind === 'staff') return actor.staffId
  return actor.kind === 'volunteer' ? actor.attendanceId : null
}

/** What this actor's devices are told of. */
export function audiencesOfActor(actor: Actor): Audience[] {
  if (actor.kind === 'staff') return audiencesOfStaff(actor.capabilities)
  if (actor.kind === 'volunteer') return audiencesOfVolunteer(actor.attendanceId)
  return ['everyone']
}
