import { CompiledQuery } from 'kysely'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import type { Tx } from '#server/database/record-table.ts'
import type { Gathered } from '#server/privacy/gather.ts'

/** By what people are found, what opens their pages, and whom a day expects: rows that are no records. */
const byId: readonly (readonly [table: string, column: string])[] = [
  ['person_key', 'id'],
  ['group_key', 'id'],
  ['reservation_key', 'id'],
  ['kept_place', 'reservation_id'],
  ['kept_place_arrival', 'reservation_id'],
  ['kept_place_arrival', 'attendance_id'],
  ['reservation_link', 'reservation_id'],
  ['registration_link', 'registration_id'],
  ['personal_link', 'attendance_id'],
]

async function run(tx: Tx, text: string, parameters: readonly string[]): Promise<void> {
  await tx.executeQuery(CompiledQuery.raw(text, [...parameters]))
}

const marks = (ids: readonly string[]) => ids.map(() => '?').join(', ')

const boundPhones = 'delete from personal_link_device where token_hash not in (select token_hash from personal_link)'

/** Deletes the search keys, links and pictures of what is erased. */
export async function deleteBeside({ tx }: UnitOfWork, { ids, records }: Gathered): Promise<void> {
  const all = [...ids]
  for (const [table, column] of byId) await run(tx, `delete from ${table} where ${column} in (${marks(all)})`, all)
  await run(tx, boundPhones, [])
  const pictures = records.flatMap(({ kind, record }) => (kind === 'photo' || kind === 'listPicture' ? record.id : []))
  await run(tx, `delete from photo_blob where id in (${marks(pictures)})`, pictures)
  // Pictures that a phone sent for an act that never came.
  await run(tx, `delete from photo_blob where claimed = 0 and sent_by in (${marks(all)})`, all)
}

/** How many words one query looks for; SQLite takes a thousand conditions, and a reader takes fewer. */
const wordsAtOnce = 100

/**
 * Deletes what was typed into the acts that were about somebody, whole: such an input has no other use than to show
 * what was sent. The notes of the way back of merges and corrections go with it.
 */
export async function deleteInputs({ tx }: UnitOfWork, ids: Iterable<string>, words: readonly string[]): Promise<void> {
  const needles = [...ids, ...words]
  for (let from = 0; from < needles.length; from += wordsAtOnce) {
    const some = needles.slice(from, from + wordsAtOnce)
    const holds = (column: string) => some.map(() => `instr(${column}, ?) > 0`).join(' or ')
    await run(tx, `delete from event_input where ${holds('input')}`, some)
    await run(tx, `delete from way_back where ${holds('changes')}`, some)
  }
}

const ofActivation = [
  'event_input',
  'way_back',
  'reservation_key',
  'reservation_link',
  'kept_place',
  'kept_place_arrival',
]

/** Once a whole activation is forgotten, what was typed into acts and who was expected serves nothing any more. */
export async function forgetAll({ tx }: UnitOfWork): Promise<void> {
  for (const table of [...ofActivation, 'personal_link', 'personal_link_device'])
    await run(tx, `delete from ${table}`, [])
  await run(tx, 'delete from photo_blob where id in (select id from list_picture) or claimed = 0', [])
}

const ofDays = (count: number) => `delete from event_input where instr(input, '"health"') > 0 and seq <= (
  select coalesce(max(l.seq), 0) from event_log l where l.at <= (
    select max(d.closed_at) from day d where d.id in (${Array.from({ length: count }, () => '?').join(', ')})))`

/** What was typed about health until these days were closed. */
export const forgetInputsOfDays = ({ tx }: UnitOfWork, dayIds: readonly string[]) =>
  run(tx, ofDays(dayIds.length), dayIds)
