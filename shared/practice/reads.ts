import { z } from 'zod'
import { instant } from '#shared/core/fields.ts'
import { defineRead } from '#shared/core/read.ts'
import { drillState } from '#shared/practice/drill-state.ts'
import { inject } from '#shared/practice/inject.ts'
import { drillFact } from '#shared/practice/outcome.ts'
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

/** What really happened, for the runner alone, which wrote it: it goes on from there after the drill was broken off. */
export const findFacts = defineRead('practice.findFacts', {
  may: ['system'],
  holds: [],
  input: z.strictObject({}),
  answer: z.object({
    facts: z.array(drillFact.pick({ id: true, kind: true, key: true, happenedAt: true, onPaper: true })),
  }),
})

/**
 * How many came and have no number yet, by what simulated people know: no record has them. Whoever stands there in flesh
 * and blood is known to nobody before they have a number.
 */
export const findBeforeReception = defineRead('practice.findBeforeReception', {
  may: ['center.lead'],
  holds: [],
  input: z.strictObject({}),
  answer: z.object({ line: z.number().int(), fillingIn: z.number().int() }),
})

/** What every page of a drill may know, without an account: whose drill it is, its time, and whether screens are dark. */
export const showDrill = defineRead('practice.showDrill', {
  may: ['public'],
  holds: ['center', 'drillState'],
  input: z.strictObject({}),
  answer: z.object({
    centerName: z.string(),
    /** What survivors in the drill call; never a real household's number. */
    centerPhone: z.string(),
    now: instant,
    drill: drillState
      .pick({ title: true, startedAt: true, speed: true, devicesOff: true, phase: true, soloDesk: true })
      .nullable(),
    /** Where people may sit down who join by the poster, as the center calls its desks. */
    desks: z.array(z.object({ name: z.string(), title: z.string(), work: z.array(z.string()) })),
  }),
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
  seenAt: true,
})

/** What a participant's phone shows: their part, their card, and what was given to them. */
export const findMyPart = defineRead('practice.findMyPart', {
  may: ['public'],
  // Whoever asks is the participant: this is their own part, as a card that was handed to them.
  holds: [],
  input: z.object({ ownToken: z.string().regex(/^[0-9a-f]{32}$/) }),
  answer: z.object({ participant: ownPart, card: ownCard.nullable(), injects: z.array(ownInject) }),
})
