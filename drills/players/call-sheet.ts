import type { InputOf } from '#drills/core/drill.ts'
import { idNamed } from '#drills/core/named-ids.ts'
import type { Call } from '#drills/core/scenario.ts'
import { needsConsentVersion } from '#shared/texts/needs-consent.ts'

export const needIdOf = (call: Pick<Call, 'name'>) => idNamed(`need-${call.name}`)

/** The need sheet as the clerk fills it in while listening. */
export function needFormOf({ name, asked, household, contact }: Call): InputOf<'needs.receiveNeed'> {
  const self = { requesterName: household.name, requesterKana: household.nameKana, requesterPhone: household.phone }
  return {
    needId: idNamed(`need-${name}`),
    householdId: idNamed(`household-${name}`),
    household: { ...household, addressWithheld: false },
    lookedAt: [],
    asked,
    contact: contact.requesterName === '' ? { ...contact, ...self } : contact,
    consent: {
      version: needsConsentVersion,
      answeredBy: contact.relation,
      surname: 'yes',
      address: 'yes',
      work: 'yes',
      health: 'notAsked',
      careHint: '',
    },
  }
}
