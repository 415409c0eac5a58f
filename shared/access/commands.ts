import { z } from 'zod'
import { defineCommand } from '#shared/core/command.ts'
import { id, instant, pin, requiredLine } from '#shared/core/fields.ts'

/** Adds a person who works at desks, with their PIN. */
export const addStaff = defineCommand('access.addStaff', {
  may: ['center.lead'],
  input: z.object({ staffId: id, name: requiredLine(30), pin, deskNames: z.array(z.string().max(40)).min(1).max(12) }),
  secret: ['pin'],
})

/** Says which desks a person staffs now. */
export const assignDesks = defineCommand('access.assignDesks', {
  may: ['center.lead'],
  input: z.object({ staffId: id, deskNames: z.array(z.string().max(40)).max(12) }),
})

export const changePin = defineCommand('access.changePin', {
  may: ['center.lead'],
  input: z.object({ staffId: id, pin }),
  secret: ['pin'],
})

export const retireStaff = defineCommand('access.retireStaff', {
  may: ['center.lead'],
  input: z.object({ staffId: id }),
})

/** Written by the sign-in itself once the PIN has been compared; never sent by a device. */
export const openSession = defineCommand('access.openSession', {
  may: ['system'],
  input: z.object({
    sessionId: id,
    staffId: id,
    tokenHash: z.string(),
    device: z.string().max(60),
    expiresAt: instant,
  }),
  secret: ['tokenHash'],
})

export const closeSession = defineCommand('access.closeSession', {
  may: ['staff', 'system'],
  input: z.object({ sessionId: id }),
})
