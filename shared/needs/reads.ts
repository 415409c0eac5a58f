import { z } from 'zod'
import { id } from '#shared/core/fields.ts'
import { defineRead } from '#shared/core/read.ts'
import { household } from '#shared/households/household.ts'
import { need, needContact } from '#shared/needs/need.ts'

/** Finds needs among all, also those that desks no longer hold: by words, or all those of these households. */
export const findNeeds = defineRead('needs.findNeeds', {
  may: ['contacts.read'],
  input: z.object({ words: z.string().trim().max(100), householdIds: z.array(id).max(50) }),
  answer: z.object({ needs: z.array(need), households: z.array(household), contacts: z.array(needContact) }),
})
export type FoundNeeds = z.infer<typeof findNeeds.answer>
