import { z } from 'zod'
import { deskWorks } from '#shared/center/desk-works.ts'
import { id, instant, line, requiredLine } from '#shared/core/fields.ts'

export const deskName = z.string().min(1).max(40)

/**
 * A desk as this center has it. It is made of the work of the profile's desks, so that panels and rights stay data of
 * the profile: a desk that was merged does the work of two.
 */
export const ownDesk = z.object({
  name: deskName,
  /** Empty where the dictionary's word for its name is kept. */
  label: line(20),
  work: z.array(z.enum(deskWorks)).min(1).max(deskWorks.length),
  lanes: z.number().int().min(1).max(10),
})
export type OwnDesk = z.infer<typeof ownDesk>

/** The center's own desks, one record; empty while it has the profile's. */
export const deskList = z.object({ id, desks: z.array(ownDesk).max(24) })

export const seat = z.object({ staffId: id, deskNames: z.array(deskName).max(12) })
/** Which desks a person staffs. */
export type Seat = z.infer<typeof seat>

/** One change of the center's form (体制), with all that its undo puts back. */
export const profileChange = z.object({
  id,
  fromProfile: z.enum(['standard', 'small']),
  toProfile: z.enum(['standard', 'small']),
  at: instant,
  changedBy: z.string().max(30),
  /** The number of the act; whatever has a later one was made under the new form. */
  seq: z.number().int(),
  before: z.object({
    desks: z.array(ownDesk).max(24),
    seats: z.array(seat).max(200),
    /** Whether phones could check in, where a day was open. */
    publicReception: z.boolean().nullable(),
  }),
  undoneAt: instant.nullable(),
  undoneBy: z.string().max(30).nullable(),
})
export type ProfileChange = z.infer<typeof profileChange>

/** A desk handed over (引継ぎ): to whom, with what they must know. */
export const handOver = z.object({
  id,
  dayId: id.nullable(),
  deskName,
  fromStaffId: id.nullable(),
  fromName: z.string().max(30),
  toStaffId: id,
  toName: z.string().max(30),
  note: z.string().max(500),
  at: instant,
  /** When the new person said that they have read it. */
  readAt: instant.nullable(),
})
export type HandOver = z.infer<typeof handOver>

export const newDesk = z.object({ deskName, label: requiredLine(20) })
