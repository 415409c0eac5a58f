import type { Drill, InputOf, StaffActor } from '#drills/core/drill.ts'
import { birthDateOf, inventedPhone } from '#drills/core/invented-people.ts'
import { idNamed } from '#drills/core/named-ids.ts'
import type { VolunteerKind } from '#drills/core/scenario.ts'
import { SeededRandom } from '#drills/core/seeded-random.ts'
import { type AtThePhone, atThePhone } from '#drills/players/at-the-phone.ts'
import type { Line } from '#drills/players/line.ts'
import { addDays } from '#shared/core/time.ts'
import { fiscalYearOf } from '#shared/roster/rules.ts'

/** The reception form without what only a phone adds. */
type Form = Omit<InputOf<'volunteers.checkIn'>, 'linkToken'>

/** Someone who comes to the center today. */
export interface Volunteer {
  kind: VolunteerKind
  form: Form
}

/** Who types for people without a phone, and for whoever comes to the desk. */
export interface ReceptionQueue {
  /** @param at when they came to the desk, in milliseconds */
  standInLine(volunteer: Volunteer, at: number): Promise<void>
  /** Something else that one of the clerks does, in their turn; people who sit there are told by a ring. */
  ask(minutes: number, act: (actor: StaffActor) => Promise<void>, ring?: () => Promise<string>): void
  readonly line: Line
}

/** How and when somebody comes; all of it is drawn beforehand, so that the same people come after a break. */
interface Coming extends Volunteer {
  linkToken: string
  /** How the form on their phone goes, where they have one. */
  phone: AtThePhone
  /** Comes to the desk once more, so many minutes after their phone has checked in. */
  again: { form: Form; afterMinutes: number } | undefined
}

/** Lets today's volunteers come, spread over the arrival times; those with a phone check in by the poster. */
export function playArrivals(drill: Drill, queue: ReceptionQueue): void {
  const { arrivals, kinds } = drill.scenario.volunteers
  const chance = SeededRandom.of(drill.scenario.seed, 'arrivals')
  const waves = arrivals.map(({ people, ...wave }) => ({ ...wave, people: chance.amount(people) }))
  const total = waves.reduce((sum, { people }) => sum + people, 0)
  const coming = chance.shuffled(shareOut(kinds, total))
  let index = 0
  for (const { from, to, people } of waves) {
    const [start, end] = [drill.instantOf(from), drill.instantOf(to)]
    for (let one = 0; one < people; one++) {
      const kind = coming[index++]
      if (!kind) return
      const volunteer = comingOf(drill, kind, index, chance)
      if (kind.returning) drill.at(drill.scenario.startsAt, () => register(drill, volunteer.form))
      const at = start + Math.floor(chance.fraction() * (end - start))
      drill.kinds.set(volunteer.form.attendanceId, kind)
      const act = () => (drill.isDone(checkInId(volunteer.form)) ? undefined : arrive(drill, volunteer, queue, at))
      drill.timetable.add(at, act, true)
      if (kind.by === 'phone' && !volunteer.phone.givesUp) drill.rememberToken(volunteer.linkToken)
    }
  }
}

function comingOf(drill: Drill, kind: VolunteerKind, index: number, chance: SeededRandom): Coming {
  const form = formOf(drill, kind, index, chance)
  const linkToken = chance.secret()
  const coming = { kind, form, linkToken, phone: atThePhone(drill, kind, form) }
  if (!kind.comesTwice) return { ...coming, again: undefined }
  const second = { ...form, attendanceId: chance.id(), personId: chance.id() }
  return { ...coming, again: { form: second, afterMinutes: chance.whole(8, 20) } }
}

/** One person's check-in, by whichever way, is one act. */
export const checkInId = ({ attendanceId }: Pick<Form, 'attendanceId'>) => idNamed(`check-in-${attendanceId}`)

/** Everyone's kind: as many of each as the scenario says, or each kind's share of those who come. */
function shareOut(kinds: readonly VolunteerKind[], total: number): VolunteerKind[] {
  const shares = kinds.reduce((sum, { share = 0 }) => sum + share, 0)
  if (shares === 0) return kinds.flatMap((kind) => Array.from({ length: kind.people ?? 0 }, () => kind))
  let given = 0
  let counted = 0
  return kinds.flatMap((kind) => {
    counted += kind.share ?? 0
    // Rounded on the running sum, so that nobody is left over.
    const upTo = Math.round((total * counted) / shares)
    const length = upTo - given
    given = upTo
    return Array.from({ length }, () => kind)
  })
}

