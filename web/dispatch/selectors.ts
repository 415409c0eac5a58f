import { profileNamed } from '#shared/center/profiles.ts'
import { timeZone } from '#shared/core/time.ts'
import type { Setting, TeamInView } from '#shared/dispatch/rules.ts'
import { isMinorsAlone, uninsuredOf } from '#shared/dispatch/rules.ts'
import type { Need } from '#shared/needs/need.ts'
import { townById, towns } from '#shared/places/towns.ts'
import { isActive } from '#shared/teams/rules.ts'
import type { Team } from '#shared/teams/team.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { may } from '#web/core/session.ts'
import type { Store } from '#web/core/store.ts'
import { dispatchTexts } from '#web/texts/dispatch.ts'
import type { PersonBadge } from '#web/ui/person-token.tsx'
import { otherNumbersOf } from '#web/volunteers/selectors.ts'

interface Filter {
  town: string
  category: string
  state: string
  urgent: boolean
}

export function townName(townId: string | null): string {
  return townId === null ? dispatchTexts.noPlace : (townById(townId)?.name ?? dispatchTexts.noPlace)
}

const baseOf = (need: Need) => (need.townId === null ? '' : (townById(need.townId)?.base ?? ''))

/** Whether wall and map show a need under this filter. */
export function passes(need: Need, { town, category, state, urgent }: Filter): boolean {
  if (town !== '' && baseOf(need) !== town) return false
  if (category !== '' && !need.categories.some((one) => one === category)) return false
  if (state !== '' && need.status !== state) return false
  return !urgent || need.urgent
}

/** The districts in which something is asked for now. */
export function districtsOf(needs: readonly Need[]): string[] {
  return [...new Set(needs.map(baseOf))]
    .filter((base) => base !== '')
    .sort((one, other) => one.localeCompare(other, 'ja'))
}

const urgencyOf = ({ crisis, urgent }: Need) => (crisis ? 0 : urgent ? 1 : 2)

/** Comparing two names in Japanese order takes long, and a sort of two thousand needs would do it twenty thousand times. */
const ranks = new Map(
  [...towns].sort((one, other) => one.name.localeCompare(other.name, 'ja')).map(({ id }, rank) => [id, rank]),
)

/** Needs without a place stand at the end, where whoever asks the way finds them together. */
const townRank = (townId: string | null) => ranks.get(townId ?? '') ?? ranks.size

const orders: Record<string, (one: Need, other: Need) => number> = {
  urgency: (one, other) => urgencyOf(one) - urgencyOf(other) || one.number - other.number,
  number: (one, other) => one.number - other.number,
  town: (one, other) => townRank(one.townId) - townRank(other.townId) || one.number - other.number,
  waiting: (one, other) => (one.receivedAt < other.receivedAt ? -1 : 1),
}

export function sorted(needs: readonly Need[], sort: string): Need[] {
  return [...needs].sort(orders[sort] ?? orders.number)
}

/** The teams that stand at a need now, in the order of their numbers. */
export function teamsAt(store: Store, needId: string | null): Team[] {
  return store
    .by('team', 'needId', needId)
    .filter(isActive)
    .sort((one, other) => one.number - other.number)
}

export function membersOf(store: Store, team: Team): Attendance[] {
  return team.members.flatMap(({ attendanceId }) => store.get('attendance', attendanceId) ?? [])
}

/** A team with all that its departure depends on, as this desk holds it. */
export function teamInView(store: Store, team: Team): TeamInView {
  const workOrder = store.get('workOrder', team.workOrderId)
  return { team, members: membersOf(store, team), need: store.get('need', team.needId), workOrder }
}

/** The day and its policies, as this desk holds them. */
export function settingNow(store: Store): Setting {
  const [center] = store.all('center')
  const day = store.all('day').find(({ status }) => status === 'open')
  const { dispatch: policy, insurance } = profileNamed(center?.profileName ?? 'standard')
  const stop = store.all('notice').find((one) => one.dayId === day?.id && one.kind === 'stop' && one.liftedAt === null)
  return {
    hazard: center?.hazard ?? 'floodOrWind',
    date: day?.date ?? '',
    policy,
    insurance,
    stop,
    zone: timeZone,
    byLead: may('center.lead'),
  }
}

