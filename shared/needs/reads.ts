import { z } from 'zod'
import { id } from '#shared/core/fields.ts'
import { defineRead } from '#shared/core/read.ts'
import { household, householdNote } from '#shared/households/household.ts'
import { need, needContact, needStory } from '#shared/needs/need.ts'

/** Finds needs among all, also those that desks no longer hold: by words, or all those of these households. */
export const findNeeds = defineRead('needs.findNeeds', {
  may: ['contacts.read'],
  holds: ['need', 'household', 'needContact'],
  input: z.object({ words: z.string().trim().max(100), householdIds: z.array(id).max(50) }),
  answer: z.object({ needs: z.array(need), households: z.array(household), contacts: z.array(needContact) }),
})

/** The numbers of a need, to whoever has just revealed them. */
export const revealedPhone = defineRead('needs.revealedPhone', {
  may: ['contacts.read'],
  holds: ['needPhone', 'householdPhone'],
  revealed: true,
  input: z.object({ revealId: id }),
  answer: z.object({ requester: z.string(), household: z.string() }),
})

/** What the callers of a need said and what its household needs, to whoever has just revealed it. */
export const revealedNotes = defineRead('needs.revealedNotes', {
  may: ['center.lead', 'needs.manage'],
  holds: ['needStory', 'householdNote'],
  revealed: true,
  input: z.object({ revealId: id }),
  answer: z.object({
    story: needStory,
    note: householdNote,
    /** Of needs and households that were merged into these, where they say something else. */
    mergedStories: z.array(needStory),
    mergedNotes: z.array(householdNote),
  }),
})

/** Who and where, of a household with 住所非開示, to whoever has just revealed it. */
export const revealedPlace = defineRead('needs.revealedPlace', {
  may: ['center.lead', 'needs.manage'],
  holds: ['needContact', 'household'],
  revealed: true,
  input: z.object({ revealId: id }),
  answer: z.object({ contact: needContact, household }),
})

/** The households that belong to one of these whole numbers, so that nobody is taken down twice. */
export const findCallers = defineRead('needs.findCallers', {
  may: ['contacts.read'],
  holds: [],
  input: z.object({
    phones: z
      .array(z.string().regex(/^0\d{9,10}$/))
      .min(1)
      .max(4),
  }),
  answer: z.object({ householdIds: z.array(id) }),
})

export type FoundNeeds = z.infer<typeof findNeeds.answer>
