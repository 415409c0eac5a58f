import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import type { RecordTable } from '#server/database/record-table.ts'
import { blanks } from '#server/privacy/blank.ts'
import { rememberErased } from '#server/privacy/erased.ts'
import { everyText, staffTexts, takeOutOfTexts, wordsOf } from '#server/privacy/free-texts.ts'
import { type Gathered, gather } from '#server/privacy/gather.ts'
import { deleteBeside, deleteInputs, forgetAll } from '#server/privacy/other-tables.ts'
import { tableOf } from '#server/privacy/tables.ts'
import { leavePlaces, moveUp } from '#server/reservations/places.ts'
import { reservationDays, reservations } from '#server/reservations/reservations.ts'
import type { Subject } from '#shared/privacy/erasure.ts'
import type { RecordKind, RecordOf } from '#shared/records.ts'

type AnyBlank = (record: RecordOf<RecordKind>, ids: Gathered['ids'], now: string) => RecordOf<RecordKind>

/** Whoever is nobody any more keeps no place of a day to come. */
async function giveUpPlaces(work: UnitOfWork, { records }: Gathered): Promise<void> {
  for (const { kind, record } of records) {
    if (kind !== 'reservation') continue
    const one = await reservations.get(work.tx, record.id)
    if (one.status !== 'booked' && one.status !== 'waiting') continue
    await leavePlaces(work, one, 'cancelled')
    await moveUp(work, await reservationDays.get(work.tx, one.reservationDayId))
  }
}

async function blankRecords(work: UnitOfWork, { records, ids }: Gathered): Promise<void> {
  for (const { kind, record } of records) {
    const blank = blanks[kind] as AnyBlank | null
    if (!blank) continue
    const table: RecordTable<RecordKind> = tableOf(kind)
    // Read again: giving up places has changed some of them.
    const now = await table.get(work.tx, record.id)
    await table.save(work, blank(now, ids, work.now))
  }
}

const erasing = new WeakSet<UnitOfWork>()

/** Whether this act is itself an erasure. */
export const erases = (work: UnitOfWork): boolean => erasing.has(work)

/** What belongs to the days of an activation, also where it is nobody's by an id: a reservation that never came. */
const ofDays = [
  'reservation',
  'reservationContact',
  'groupVisitContact',
  'attendanceHealth',
  'attendanceNote',
  'incident',
  'callOut',
  'listPicture',
] as const

/** Erases what is left of an activation once all its people and homes are erased, and all that was typed into acts. */
export async function eraseRest(work: UnitOfWork): Promise<void> {
  erasing.add(work)
  for (const kind of ofDays) {
    const records = await tableOf(kind).where(work.tx, {})
    const rest = { own: new Set<string>(), ids: new Set(records.map(({ id }) => id)) }
    await blankRecords(work, { ...rest, records: records.map((record) => ({ kind, record })) })
  }
  await forgetAll(work)
}

/**
 * Erases whatever is known of somebody, wherever it lies, and remembers that it was erased. Of many, what was
 * typed is forgotten together at the end, and their names are looked for where staff write about anything.
 */
export async function eraseSubject(
  work: UnitOfWork,
  { kind, id }: Subject,
  how: 'alone' | 'one of many' = 'alone',
): Promise<Gathered> {
  erasing.add(work)
  const all = await gather(work.tx, kind, id)
  const words = wordsOf(all)
  await giveUpPlaces(work, all)
  await blankRecords(work, all)
  await takeOutOfTexts(work, words, how === 'alone' ? everyText : staffTexts)
  await deleteBeside(work, all)
  if (how === 'alone') {
    // An act is about somebody also where it names only their team's sheet or report.
    await deleteInputs(work, new Set([...all.ids, ...all.records.map(({ record }) => record.id)]), words)
  }
  await rememberErased(work, kind, all.own)
  return all
}
