import { z } from 'zod'
import { id, requiredLine } from '#shared/core/fields.ts'

/** A person who works at a desk. The PIN lies apart, hashed, and is no record. */
export const staff = z.object({
  id,
  name: requiredLine(30),
  deskNames: z.array(z.string().max(40)).max(12),
  status: z.enum(['active', 'retired']),
})
export type Staff = z.infer<typeof staff>
