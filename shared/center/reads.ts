import { z } from 'zod'
import { profileChange, seat } from '#shared/center/desk.ts'
import { defineRead } from '#shared/core/read.ts'

const count = z.number().int().min(0)

/** What a change of the form means for what is open now; each slice counts its own. */
const profileConsequences = z.object({
  /** Open needs, all of which are then shown in the other form of the sheet. */
  openNeeds: count,
  /** Open needs of which nobody has decided whether they want a survey: they wait for it, or no longer do. */
  undecidedSurveys: count,
  /** Open needs of shops, firms and farms. */
  livelihoodNeeds: count,
  teamsForming: count,
  teamsTooSmall: count,
  teamsUnbriefed: count,
  /** Phones of volunteers that are here now. */
  phones: count,
  /** Desks with an open session. */
  sessions: count,
})
export type ProfileConsequences = z.infer<typeof profileConsequences>

/** Says what another form would change, before it is taken. */
export const previewProfileChange = defineRead('center.previewProfileChange', {
  may: ['center.lead'],
  holds: [],
  input: z.object({ to: profileChange.shape.toProfile }),
  answer: profileConsequences.extend({
    seats: z.array(seat),
    /** Whether phones may check in now, and under the other form; null while no day is open. */
    publicReception: z.object({ now: z.boolean(), proposed: z.boolean() }).nullable(),
  }),
})
export type ProfilePreview = z.infer<typeof previewProfileChange.answer>
