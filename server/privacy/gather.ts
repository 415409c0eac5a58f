import { CompiledQuery } from 'kysely'
import type { Tx } from '#server/database/record-table.ts'
import { type PersonalKind, tableOf, personalTables as tables } from '#server/privacy/tables.ts'
import { reservationOfArrival } from '#server/volunteers/kept-places.ts'
import type { SubjectKind } from '#shared/privacy/erasure.ts'
import type { RecordKind, RecordOf } from '#shared/records.ts'

type AnyRecord = RecordOf<RecordKind>

/** Everything that is known of somebody: their own ids, and the records that hold something of theirs. */
export interface Gathered {
  /** The subject itself with whatever was merged into it: what is remembered as erased. */
  readonly own: ReadonlySet<string>
  /** Those, and the ids of their check-ins, reservations and needs: by these they are found in other tables. */
  readonly ids: ReadonlySet<string>
  readonly records: readonly { kind: PersonalKind; record: AnyRecord }[]
}

type Mergeable = 'person' | 'household'

/** A record, what it was merged into, and all that was merged into it. */
async function withMerged(tx: Tx, kind: Mergeable, id: string): Promise<string[]> {
  const table = kind === 'person' ? tables.person : tables.household
  const found = new Set<string>()
  const wanted = [id]
  for (let next = wanted.pop(); next !== undefined; next = wanted.pop()) {
    if (found.has(next)) continue
    // Also where an older copy of the file does not know it yet: a phone may offer it again.
    found.add(next)
    const mergedInto = (await table.find(tx, next))?.mergedInto ?? null
    if (mergedInto !== null) wanted.push(mergedInto)
    const query = CompiledQuery.raw(`select id from ${kind} where merged_into = ?`, [next])
    wanted.push(...(await tx.executeQuery<{ id: string }>(query)).rows.map((row) => row.id))
  }
  return [...found]
}

/** Collects records by kind; what stands in no table is passed over. */
class Gathering {
  readonly ids = new Set<string>()
  private readonly found = new Map<string, { kind: PersonalKind; record: AnyRecord }>()
  readonly tx: Tx

  constructor(tx: Tx) {
    this.tx = tx
  }

  get records() {
    return [...this.found.values()]
  }

  take(kind: PersonalKind, records: readonly AnyRecord[]): void {
    for (const record of records) this.found.set(`${kind} ${record.id}`, { kind, record })
  }

  /** Takes what has one of these ids itself. */
  async takeById(kinds: readonly PersonalKind[], ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return
    for (const kind of kinds) this.take(kind, await tableOf(kind).where(this.tx, { id: ids }))
  }

  /** Takes what points to one of these by a field. */
  async takeBy(kind: PersonalKind, field: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return
    this.take(kind, await tableOf(kind).where(this.tx, { [field]: ids }))
  }

  know(ids: Iterable<string>): void {
    for (const id of ids) this.ids.add(id)
  }
}

const idsOf = (records: readonly { id: string }[]) => records.map(({ id }) => id)

/** The reservations of a person: those that led to their check-ins, and those made with their phone and birth date. */
async function reservationsOf(tx: Tx, personIds: readonly string[], attendanceIds: readonly string[]) {
  const found = new Set(idsOf(await tables.reservation.where(tx, { attendanceId: attendanceIds })))
  for (const attendanceId of attendanceIds) {
    const id = await reservationOfArrival(tx, attendanceId)
    if (id !== null) found.add(id)
  }
  for (const { phone, birthDate } of await tables.personContact.where(tx, { id: personIds })) {
    if (phone === '' || birthDate === '') continue
    for (const { id } of await tables.reservationContact.where(tx, { phone, birthDate })) found.add(id)
  }
  return [...found]
}

/** The groups of the roster that this person leads: the same name and phone. */
async function ledGroups(tx: Tx, personIds: readonly string[]): Promise<string[]> {
  const names = new Set((await tables.person.where(tx, { id: personIds })).map(({ name }) => name))
  const phones = (await tables.personContact.where(tx, { id: personIds })).map(({ phone }) => phone)
  const led = await tables.groupContact.where(tx, { phone: phones.filter((phone) => phone !== '') })
  return idsOf(led.filter(({ leaderName }) => names.has(leaderName)))
}

async function gatherPerson(all: Gathering, own: readonly string[]): Promise<void> {
  const { tx } = all
  const checkIns = await tables.attendance.where(tx, { personId: own })
  const attendanceIds = idsOf(checkIns)
  const reservationIds = await reservationsOf(tx, own, attendanceIds)
  all.know([...attendanceIds, ...reservationIds])
  await all.takeById(['person', 'personContact', 'emergencyContact', 'registration'], own)
  all.take('attendance', checkIns)
  await all.takeById(['attendanceHealth', 'attendanceNote'], attendanceIds)
  await all.takeBy('incident', 'attendanceId', attendanceIds)
  await all.takeBy('callOut', 'personId', own)
  await all.takeById(['reservation', 'reservationContact'], reservationIds)
  await all.takeById(['groupContact'], await ledGroups(tx, own))
  const led = await tables.groupVisit.where(tx, { leaderAttendanceId: attendanceIds })
  await all.takeById(['groupVisitContact'], idsOf(led))
  const groupIds = checkIns.flatMap(({ groupVisitId }) => groupVisitId ?? [])
  await all.takeBy('listPicture', 'groupVisitId', groupIds)
  const dayId = [...new Set(checkIns.map((one) => one.dayId))]
  for (const kind of ['team', 'workOrder'] as const) {
    const ofDays = dayId.length === 0 ? [] : await tables[kind].where(tx, { dayId })
    all.take(
      kind,
      ofDays.filter(({ members }) => members.some(({ attendanceId }) => all.ids.has(attendanceId))),
    )
  }
}

async function gatherHousehold(all: Gathering, own: readonly string[]): Promise<void> {
  const { tx } = all
  const asked = await tables.need.where(tx, { householdId: own })
  const needIds = idsOf(asked)
  all.know(needIds)
  await all.takeById(['household', 'householdPhone', 'householdNote'], own)
  all.take('need', asked)
  await all.takeById(['needContact', 'needPhone', 'needStory', 'needReason', 'needConsent'], needIds)
  for (const kind of ['siteSurvey', 'photo', 'team', 'workOrder', 'report', 'callOut', 'reportObservation'] as const)
    await all.takeBy(kind, 'needId', needIds)
  if (needIds.length > 0)
    await all.takeById(['workOrderPlace'], idsOf(await tables.workOrder.where(tx, { needId: needIds })))
}

async function gatherGroup(all: Gathering, own: readonly string[]): Promise<void> {
  const visits = await tables.groupVisit.where(all.tx, { groupId: own })
  await all.takeById(['registeredGroup', 'groupContact'], own)
  all.take('groupVisit', visits)
  await all.takeById(['groupVisitContact'], idsOf(visits))
}

/** Finds all that is known of somebody, wherever it lies. */
export async function gather(tx: Tx, kind: SubjectKind, id: string): Promise<Gathered> {
  const own = kind === 'group' ? [id] : await withMerged(tx, kind, id)
  const all = new Gathering(tx)
  all.know(own)
  if (kind === 'person') await gatherPerson(all, own)
  else if (kind === 'household') await gatherHousehold(all, own)
  else await gatherGroup(all, own)
  const merged = [...own, ...all.ids]
  await all.takeBy('merge', 'keptId', merged)
  await all.takeBy('merge', 'mergedId', merged)
  return { own: new Set(own), ids: all.ids, records: all.records }
}
