import type { Center, LogEntry } from '#shared/center/center.ts'
import type { NeedsPolicy } from '#shared/center/profile.ts'
import { profileNamed } from '#shared/center/profiles.ts'
import { searcherOfKeys, searchKeys } from '#shared/core/japanese-text.ts'
import { dateOf, timeZone } from '#shared/core/time.ts'
import { type Likeness, likenessTo, type Sought } from '#shared/households/alike.ts'
import type { Household } from '#shared/households/household.ts'
import type { Need, NeedContact } from '#shared/needs/need.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { answerOverdue, awaitsAnswer, isClosed, isGateOpen, reviewDue } from '#shared/needs/rules.ts'
import { statusMark } from '#shared/needs/status-marks.ts'
import { placeText, pointOfPlace } from '#shared/places/place.ts'
import { townById } from '#shared/places/towns.ts'
import { centerNow } from '#web/core/clock.ts'
import type { MapMarker } from '#web/map/map-marker.ts'
import { stateColours } from '#web/ui/state-colours.ts'

/** The needs policy of the profile the center was opened under. */
export function needsPolicyOf(center: Center | undefined): NeedsPolicy {
  return profileNamed(center?.profileName ?? 'standard').needs
}

/** Today's date at the center, `YYYY-MM-DD`. */
export const centerToday = () => dateOf(centerNow(), timeZone)

/** What the needs desk holds; also what a search on the server brought. */
export interface NeedShelves {
  needs: readonly Need[]
  contacts: readonly NeedContact[]
  households: readonly Household[]
}

/** A need with whom and where. */
export interface NeedRow {
  need: Need
  contact: NeedContact | undefined
  household: Household | undefined
}

export function needRows({ needs, contacts, households }: NeedShelves): NeedRow[] {
  const contactOf = new Map(contacts.map((one) => [one.id, one]))
  const householdOf = new Map(households.map((one) => [one.id, one]))
  return needs.map((need) => ({
    need,
    contact: contactOf.get(need.id),
    household: householdOf.get(need.householdId),
  }))
}

export const townNameOf = (townId: string | null | undefined) => townById(townId ?? '')?.name ?? ''

export const needFilters = [
  'open',
  'received',
  'survey',
  'ready',
  'team',
  'answer',
  'review',
  'noPlace',
  'gate',
  'all',
] as const
export type NeedFilter = (typeof needFilters)[number]

const fits: Record<NeedFilter, (need: Need, today: string) => boolean> = {
  open: ({ status }) => !isClosed(status),
  received: ({ status }) => status === 'received',
  survey: ({ status }) => status === 'surveyPending' || status === 'surveyScheduled',
  ready: ({ status }) => status === 'ready' || status === 'toBeContinued',
  team: ({ status }) => status === 'assigned' || status === 'inProgress',
  answer: (need) => awaitsAnswer(need),
  review: (need, today) => reviewDue(need, today),
  noPlace: (need) => !isClosed(need.status) && !need.hasPlace,
  gate: (need) => !isClosed(need.status) && !isGateOpen(need),
  all: () => true,
}

export function needCounts(needs: readonly Need[], today: string): Record<NeedFilter, number> {
  const count = (filter: NeedFilter) => needs.filter((need) => fits[filter](need, today)).length
  return Object.fromEntries(needFilters.map((filter) => [filter, count(filter)])) as Record<NeedFilter, number>
}

/** Whom nobody has answered in time stands first, then what is urgent, then the newest. */
function byUrgency(filter: NeedFilter, today: string) {
  const rank = ({ need }: NeedRow) => {
    if (filter === 'answer') return answerOverdue(need, today) ? 0 : 1
    return need.crisis ? 0 : need.urgent ? 1 : 2
  }
  return (one: NeedRow, other: NeedRow) => {
    if (filter === 'all') return other.need.number - one.need.number
    return rank(one) - rank(other) || other.need.number - one.need.number
  }
}

