import { z } from 'zod'
import { instant } from '#shared/core/fields.ts'
import { defineRead } from '#shared/core/read.ts'
import { inject } from '#shared/practice/inject.ts'
import { participant, roleCard } from '#shared/practice/participant.ts'

/** What no desk may know before its time: the controller alone asks for it. */
export const findWaiting = defineRead('practice.findWaiting', {
  may: ['center.lead'],
  holds: ['inject', 'roleCard'],
  revealed: true,
  input: z.strictObject({}),
  answer: z.object({ injects: z.array(inject), cards: z.array(roleCard) }),
})

/** What comes next of itself, so that the controller can let the clock leap there; an inject by its title. */
export const findNext = defineRead('practice.findNext', {
  may: ['center.lead'],
  holds: ['inject'],
  input: z.strictObject({}),
  answer: z.object({ at: instant.nullable(), title: z.string() }),
})

const ownPart = participant.omit({ cardId: true })
const ownCard = roleCard.omit({ key: true })
const ownInject = inject.pick({
  id: true,
  title: true,
  text: true,
  script: true,
  answerWithin: true,
  state: true,
  firedAt: true,
  answeredAt: true,
  answeredBy: true,
  answer: true,
})

/** What a participant's phone shows: their part, their card, and what was given to them. */
export const findMyPart = defineRead('practice.findMyPart', {
  may: ['public'],
  // Whoever asks is the participant: this is their own part, as a card that was handed to them.
  holds: [],
  input: z.object({ ownToken: z.string().regex(/^[0-9a-f]{32}$/) }),
  answer: z.object({ participant: ownPart, card: ownCard.nullable(), injects: z.array(ownInject) }),
})