async function arrive(drill: Drill, volunteer: Coming, queue: ReceptionQueue, at: number): Promise<void> {
  const { kind, form, phone } = volunteer
  drill.facts.note('arrival', form.name, { at, of: form.attendanceId })
  // Who came while screens were dark is on a sheet, also where the drill was broken off before it was keyed in.
  if (kind.by === 'proxy' || drill.control.wasDarkAt(at)) return queue.standInLine(volunteer, at)
  const doneAt = at + phone.minutes * 60_000
  drill.timetable.add(doneAt, () =>
    phone.givesUp ? queue.standInLine(volunteer, doneAt) : finishForm(drill, volunteer, queue, doneAt),
  )
}

/** The form is filled in and sent. Where the screens went dark, or the doors shut, meanwhile, there is the line. */
async function finishForm(drill: Drill, volunteer: Coming, queue: ReceptionQueue, at: number): Promise<void> {
  const { kind, form, again } = volunteer
  if (drill.control.wasDarkAt(at)) return queue.standInLine(volunteer, at)
  const input = { ...form, linkToken: volunteer.linkToken }
  if (kind.returning) await comeAgain(drill, volunteer)
  else await drill.send({ kind: 'public', onThisMachine: false }, 'volunteers.checkIn', input, { id: checkInId(form) })
  drill.facts.note('served', form.name, { at: drill.clock.milliseconds, of: form.attendanceId })
  // Whoever comes to the desk after their phone has checked in is typed in a second time, if nobody looks.
  if (again)
    drill.after(again.afterMinutes, () => queue.standInLine({ kind, form: again.form }, drill.clock.milliseconds))
}

/** Known from the roster: number and birth date say who it is, and the form is not filled in once more. */
async function comeAgain(drill: Drill, { form, linkToken }: Coming): Promise<void> {
  const { attendanceId, health, consentVersion, language, waitingListIfFull, insurance, phone, birthDate } = form
  const today = { attendanceId, health, consentVersion, language, waitingListIfFull, insurance, linkToken }
  const by = { kind: 'phoneAndBirthDate', phone, birthDate } as const
  const input = { ...today, emergency: 'asBefore', by } as const
  await drill.send({ kind: 'public', onThisMachine: false }, 'volunteers.checkInAgain', input, { id: checkInId(form) })
}

/** ボランティア登録 of somebody who comes later, keyed in long before. */
async function register(drill: Drill, form: Form): Promise<void> {
  const [lead] = drill.staff.values()
  if (!lead) return
  const { name, nameKana, affiliation, skills, licences, vehicle, experience } = form
  const { phone, birthDate, sex, email, postalCode, address } = form
  const input: InputOf<'roster.registerPerson'> = {
    personId: form.personId,
    person: { name, nameKana, affiliation, skills, licences, vehicle, experience },
    contact: { phone, birthDate, sex, email, postalCode, address },
    emergency: form.emergency,
    said: { areas: [], days: [], tools: [], languages: [], insurance: { ...form.insurance, fiscalYear: null } },
    note: '',
    consentVersion: form.consentVersion,
    knownPersonId: null,
    isAnother: true,
  }
  await drill.send(lead, 'roster.registerPerson', input, { id: idNamed(`registered-${form.personId}`) })
}

/** So many days ago; but an insurance ends with March, and whoever comes has this year's. */
function joinedOn(date: string, daysAgo: number): string {
  const [day, begins] = [addDays(date, -daysAgo), `${fiscalYearOf(date)}-04-01`]
  return day < begins ? begins : day
}

function formOf({ names, scenario }: Drill, kind: VolunteerKind, index: number, random: SeededRandom): Form {
  const name = names.next()
  const age = random.whole(...kind.ages)
  return {
    attendanceId: random.id(),
    personId: random.id(),
    ...name,
    phone: inventedPhone(index),
    birthDate: birthDateOf(age, scenario.date, random),
    sex: random.pick(['female', 'male', 'notSaid'] as const),
    email: '',
    postalCode: '',
    address: '',
    affiliation: '',
    skills: [...kind.skills],
    licences: [],
    vehicle: kind.vehicle,
    experience: random.fraction() < kind.experienced,
    guardianConsent: kind.guardianConsent,
    health: { condition: kind.concern === '' ? 'good' : 'concern', note: kind.concern },
    insurance: {
      plan: kind.plan,
      joinedOn: kind.plan === 'none' ? null : joinedOn(scenario.date, random.whole(1, 90)),
    },
    emergency: { name: `${name.name}の家族`, relation: '家族', phone: inventedPhone(5000 + index) },
    consentVersion: '2026-11',
    language: kind.language,
    waitingListIfFull: kind.waitsIfFull,
  }
}
