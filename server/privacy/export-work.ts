import { CompiledQuery } from 'kysely'
import { days } from '#server/center/centers.ts'
import type { Tx } from '#server/database/record-table.ts'
import { groupVisits } from '#server/groups/visits.ts'
import { householdNotes, householdPhones, households } from '#server/households/households.ts'
import { needConsents, needContacts, needPhones, needStories, needs } from '#server/needs/needs.ts'
import { byId, type Column, exported, list } from '#server/privacy/export-columns.ts'
import { teams } from '#server/teams/teams.ts'
import { attendances } from '#server/volunteers/attendances.ts'
import { personContacts } from '#server/volunteers/persons.ts'
import { formatPhone } from '#shared/core/phone-number.ts'
import { clockOf, dateOf, minutesBetween, timeZone } from '#shared/core/time.ts'
import type { Household } from '#shared/households/household.ts'
import type { NeedConsent } from '#shared/needs/consent.ts'
import { neverAsked, type Told, toldOf } from '#shared/needs/consent-rules.ts'
import type { Need, NeedContact } from '#shared/needs/need.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { statusMark } from '#shared/needs/status-marks.ts'
import { townById } from '#shared/places/towns.ts'
import { hoursOf } from '#shared/reports/day-summary.ts'
import { attendanceStatusTexts } from '#shared/texts/attendance-status.ts'
import { exportAges, exportPlans, exportHeads as heads, exportWords as words } from '#shared/texts/exports.ts'
import { choiceWords } from '#shared/texts/need-words.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import type { PersonContact } from '#shared/volunteers/person.ts'

const clock = (at: string | null) => (at === null ? '' : clockOf(at, timeZone))
const dayOf = (at: string | null) => (at === null ? '' : dateOf(at, timeZone))
const yesNo = (said: boolean) => (said ? words.yes : words.no)

interface AttendanceRow {
  date: string
  attendance: Attendance
  group: number | null
  team: number | null
  contact: PersonContact | undefined
}

/** From the departure to the return, as the daily report counts; nothing while somebody is still out. */
function hours({ sentOutAt, returnedAt }: Attendance): number | null {
  return sentOutAt === null || returnedAt === null ? null : hoursOf(minutesBetween(sentOutAt, returnedAt))
}

const attendanceColumns: readonly Column<AttendanceRow>[] = [
  { head: heads.date, of: ({ date }) => date },
  { head: heads.number, of: ({ attendance }) => attendance.number },
  { head: heads.name, personal: true, of: ({ attendance }) => attendance.name },
  { head: heads.nameKana, personal: true, of: ({ attendance }) => attendance.nameKana },
  { head: heads.phone, personal: true, of: ({ contact }) => formatPhone(contact?.phone ?? '') },
  { head: heads.birthDate, personal: true, of: ({ contact }) => contact?.birthDate ?? '' },
  { head: heads.address, personal: true, of: ({ contact }) => contact?.address ?? '' },
  { head: heads.status, of: ({ attendance }) => attendanceStatusTexts[attendance.status].ja },
  { head: heads.ageBand, of: ({ attendance }) => exportAges[attendance.ageBand] },
  { head: heads.cameBefore, of: ({ attendance }) => yesNo(attendance.cameBefore) },
  { head: heads.group, of: ({ group }) => (group === null ? '' : `G-${group}`) },
  { head: heads.team, of: ({ team }) => team },
  { head: heads.insurance, of: ({ attendance }) => exportPlans[attendance.insurance.plan] },
  { head: heads.checkedInAt, of: ({ attendance }) => clock(attendance.checkedInAt) },
  { head: heads.sentOutAt, of: ({ attendance }) => clock(attendance.sentOutAt) },
  { head: heads.returnedAt, of: ({ attendance }) => clock(attendance.returnedAt) },
  { head: heads.leftAt, of: ({ attendance }) => clock(attendance.leftAt) },
  { head: heads.hours, of: ({ attendance }) => hours(attendance) },
]

async function readAttendances(tx: Tx, dayId: string, personal: boolean): Promise<AttendanceRow[]> {
  const { date } = await days.get(tx, dayId)
  const all = (await attendances.where(tx, { dayId })).toSorted((one, other) => one.number - other.number)
  const visits = byId(await groupVisits.where(tx, { dayId }))
  const ofDay = byId(await teams.where(tx, { dayId }))
  const contacts = byId(personal ? await personContacts.where(tx, { id: all.map((one) => one.personId) }) : [])
  return all.map((attendance) => ({
    date,
    attendance,
    group: visits.get(attendance.groupVisitId ?? '')?.number ?? null,
    team: ofDay.get(attendance.teamId ?? '')?.number ?? null,
    contact: contacts.get(attendance.personId),
  }))
}

async function counted(tx: Tx, sql: string, parameter: string): Promise<number> {
  return (await tx.executeQuery<{ rows: number }>(CompiledQuery.raw(sql, [parameter]))).rows[0]?.rows ?? 0
}

