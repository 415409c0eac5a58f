import type { z } from 'zod'
import { handle } from '#server/core/handlers.ts'
import { type Change, changesOf, type UnitOfWork } from '#server/core/unit-of-work.ts'
import { households } from '#server/households/households.ts'
import { getStandingNeed, needConsents, needs } from '#server/needs/needs.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { answerConsent } from '#shared/needs/commands.ts'
import type { consentSaid, NeedConsent } from '#shared/needs/consent.ts'
import { consentItems, neverAsked, toldOf, wasAsked } from '#shared/needs/consent-rules.ts'
import type { NeedContact } from '#shared/needs/need.ts'
import { askedMeanwhile } from '#shared/needs/problems.ts'

type Said = z.infer<typeof consentSaid>

/** The record of one asking; without an answer, or none at all, that nobody was asked. A hint that was not agreed is not kept. */
export function consentOf(
  work: UnitOfWork,
  { id, relation }: Pick<NeedContact, 'id' | 'relation'>,
  said: Said | null,
): NeedConsent {
  if (!said || !wasAsked(said))
    return { id, version: '', askedBy: '', askedAt: null, answeredBy: relation, ...neverAsked, careHint: '' }
  const { careHint } = toldOf(said)
  return { id, ...said, careHint, askedBy: work.actorName, askedAt: work.happenedAt }
}

const itemsOf = (consent: NeedConsent) => Object.fromEntries(consentItems.map((item) => [item, consent[item]]))

/** What sheets and phones say of it: where that stays, no sheet has to be printed anew. */
const onSheets = (consent: NeedConsent) => {
  const { surname, work, careHint } = toldOf(consent)
  return JSON.stringify([surname, work, careHint])
}

/** The household is asked again, or for the first time: what it says now holds, and sheets that say more are out of date. */
export const answerConsentHandler = handle(answerConsent, async (work, { needId, seenAskedAt, consent }) => {
  const need = await getStandingNeed(work.tx, needId)
  const before = await needConsents.get(work.tx, need.id)
  if (before.askedAt !== seenAskedAt) {
    const at = before.askedAt === null ? '' : clockOf(before.askedAt, timeZone)
    throw askedMeanwhile({ number: need.number, by: before.askedBy, at })
  }
  const now = consentOf(work, { id: need.id, relation: consent.answeredBy }, consent)
  await needConsents.save(work, now)
  const rewritten = { version: need.version + 1, changedBy: work.actorName, changedAt: work.now }
  await needs.save(work, {
    ...need,
    consentAsked: wasAsked(now),
    ...(onSheets(before) === onSheets(now) ? {} : rewritten),
  })
  work.describe({ need: need.number, ...itemsOf(now) })
})

/** An address that was refused is withheld as with 住所非開示, and stays so until the sheet says otherwise. */
export async function withholdRefused(work: UnitOfWork, changes: readonly Change[]): Promise<void> {
  const refused = changesOf(changes, 'needConsent').flatMap(({ record }) => (record.address === 'no' ? record.id : []))
  for (const { householdId } of refused.length === 0 ? [] : await needs.where(work.tx, { id: refused })) {
    const household = await households.find(work.tx, householdId)
    if (household && !household.addressWithheld) await households.save(work, { ...household, addressWithheld: true })
  }
}

/** Whether somebody of this household has refused that its address be told. */
export async function refusedAddress(work: UnitOfWork, householdId: string): Promise<boolean> {
  const ids = (await needs.where(work.tx, { householdId })).map(({ id }) => id)
  return (await needConsents.where(work.tx, { id: ids, address: 'no' })).length > 0
}
