import type { z } from 'zod'
import { getCenter } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { nextNumber } from '#server/database/counters.ts'
import {
  householdNotes,
  householdPhones,
  households,
  likelyDoubles,
  standingHousehold,
} from '#server/households/households.ts'
import { consentOf } from '#server/needs/answer-consent.ts'
import { householdsThatCalled } from '#server/needs/find-callers.ts'
import { needConsents, needContacts, needPhones, needReasons, needStories, needs } from '#server/needs/needs.ts'
import type { Household } from '#shared/households/household.ts'
import { receiveNeed } from '#shared/needs/commands.ts'
import { type Need, type NeedContact, nothingSaid } from '#shared/needs/need.ts'
import { likelyDouble, paperFromFuture } from '#shared/needs/problems.ts'
import { gateAfter, gateReasonsOf, hasPlace, reachProblem, statusAtIntake } from '#shared/needs/rules.ts'
import { soughtOf } from '#shared/needs/sought.ts'

type Input = z.infer<typeof receiveNeed.input>

/** Field guide 12b, invariant 4: what may be the same household is looked at before another is made. */
async function refuseDouble(work: UnitOfWork, household: NonNullable<Input['household']>, input: Input): Promise<void> {
  const sought = soughtOf(household, input.contact)
  const doubles = await likelyDoubles(work.tx, sought, await householdsThatCalled(work.tx, sought.phones))
  const unseen = doubles.map(({ id }) => id).filter((id) => !input.lookedAt.includes(id))
  if (unseen.length === 0) return
  const theirs = await needs.where(work.tx, { householdId: unseen })
  throw likelyDouble({ householdIds: unseen, needNumbers: theirs.map(({ number }) => number) })
}

async function saveHousehold(work: UnitOfWork, input: Input): Promise<Household> {
  if (!input.household) return standingHousehold(work.tx, input.householdId)
  await refuseDouble(work, input.household, input)
  const { townId, addressLine, lat, lng, landmark } = input.contact
  const place = { townId, addressLine, lat, lng, landmark }
  const { phone, considerations, ...said } = input.household
  const has = { hasPhone: phone !== '', hasNote: considerations !== '' }
  const household: Household = { id: input.householdId, ...said, ...place, ...has, mergedInto: null }
  await households.add(work, household)
  await householdPhones.add(work, { id: household.id, phone })
  await householdNotes.add(work, { id: household.id, considerations })
  return household
}

/** What a need starts with besides what was asked. */
function untouched(work: UnitOfWork): Omit<Need, keyof Input['asked'] | 'id' | 'activationId' | 'number' | 'status'> {
  const by = work.actorName
  return {
    householdId: '',
    townId: null,
    hasPlace: false,
    addressWithheld: false,
    consentAsked: false,
    surveyOn: null,
    surveyTime: '',
    notMetCount: 0,
    gate: { closedBy: [], openedBy: null, openedAt: null },
    outcome: { answerBy: null, answeredAt: null, reviewOn: null },
    assignedCount: 0,
    teamIds: [],
    visits: 0,
    receivedAt: work.happenedAt,
    clerk: by,
    version: 1,
    changedBy: by,
    changedAt: work.now,
    statusBy: by,
    statusAt: work.happenedAt,
    before: null,
    completedAt: null,
    finishedAt: null,
    mergedInto: null,
  }
}

export const receiveNeedHandler = handle(receiveNeed, async (work, input) => {
  const problem = reachProblem({ ...input.contact, hasPhone: input.contact.requesterPhone !== '' })
  if (problem) throw problem
  if (work.happenedAt > work.now) throw paperFromFuture({})
  const { activationId } = await getCenter(work.tx)
  const household = await saveHousehold(work, input)
  const policy = work.profile.needs
  const consent = consentOf(work, { id: input.needId, relation: input.contact.relation }, input.consent)
  const need: Need = {
    ...untouched(work),
    ...input.asked,
    id: input.needId,
    activationId,
    number: await nextNumber(work.tx, `need ${activationId}`),
    householdId: household.id,
    status: 'received',
    townId: input.contact.townId,
    hasPlace: hasPlace(input.contact),
    addressWithheld: household.addressWithheld,
    consentAsked: consent.askedAt !== null,
  }
  const gate = gateAfter(need.gate, gateReasonsOf(need, undefined, policy))
  const status = statusAtIntake(need, policy)
  await needs.add(work, { ...need, gate, status })
  const { requesterPhone: phone, story, ...said } = input.contact
  const contact: NeedContact = {
    id: need.id,
    ...said,
    hasPhone: phone !== '',
    hasStory: story !== '',
    withheld: household.addressWithheld,
  }
  await needContacts.add(work, contact)
  await needConsents.add(work, consent)
  await needPhones.add(work, { id: need.id, phone })
  await needStories.add(work, { id: need.id, story })
  await needReasons.add(work, nothingSaid(need.id))
  work.describe({ need: need.number, status })
  return { number: need.number, status }
})
