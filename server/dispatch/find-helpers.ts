import { CompiledQuery } from 'kysely'
import type { z } from 'zod'
import { findOpenDay } from '#server/center/centers.ts'
import { answerRead, type Reading } from '#server/core/reads.ts'
import type { Tx } from '#server/database/record-table.ts'
import { needs } from '#server/needs/needs.ts'
import { mayReach } from '#server/roster/find-people.ts'
import { registrations } from '#server/roster/registrations.ts'
import { personContacts, persons } from '#server/volunteers/persons.ts'
import { dateOf, timeZone } from '#shared/core/time.ts'
import { findHelpers, type Helper, type HelperReason } from '#shared/dispatch/reads.ts'
import type { Need } from '#shared/needs/need.ts'
import { distanceMetres } from '#shared/places/distance.ts'
import { townById, towns } from '#shared/places/towns.ts'
import type { Registration } from '#shared/roster/registration.ts'
import { fiscalYearOf, standingOf } from '#shared/roster/rules.ts'
import type { Person } from '#shared/volunteers/person.ts'

type Sought = z.infer<typeof findHelpers.input>

/** As many as somebody calls in an hour. */
const most = 40

interface Term {
  sql: string
  parameters: (string | number)[]
}

/** Lists lie in their columns as JSON text; an entry is found by its own JSON text. */
const has = (column: string, entry: string): Term => ({
  sql: `instr(${column}, ?) > 0`,
  parameters: [JSON.stringify(entry)],
})

/** What speaks for somebody, each with its weight: the place before the tools, the tools before all else. */
function weights({ townId, tools }: Need, { slot }: Sought, year: number): [number, Term][] {
  const base = townById(townId ?? '')?.base
  return [
    ...(base === undefined ? [] : [[8, has('r.areas', base)] as [number, Term]]),
    [3, { sql: "r.areas = '[]'", parameters: [] }],
    ...(slot === null ? [] : [[4, has('r.days', slot)] as [number, Term]]),
    ...tools.slice(0, 6).map((tool): [number, Term] => [2, has('r.tools', tool)]),
    [2, { sql: 'p.experience = 1', parameters: [] }],
    [1, { sql: "p.vehicle <> 'none'", parameters: [] }],
    [2, { sql: 'r.renewed_for >= ?', parameters: [year] }],
  ]
}

/** Everybody on the roster who is not here today and can come then. */
function among({ slot, withVehicle }: Sought, dayId: string): Term {
  const free =
    slot === null ? [] : [{ sql: `(r.days = '[]' or instr(r.days, ?) > 0)`, parameters: [JSON.stringify(slot)] }]
  const parts: Term[] = [
    { sql: "r.status = 'active' and p.merged_into is null", parameters: [] },
    {
      sql: `not exists (select 1 from attendance a
        where a.person_id = r.id and a.day_id = ? and a.status <> 'cancelled')`,
      parameters: [dayId],
    },
    ...free,
    ...(withVehicle ? [{ sql: "p.vehicle <> 'none'", parameters: [] }] : []),
  ]
  return { sql: parts.map(({ sql }) => sql).join(' and '), parameters: parts.flatMap(({ parameters }) => parameters) }
}

async function fittest(tx: Tx, need: Need, sought: Sought, { dayId, year }: { dayId: string; year: number }) {
  const terms = weights(need, sought, year)
  const score = terms.map(([weight, { sql }]) => `${weight} * (${sql})`).join(' + ')
  const where = among(sought, dayId)
  const from = `from registration r join person p on p.id = r.id where ${where.sql}`
  const query = `select r.id, ${score} as score ${from} order by score desc, r.number limit ${most}`
  const parameters = [...terms.flatMap(([, term]) => term.parameters), ...where.parameters]
  const { rows } = await tx.executeQuery<{ id: string }>(CompiledQuery.raw(query, parameters))
  const count = CompiledQuery.raw(`select count(*) as total ${from}`, where.parameters)
  const counted = await tx.executeQuery<{ total: number }>(count)
  return { ids: rows.map(({ id }) => id), total: counted.rows[0]?.total ?? 0 }
}

/** How far the nearest of their areas lies from the need's town; null where either is unknown. */
function metresTo(townId: string | null, areas: readonly string[]): number | null {
  const town = townById(townId ?? '')
  if (!town) return null
  const distances = towns.filter(({ base }) => areas.includes(base)).map((one) => distanceMetres(town, one))
  return distances.length === 0 ? null : Math.round(Math.min(...distances))
}

function placeReason(need: Need, areas: readonly string[]): HelperReason[] {
  const base = townById(need.townId ?? '')?.base
  if (base !== undefined && areas.includes(base)) return [{ why: 'area' }]
  const metres = metresTo(need.townId, areas)
  return metres === null ? [] : [{ why: 'near', metres }]
}

function reasonsOf(need: Need, sought: Sought, person: Person, registration: Registration, today: string) {
  const reasons = placeReason(need, registration.areas)
  if (sought.slot !== null && registration.days.includes(sought.slot)) reasons.push({ why: 'slot' })
  const tools = registration.tools.filter((tool) => need.tools.includes(tool))
  if (tools.length > 0) reasons.push({ why: 'tools', tools })
  if (person.vehicle !== 'none') reasons.push({ why: 'vehicle' })
  if (person.experience) reasons.push({ why: 'experience' })
  if (person.skills.length > 0) reasons.push({ why: 'skills', skills: person.skills.slice(0, 3) })
  if (standingOf(registration, today) === 'due') reasons.push({ why: 'notRenewed' })
  return reasons
}

const byId = <R extends { id: string }>(records: readonly R[]) => new Map(records.map((one) => [one.id, one]))

async function show(reading: Reading, need: Need, sought: Sought, ids: readonly string[]): Promise<Helper[]> {
  const { tx, now } = reading
  const today = dateOf(now, timeZone)
  const personOf = byId(await persons.where(tx, { id: ids }))
  const registrationOf = byId(await registrations.where(tx, { id: ids }))
  const contactOf = byId(mayReach(reading) ? await personContacts.where(tx, { id: ids }) : [])
  return ids.flatMap((id) => {
    const [person, registration] = [personOf.get(id), registrationOf.get(id)]
    if (!person || !registration) return []
    const { name, nameKana, vehicle } = person
    const reasons = reasonsOf(need, sought, person, registration, today)
    const phone = contactOf.get(id)?.phone ?? ''
    return { personId: id, name, nameKana, number: registration.number, phone, vehicle, reasons }
  })
}

/** Who of the roster could be asked for this need, with what speaks for them; the weighing is the database's. */
export const findHelpersReader = answerRead(findHelpers, async (reading, sought) => {
  const { tx, now } = reading
  const need = await needs.get(tx, sought.needId)
  const day = await findOpenDay(tx)
  const year = fiscalYearOf(dateOf(now, timeZone))
  const { ids, total } = await fittest(tx, need, sought, { dayId: day?.id ?? '', year })
  return { helpers: await show(reading, need, sought, ids), total }
})
