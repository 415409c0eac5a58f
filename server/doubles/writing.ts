import { ofShownDay } from '#server/center/centers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { note, type WayBack } from '#server/core/way-back.ts'
import type { RecordTable } from '#server/database/record-table.ts'
import { callOuts } from '#server/dispatch/call-outs.ts'
import { workOrders } from '#server/dispatch/work-orders.ts'
import { householdNotes, householdPhones, households } from '#server/households/households.ts'
import { needConsents, needContacts, needs } from '#server/needs/needs.ts'
import { siteSurveys } from '#server/needs/site-surveys.ts'
import { photos } from '#server/photos/photos.ts'
import { reportObservations, reports } from '#server/reports/reports.ts'
import { teams } from '#server/teams/teams.ts'
import { attendances, saveAttendance } from '#server/volunteers/attendances.ts'
import { emergencyContacts, personContacts, persons } from '#server/volunteers/persons.ts'
import type { MergeKind } from '#shared/doubles/merge.ts'
import type { RecordKind, RecordOf } from '#shared/records.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'

type AnyTable = RecordTable<RecordKind>
type AnyRecord = RecordOf<RecordKind>

const known = {
  household: households,
  householdPhone: householdPhones,
  householdNote: householdNotes,
  need: needs,
  needContact: needContacts,
  needConsent: needConsents,
  siteSurvey: siteSurveys,
  photo: photos,
  person: persons,
  personContact: personContacts,
  emergencyContact: emergencyContacts,
  attendance: attendances,
  team: teams,
  workOrder: workOrders,
  callOut: callOuts,
  report: reports,
  reportObservation: reportObservations,
}

/** The table of a kind that merges touch; a table reads and writes records of its own kind alone. */
export function tableOf(kind: RecordKind): AnyTable {
  const table = Object.entries(known).find(([name]) => name === kind)
  if (!table) throw new Error(`no merge touches ${kind}`)
  return table[1] as unknown as AnyTable
}

/** Which records point to what is merged, and by which field; they point to the kept one from then on. */
export const pointers: Readonly<Record<MergeKind, readonly { kind: keyof typeof known; field: string }[]>> = {
  person: [
    { kind: 'attendance', field: 'personId' },
    { kind: 'callOut', field: 'personId' },
  ],
  household: [{ kind: 'need', field: 'householdId' }],
  need: [
    { kind: 'callOut', field: 'needId' },
    { kind: 'siteSurvey', field: 'needId' },
    { kind: 'photo', field: 'needId' },
    { kind: 'team', field: 'needId' },
    { kind: 'workOrder', field: 'needId' },
    { kind: 'report', field: 'needId' },
    { kind: 'reportObservation', field: 'needId' },
  ],
}

const personKinds: readonly RecordKind[] = ['person', 'personContact', 'emergencyContact']

/** Who somebody is, is announced as a whole and only where they are among today's: `savePerson` does that afterwards. */
const isSilent = (kind: RecordKind) => personKinds.includes(kind)

/** Writes a changed record: devices hear of it where they hold it, which is not so of what belongs to earlier days. */
export async function write(work: UnitOfWork, kind: RecordKind, record: AnyRecord): Promise<void> {
  const table = tableOf(kind)
  const { dayId } = await ofShownDay(work.tx)
  const isOfOtherDay = 'dayId' in record && record.dayId !== dayId
  if (isOfOtherDay || isSilent(kind)) return table.write(work, record)
  // An attendance keeps the count of the day's places with it.
  if (kind === 'attendance') return saveAttendance(work, record as unknown as Attendance)
  await table.save(work, record)
}

/** Writes a changed record and notes the way back. */
export async function change(
  work: UnitOfWork,
  way: WayBack,
  kind: RecordKind,
  two: { was: AnyRecord; becomes: AnyRecord },
): Promise<void> {
  note(way, kind, two.was, two.becomes)
  await write(work, kind, two.becomes)
}

/** Turns everything that points to the merged record to the kept one. */
export async function repoint(
  work: UnitOfWork,
  way: WayBack,
  { kind, keptId, mergedId }: { kind: MergeKind; keptId: string; mergedId: string },
): Promise<void> {
  for (const pointer of pointers[kind]) {
    const table = tableOf(pointer.kind)
    for (const was of await table.where(work.tx, { [pointer.field]: mergedId }))
      await change(work, way, pointer.kind, { was, becomes: { ...was, [pointer.field]: keptId } })
  }
}
