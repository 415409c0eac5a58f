import { z } from 'zod'
import { deskName } from '#shared/center/desk.ts'
import { id, instant, line, requiredLine, text } from '#shared/core/fields.ts'
import { participantRoles } from '#shared/practice/roles.ts'

export const participantRole = z.enum(participantRoles)

/** Who plays a desk: people, or the simulated players. */
export const drillSeat = z.object({
  id,
  deskName,
  player: z.enum(['simulated', 'human']),
  since: instant,
  byName: line(40),
})
export type DrillSeat = z.infer<typeof drillSeat>

/** A person who takes part, by the part they play; joined by the drill's QR, without an account. */
export const participant = z.object({
  id,
  role: participantRole,
  name: requiredLine(30),
  /** Whose desk they staff or observe. */
  deskName: deskName.nullable(),
  /** The card they play from. */
  cardId: id.nullable(),
  joinedAt: instant,
  leftAt: instant.nullable(),
})
export type Participant = z.infer<typeof participant>

/** 役割カード: who somebody is in the drill, what happened to them, what they know and what they do not. */
export const roleCard = z.object({
  id,
  key: line(40),
  role: participantRole,
  title: line(60),
  who: text(300),
  whatHappened: text(500),
  knows: text(500),
  doesNotKnow: text(500),
  saysFirst: text(300),
})
export type RoleCard = z.infer<typeof roleCard>
