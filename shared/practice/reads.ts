import { z } from 'zod'
import { defineRead } from '#shared/core/read.ts'
import { inject } from '#shared/practice/inject.ts'
import { participant, roleCard } from '#shared/practice/participant.ts'

/** What no desk may know before its time: the controller alone asks for it. */
export const findWaiting = defineRead('practice.findWaiting', {
  may: ['center.lead'],
  input: z.strictObject({}),
  answer: z.object({ injects: z.array(inject), cards: z.array(roleCard) }),
})

/** What a participant's phone shows: their part, their card, and what was given to them. */
export const findMyPart = defineRead('practice.findMyPart', {
  may: ['public'],
  input: z.object({ ownToken: z.string().regex(/^[0-9a-f]{32}$/) }),
  answer: z.object({ participant, card: roleCard.nullable(), injects: z.array(inject) }),
})
