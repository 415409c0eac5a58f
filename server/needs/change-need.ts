import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { getHousehold, householdNotes, householdPhones, households } from '#server/households/households.ts'
import { refusedAddress } from '#server/needs/answer-consent.ts'
import { getStandingNeed, needContacts, needPhones, needStories, needs, standingNeed } from '#server/needs/needs.ts'
import { latestSurvey } from '#server/needs/site-surveys.ts'
import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import { addToNeed, changeNeed } from '#shared/needs/commands.ts'
import { limits } from '#shared/needs/limits.ts'
import type { Need, NeedContact } from '#shared/needs/need.ts'
import { addressRefused, changedMeanwhile, storyFull } from '#shared/needs/problems.ts'
import { gateAfter, gateReasonsOf, hasPlace, reachProblem } from '#shared/needs/rules.ts'

/** Who wrote what was asked, and that it is another text now. */
const written = (work: UnitOfWork, need: Need) => ({
  version: need.version + 1,
  changedBy: work.actorName,
  changedAt: work.now,
})

type Place = Pick<NeedContact, 'townId' | 'addressLine' | 'lat' | 'lng' | 'landmark'>

const placeOf = ({ townId, addressLine, lat, lng, landmark }: Place): Place => ({
  townId,
  addressLine,
  lat,
  lng,
  landmark,
})

const samePlace = (one: Place, other: Place) => JSON.stringify(placeOf(one)) === JSON.stringify(placeOf(other))

/** A number or note that is not said stays. */
const hasAfter = (has: boolean, said: string | null) => (said === null ? has : said !== '')

export const changeNeedHandler = handle(changeNeed, async (work, input) => {
  const need = await getStandingNeed(work.tx, input.needId)
  if (need.version !== input.basedOnVersion) {
    throw changedMeanwhile({ number: need.number, by: need.changedBy, at: clockOf(need.changedAt, timeZone) })
  }
  const contact = await needContacts.get(work.tx, need.id)
  const { requesterPhone, story, ...said } = input.contact
  const hasPhone = hasAfter(contact.hasPhone, requesterPhone)
  const problem = reachProblem({ ...said, hasPhone })
  if (problem) throw problem
  const household = await getHousehold(work.tx, need.householdId)
  // The work may be elsewhere than the household lives; as long as both were one place, they stay one.
  const place = samePlace(household, contact) ? placeOf(input.contact) : placeOf(household)
  const { phone, considerations, ...saidOfHousehold } = input.household
  if (!saidOfHousehold.addressWithheld && (await refusedAddress(work, household.id)))
    throw addressRefused({ number: need.number })
  const has = { hasPhone: hasAfter(household.hasPhone, phone), hasNote: hasAfter(household.hasNote, considerations) }
  await households.save(work, { ...household, ...saidOfHousehold, ...place, ...has })
  await needContacts.save(work, { ...contact, ...said, hasPhone, hasStory: hasAfter(contact.hasStory, story) })
  if (considerations !== null) await householdNotes.save(work, { id: household.id, considerations })
  if (story !== null) await needStories.save(work, { id: need.id, story })
  if (phone !== null) await householdPhones.save(work, { id: household.id, phone })
  if (requesterPhone !== null) await needPhones.save(work, { id: need.id, phone: requesterPhone })
  const changed: Need = {
    ...need,
    ...input.asked,
    ...written(work, need),
    townId: input.contact.townId,
    hasPlace: hasPlace(input.contact),
  }
  const reasons = gateReasonsOf(changed, await latestSurvey(work.tx, need.id), work.profile.needs)
  await needs.save(work, { ...changed, gate: gateAfter(need.gate, reasons) })
  work.describe({ need: need.number })
})

export const addToNeedHandler = handle(addToNeed, async (work, { needId, words }) => {
  // Who adds to a number that was merged adds to the need that stands for it.
  const need = await standingNeed(work.tx, needId)
  const contact = await needContacts.get(work.tx, need.id)
  const when = `${dateOf(work.happenedAt, timeZone).slice(5).replace('-', '/')} ${clockOf(work.happenedAt, timeZone)}`
  const added = `[${when} ${work.actorName}] ${words}`
  const { story: before } = await needStories.get(work.tx, need.id)
  const story = before === '' ? added : `${before}\n${added}`
  if (story.length > limits.story) {
    const left = Math.max(0, limits.story - before.length - (added.length - words.length) - 1)
    throw storyFull({ number: need.number, left })
  }
  await needStories.save(work, { id: need.id, story })
  await needContacts.save(work, { ...contact, hasStory: true })
  await needs.save(work, { ...need, ...written(work, need) })
  work.describe({ need: need.number })
})
