import { z } from 'zod'
import { id, instant, text } from '#shared/core/fields.ts'
import { consentAnswers } from '#shared/needs/consent-rules.ts'
import { limits } from '#shared/needs/limits.ts'
import { needContact } from '#shared/needs/need.ts'

const answer = z.enum(consentAnswers)

/** What the household lets the team be told, as it was last asked. One for each need, and of the same id. */
export const needConsent = z.object({
  id,
  /** Which wording was read out; empty while nobody was asked. */
  version: z.string().max(20),
  askedBy: z.string().max(30),
  askedAt: instant.nullable(),
  /** Who answered, as the need sheet says who asked: a neighbour or an agency may speak for the household. */
  answeredBy: needContact.shape.relation,
  surname: answer,
  /** Refused, the address is withheld as with 住所非開示. */
  address: answer,
  work: answer,
  health: answer,
  /** What the team does for somebody's sake (ゆっくり話す), never what somebody has; empty unless health is agreed. */
  careHint: z.string().max(limits.careHint),
})
export type NeedConsent = z.infer<typeof needConsent>

/** The answers of one asking. */
export const consentSaid = needConsent
  .pick({ version: true, answeredBy: true, surname: true, address: true, work: true, health: true })
  .extend({ careHint: text(limits.careHint) })