const { badges } = dispatchTexts

/** What a name note says besides number and name. */
export function badgesOf(person: Attendance, setting: Pick<Setting, 'date' | 'hazard'>): PersonBadge[] {
  const uninsured = uninsuredOf([person], setting).length > 0
  const list: PersonBadge[] = []
  if (person.ageBand === 'under18') list.push({ ...badges.minor, tone: 'warning' })
  if (person.guardianConsent === 'missing') list.push({ ...badges.consent, tone: 'warning' })
  list.push(uninsured ? { ...badges.uninsured, tone: 'warning' } : { ...badges.insured, tone: 'good' })
  if (person.vehicle !== 'none') list.push(badges[person.vehicle])
  if (person.experience) list.push({ ...badges.experience, tone: 'good' })
  return [...list, ...person.skills.slice(0, 2).map((skill) => ({ mark: skill.slice(0, 4), word: skill }))]
}

/** With which group somebody came. */
export function groupBadge(store: Store, { groupVisitId }: Attendance): PersonBadge[] {
  const visit = store.get('groupVisit', groupVisitId)
  return visit ? [{ mark: `G-${visit.number}`, word: visit.name }] : []
}

/** A team's people at a glance: how many of each, and what will stop it. */
export function glanceOf(people: readonly Attendance[], setting: Pick<Setting, 'date' | 'hazard'>) {
  const { glance } = dispatchTexts
  const count = (test: (one: Attendance) => boolean) => people.filter(test).length
  const minors = count(({ ageBand }) => ageBand === 'under18')
  const uninsured = uninsuredOf(people, setting).length
  const skills = [...new Set(people.flatMap((one) => one.skills))]
  const facts = [
    { text: glance.adults(people.length - minors), warning: isMinorsAlone(people) },
    ...(minors > 0 ? [{ text: glance.minors(minors), warning: isMinorsAlone(people) }] : []),
    { text: glance.vehicles(count(({ vehicle }) => vehicle !== 'none')), warning: false },
    { text: glance.experienced(count(({ experience }) => experience)), warning: false },
    { text: uninsured > 0 ? glance.uninsured(uninsured) : glance.insured, warning: uninsured > 0 },
  ]
  return [...facts, ...skills.map((text) => ({ text, warning: false }))]
}

/** Whom the desk may take: waiting people, in the order they came. */
export function waitingPeople(store: Store): Attendance[] {
  return store
    .all('attendance')
    .filter(({ status, teamId }) => status === 'waiting' && teamId === null)
    .sort((one, other) => one.number - other.number)
}

interface PeopleFilter {
  words: string
  marks: readonly string[]
}

const traits: Record<string, (one: Attendance) => boolean> = {
  vehicle: ({ vehicle }) => vehicle !== 'none',
  experience: ({ experience }) => experience,
  adults: ({ ageBand }) => ageBand !== 'under18',
}

/** Narrows waiting people by number or name and by what they can do; every mark must fit. */
export function narrowPeople(people: readonly Attendance[], { words, marks }: PeopleFilter): Attendance[] {
  const wanted = words.normalize('NFKC').trim()
  const fitsWords = (one: Attendance) =>
    wanted === '' ||
    [one.number, ...otherNumbersOf(one)].some((number) => String(number) === wanted) ||
    one.name.includes(wanted) ||
    one.nameKana.includes(wanted)
  const fitsMark = (one: Attendance, mark: string) => traits[mark]?.(one) ?? one.skills.includes(mark)
  return people.filter((one) => fitsWords(one) && marks.every((mark) => fitsMark(one, mark)))
}

export const familyName = (name: string) => name.split(/[\s\u3000]/)[0] ?? name