export const attendancesExport = exported(
  attendanceColumns,
  (tx, { dayId }) => counted(tx, 'select count(*) as rows from attendance where day_id = ?', dayId ?? ''),
  (tx, { dayId }, personal) => readAttendances(tx, dayId ?? '', personal),
)

interface NeedRow {
  need: Need
  contact: NeedContact | undefined
  household: Household | undefined
  phone: string
  story: string
  considerations: string
  /** What a team would be told: a file that leaves the center says no more. */
  told: Told
}

/** Nobody was asked: names and work as a team would be told them. */
const unasked = toldOf({ ...neverAsked, careHint: '' })

const toldIn = (consent: NeedConsent | undefined) => (consent ? toldOf(consent) : unasked)

const nameIn = ({ told }: NeedRow, name: string | undefined) => (told.surname ? (name ?? '') : words.withheld)

const needColumns: readonly Column<NeedRow>[] = [
  { head: heads.need, of: ({ need }) => needNumberText(need.number) },
  { head: heads.receivedOn, of: ({ need }) => dayOf(need.receivedAt) },
  { head: heads.status, of: ({ need }) => statusMark(need.status).word },
  { head: heads.requester, personal: true, of: (row) => nameIn(row, row.contact?.requesterName) },
  { head: heads.requesterKana, personal: true, of: (row) => nameIn(row, row.contact?.requesterKana) },
  {
    head: heads.relation,
    personal: true,
    of: ({ contact }) => (contact ? choiceWords.relation[contact.relation] : ''),
  },
  { head: heads.phone, personal: true, of: ({ phone }) => formatPhone(phone) },
  { head: heads.household, personal: true, of: (row) => nameIn(row, row.household?.name) },
  { head: heads.town, of: ({ need }) => townById(need.townId ?? '')?.name ?? '' },
  { head: heads.addressLine, personal: true, of: ({ contact }) => contact?.addressLine ?? '' },
  { head: heads.channel, of: ({ need }) => choiceWords.channel[need.channel] },
  { head: heads.categories, of: ({ need }) => list(need.categories.map((one) => choiceWords.categories[one])) },
  // Words of one's own may name whoever asked; they go where the names go.
  { head: heads.work, personal: true, of: ({ need, told }) => (told.work ? need.work : words.withheld) },
  { head: heads.story, personal: true, of: ({ story, told }) => (told.work ? story : words.withheld) },
  {
    head: heads.considerations,
    personal: true,
    of: ({ considerations, told }) => (told.care ? considerations : words.withheld),
  },
  { head: heads.headcount, of: ({ need }) => need.headcount },
  { head: heads.tools, of: ({ need }) => list(need.tools) },
  { head: heads.urgent, of: ({ need }) => yesNo(need.urgent) },
  { head: heads.watch, of: ({ need }) => yesNo(need.watch) },
  { head: heads.survey, of: ({ need }) => choiceWords.survey[need.survey] },
  { head: heads.surveyOn, of: ({ need }) => need.surveyOn },
  { head: heads.sticker, of: ({ need }) => choiceWords.sticker[need.sticker] },
  { head: heads.wishedDate, of: ({ need }) => need.wishedDate },
  { head: heads.visits, of: ({ need }) => need.visits },
  { head: heads.completedOn, of: ({ need }) => dayOf(need.completedAt) },
]

const unsaid = { phone: '', story: '', considerations: '', told: unasked }

async function readNeeds(tx: Tx, activationId: string, personal: boolean): Promise<NeedRow[]> {
  // 住所非開示: never in a file, whoever asks.
  const asked = await needs.where(tx, { activationId, addressWithheld: false })
  const all = asked.filter(({ mergedInto }) => mergedInto === null).toSorted((one, other) => one.number - other.number)
  if (!personal) return all.map((need) => ({ need, contact: undefined, household: undefined, ...unsaid }))
  const contacts = byId(await needContacts.where(tx, {}))
  const said = byId(await needConsents.where(tx, {}))
  const homes = byId(await households.where(tx, { addressWithheld: false }))
  const numbers = byId(await needPhones.where(tx, {}))
  const homeNumbers = byId(await householdPhones.where(tx, {}))
  const stories = byId(await needStories.where(tx, {}))
  const notes = byId(await householdNotes.where(tx, {}))
  return all.flatMap((need) => {
    const household = homes.get(need.householdId)
    const phone = numbers.get(need.id)?.phone || (homeNumbers.get(need.householdId)?.phone ?? '')
    if (!household) return []
    const story = stories.get(need.id)?.story ?? ''
    const considerations = notes.get(need.householdId)?.considerations ?? ''
    const told = toldIn(said.get(need.id))
    return [{ need, contact: contacts.get(need.id), household, phone, story, considerations, told }]
  })
}

const countNeeds =
  'select count(*) as rows from need where activation_id = ? and address_withheld = 0 and merged_into is null'

export const needsExport = exported(
  needColumns,
  (tx, { activationId }) => counted(tx, countNeeds, activationId),
  (tx, { activationId }, personal) => readNeeds(tx, activationId, personal),
)
