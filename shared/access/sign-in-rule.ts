import { z } from 'zod'
import { id, instant } from '#shared/core/fields.ts'

/** How people sign in at this center, and when a desk that nobody touches is covered. One record at most. */
export const signInRule = z.object({
  id,
  /** Whether a device other than the laptop must have seen a person's badge before name and PIN are enough there. */
  badge: z.enum(['needed', 'pinOnly']),
  /** 0: desks are never covered. */
  lockAfterMinutes: z.number().int().min(0).max(60),
})
export type SignInRule = z.infer<typeof signInRule>

/** That a person has a badge, and since when; the badge itself lies apart, hashed. Its id is the person's. */
export const staffBadge = z.object({ id, issuedAt: instant })

/** What a badge says: 128 bits, as the letters that every scanner and keyboard types alike. */
export const badgeSecret = z.string().regex(/^[0-9a-f]{32}$/)