/** Everything by which someone may look for a need here; by its numbers the server looks. */
function searchable({ need, contact, household }: NeedRow): (string | number)[] {
  const theirs = household ? [household.name, household.nameKana] : []
  const where = placeText(contact ?? { townId: need.townId, addressLine: '' })
  const found = [needNumberText(need.number), need.number, need.work, where, ...theirs]
  if (!contact) return found
  const { requesterName, requesterKana, landmark } = contact
  return [...found, requesterName, requesterKana, landmark]
}

interface Folded extends NeedRow {
  keys: readonly string[]
}

const foldedOf = new WeakMap<Need, Folded>()

/** Folding two thousand rows at every key would be felt; it is done again where one of the three records changed. */
function keysOf(row: NeedRow): readonly string[] {
  const kept = foldedOf.get(row.need)
  if (kept && kept.contact === row.contact && kept.household === row.household) return kept.keys
  const keys = searchKeys(...searchable(row))
  foldedOf.set(row.need, { ...row, keys })
  return keys
}

/**
 * The rows of the list; words are looked for everywhere, whatever the filter is set to. `alsoFound` are those that the
 * server found by the same words: it knows the telephone numbers too.
 */
export function listedNeeds(
  rows: readonly NeedRow[],
  filter: NeedFilter,
  words: string,
  today: string,
  alsoFound: ReadonlySet<string> = new Set(),
): NeedRow[] {
  const matches = searcherOfKeys(words)
  const typed = words.trim() !== ''
  const listed = rows.filter((row) =>
    typed ? matches(keysOf(row)) || alsoFound.has(row.need.id) : fits[filter](row.need, today),
  )
  return listed.sort(byUrgency(filter, today))
}

/** A household that may be the same, with what it asked for so far. */
export interface AlikeHousehold {
  household: Household
  likeness: Likeness
  needs: Need[]
}

/**
 * The households that may be the one on the phone, the likeliest first; at most `most`. `callers` are those whose number
 * it is, as the server says.
 */
export function alikeHouseholds(
  sought: Sought,
  shelves: NeedShelves,
  most: number,
  callers: ReadonlySet<string> = new Set(),
): AlikeHousehold[] {
  const likeness = likenessTo(sought)
  return shelves.households
    .filter(({ mergedInto }) => mergedInto === null)
    .map((household) => ({ household, likeness: likeness(household, callers.has(household.id)) }))
    .filter((one): one is Omit<AlikeHousehold, 'needs'> => one.likeness !== null)
    .sort((one, other) => other.likeness.score - one.likeness.score)
    .slice(0, most)
    .map((one) => ({ ...one, needs: shelves.needs.filter(({ householdId }) => householdId === one.household.id) }))
}

/** How a need stands on the map: at its pin, else at its town's point; null where neither is known. */
export function needMarker(need: Need, contact: NeedContact | undefined): MapMarker | null {
  const place = contact ?? { townId: need.townId, addressLine: '', lat: null, lng: null }
  const known = pointOfPlace(place)
  if (!known) return null
  const { shape, colour, letter, word } = statusMark(need.status)
  return {
    id: need.id,
    kind: 'need',
    point: known.point,
    shape,
    colour: stateColours[colour].fill,
    mark: letter,
    title: [needNumberText(need.number), townNameOf(place.townId), word].filter((part) => part !== '').join(' '),
    emphasis: need.urgent || need.crisis ? 'urgent' : 'none',
  }
}

/** Where an act names a second need: one that was merged, one a team was sent to or a report was heard for by mistake. */
const besides = ['merged', 'wrong', 'other'] as const

/** What the chronology says of one need, newest first. */
export function historyOf(number: number, entries: readonly LogEntry[]): LogEntry[] {
  return entries
    .filter(({ details }) => [details.need, ...besides.map((field) => details[field])].includes(number))
    .sort((one, other) => other.seq - one.seq)
}

/** What waits for a visit: agreed ones by their day, then the urgent, then who waits longest. */
export function surveyList(needs: readonly Need[]): Need[] {
  return needs
    .filter((need) => fits.survey(need, ''))
    .sort(
      (one, other) =>
        (one.surveyOn ?? '9999').localeCompare(other.surveyOn ?? '9999') ||
        Number(other.urgent) - Number(one.urgent) ||
        one.number - other.number,
    )
}
