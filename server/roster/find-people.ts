import { CompiledQuery } from 'kysely'
import type { z } from 'zod'
import { findOpenDay } from '#server/center/centers.ts'
import { answerRead, type Reading } from '#server/core/reads.ts'
import type { Tx } from '#server/database/record-table.ts'
import { registrations } from '#server/roster/registrations.ts'
import {
  allOf,
  type Condition,
  oneOfOrOpen,
  standingCondition,
  together,
  wordConditions,
} from '#server/roster/search-conditions.ts'
import { attendances } from '#server/volunteers/attendances.ts'
import { personContacts, persons } from '#server/volunteers/persons.ts'
import { dateOf, timeZone } from '#shared/core/time.ts'
import { rosterLimits } from '#shared/roster/limits.ts'
import { type FoundPerson, findPeople } from '#shared/roster/reads.ts'
import type { Registration } from '#shared/roster/registration.ts'
import { standingOf } from '#shared/roster/rules.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'

type Sought = z.infer<typeof findPeople.input>

/** Whether whoever asks may see how people are reached. */
export const mayReach = ({ mayHold }: Pick<Reading, 'mayHold'>): boolean => mayHold('personContact')

function conditionsOf(sought: Sought, today: string, withPhone: boolean): Condition {
  const vehicles: Condition[] =
    sought.vehicles.length === 0
      ? []
      : [{ sql: `p.vehicle in (${sought.vehicles.map(() => '?').join(', ')})`, parameters: [...sought.vehicles] }]
  const standing = sought.among === 'everyone' ? [] : [standingCondition(sought.among, today)]
  return together([
    ...wordConditions(sought.words, 'person', withPhone),
    ...standing,
    ...allOf('p.skills', sought.skills),
    ...oneOfOrOpen('r.areas', sought.area === '' ? [] : [sought.area]),
    ...oneOfOrOpen('r.days', sought.days),
    ...vehicles,
  ])
}

/** Everybody with a key, and their registration where there is one; keys are narrow rows, read before all others. */
function fromOf({ among }: Sought): string {
  const registration = `${among === 'everyone' ? 'left join' : 'join'} registration r on r.id = k.id`
  return `from person_key k ${registration} join person p on p.id = k.id`
}

async function idsOf(tx: Tx, sought: Sought, where: Condition): Promise<{ ids: string[]; total: number }> {
  const from = fromOf(sought)
  const select = `select k.id ${from} where ${where.sql} order by k.key limit ${rosterLimits.found}`
  const { rows } = await tx.executeQuery<{ id: string }>(CompiledQuery.raw(select, where.parameters))
  const ids = rows.map(({ id }) => id)
  if (ids.length < rosterLimits.found) return { ids, total: ids.length }
  const count = CompiledQuery.raw(`select count(*) as total ${from} where ${where.sql}`, where.parameters)
  const counted = await tx.executeQuery<{ total: number }>(count)
  return { ids, total: counted.rows[0]?.total ?? ids.length }
}

const byId = <R extends { id: string }>(records: readonly R[]) => new Map(records.map((one) => [one.id, one]))

/** The last check-in of each of these people on another day than this. */
async function lastDates(tx: Tx, ids: readonly string[], dayId: string): Promise<Map<string, string>> {
  const marks = ids.map(() => '?').join(', ')
  const query = `select person_id as id, max(checked_in_at) as at from attendance
    where person_id in (${marks}) and day_id <> ? and status <> 'cancelled' group by person_id`
  const { rows } = await tx.executeQuery<{ id: string; at: string }>(CompiledQuery.raw(query, [...ids, dayId]))
  return new Map(rows.map(({ id, at }) => [id, dateOf(at, timeZone)]))
}

/** What a list shows of these people, in the order in which they were found. */
export async function showPeople(reading: Reading, ids: readonly string[]): Promise<FoundPerson[]> {
  const { tx, now } = reading
  const day = await findOpenDay(tx)
  const today = dateOf(now, timeZone)
  const personOf = byId(await persons.where(tx, { id: ids }))
  const contactOf = byId(mayReach(reading) ? await personContacts.where(tx, { id: ids }) : [])
  const registrationOf = byId(await registrations.where(tx, { id: ids }))
  const here = day ? await attendances.where(tx, { dayId: day.id, personId: ids }) : []
  const hereOf = new Map(here.filter(({ status }) => status !== 'cancelled').map((one) => [one.personId, one]))
  const lastOf = await lastDates(tx, ids, day?.id ?? '')
  return ids.flatMap((id) => {
    const person = personOf.get(id)
    if (!person) return []
    const { name, nameKana, affiliation, skills, licences, vehicle, experience } = person
    return {
      personId: id,
      name,
      nameKana,
      affiliation,
      skills,
      licences,
      vehicle,
      experience,
      ...registeredPart(registrationOf.get(id), today),
      phone: contactOf.get(id)?.phone ?? '',
      today: todayPart(hereOf.get(id)),
      lastDate: lastOf.get(id) ?? null,
    }
  })
}

function registeredPart(registration: Registration | undefined, today: string) {
  if (!registration) return { number: null, standing: null, renewedFor: null, areas: [], days: [] }
  const { number, renewedFor, areas, days } = registration
  return { number, standing: standingOf(registration, today), renewedFor, areas, days }
}

const todayPart = (attendance: Attendance | undefined) =>
  attendance ? { attendanceId: attendance.id, number: attendance.number, status: attendance.status } : null

/** People by words, and by what they can do, where and when; answered from narrow rows, however long the roster is. */
export const findPeopleReader = answerRead(findPeople, async (reading, sought) => {
  const { tx, now } = reading
  const where = conditionsOf(sought, dateOf(now, timeZone), mayReach(reading))
  const { ids, total } = await idsOf(tx, sought, where)
  return { people: await showPeople(reading, ids), total }
})
