import { tidyText } from '#shared/core/japanese-text.ts'
import type { NeedConsent } from '#shared/needs/consent.ts'
import { type ConsentAnswers, neverAsked } from '#shared/needs/consent-rules.ts'
import type { NeedContact } from '#shared/needs/need.ts'
import { needsConsentVersion } from '#shared/texts/needs-consent.ts'
import type { InputOf } from '#web/core/send.ts'

/** What the household answers, while it is being asked. */
export interface ConsentDraft extends ConsentAnswers {
  careHint: string
}

export const emptyConsent: ConsentDraft = { ...neverAsked, careHint: '' }

/** What was said last: the next asking begins there. */
export const consentDraftOf = ({ surname, address, work, health, careHint }: NeedConsent): ConsentDraft => ({
  surname,
  address,
  work,
  health,
  careHint,
})

/** The answers as they are sent, with the wording that was read out. */
export function consentInput(
  draft: ConsentDraft,
  answeredBy: NeedContact['relation'],
): InputOf<'needs.answerConsent'>['consent'] {
  return { ...draft, careHint: tidyText(draft.careHint), answeredBy, version: needsConsentVersion }
}

/** Whether somebody speaks for a household that is not their own: it is asked itself when it is met. */
export const speaksForOthers = (relation: NeedContact['relation']) => relation !== 'self' && relation !== 'family'
