import { CompiledQuery } from 'kysely'
import { days, findOpenDay } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import type { WayBack } from '#server/core/way-back.ts'
import type { Tx } from '#server/database/record-table.ts'
import { refuseUnlessTwo, type Side, saveMerge, type Two } from '#server/doubles/merging.ts'
import { change, repoint } from '#server/doubles/writing.ts'
import { registrations } from '#server/roster/registrations.ts'
import { attendanceHealth, attendances } from '#server/volunteers/attendances.ts'
import { emergencyContacts, personContacts, persons, standingPerson } from '#server/volunteers/persons.ts'
import { getWholePerson, savePerson } from '#server/volunteers/save-person.ts'
import { combinedPerson, type PersonParts } from '#shared/doubles/combine.ts'
import { mergePersons } from '#shared/doubles/commands.ts'
import { mergePersonsProblem, superfluous } from '#shared/doubles/rules.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { ageBandOf, guardianConsentOf } from '#shared/volunteers/rules.ts'

/** A person lies in three records; whichever was written last counts. */
export async function seqOfPerson(work: { tx: Tx }, id: string): Promise<number> {
  const tables = [persons, personContacts, emergencyContacts]
  const seqs = await Promise.all(tables.map((table) => table.changedSeqOf(work.tx, id)))
  return Math.max(...seqs)
}

async function sideOf(work: UnitOfWork, { person }: PersonParts): Promise<Side> {
  const into = person.mergedInto === null ? null : (await standingPerson(work.tx, person.id)).name
  return { label: person.name, into, seq: await seqOfPerson(work, person.id), about: ['person', person.id] }
}

/** The check-ins of both on the open day. */
async function hereToday(work: UnitOfWork, { keptId, mergedId }: Two): Promise<Attendance[]> {
  const day = await findOpenDay(work.tx)
  return day ? attendances.where(work.tx, { dayId: day.id, personId: [keptId, mergedId] }) : []
}

async function refuse(work: UnitOfWork, two: Two, here: readonly Attendance[], merged: PersonParts): Promise<void> {
  const registered = {
    kept: (await registrations.find(work.tx, two.keptId)) !== undefined,
    merged: (await registrations.find(work.tx, two.mergedId)) !== undefined,
    label: merged.person.name,
  }
  const problem = mergePersonsProblem(here, registered)
  if (problem) throw problem
}

/** Whoever is worried under one number is worried: the talk is not lost with the number. */
async function carryConcern(work: UnitOfWork, from: Attendance, to: Attendance): Promise<void> {
  const said = await attendanceHealth.get(work.tx, from.id)
  const stands = await attendanceHealth.get(work.tx, to.id)
  if (said.condition === 'good' || stands.condition === 'concern') return
  await attendanceHealth.save(work, {
    ...stands,
    condition: said.condition,
    note: said.note,
    talkedWith: said.talkedWith,
  })
}

/** The pages of the cancelled number open the one that stands: no link that was given out goes dead. */
async function turnLinks(work: UnitOfWork, way: WayBack, from: string, to: string): Promise<void> {
  const query = 'select token_hash from personal_link where attendance_id = ?'
  const { rows } = await work.tx.executeQuery<{ token_hash: string }>(CompiledQuery.raw(query, [from]))
  way.links.push(...rows.map((row) => ({ tokenHash: row.token_hash, attendanceId: from })))
  const update = 'update personal_link set attendance_id = ? where attendance_id = ?'
  await work.tx.executeQuery(CompiledQuery.raw(update, [to, from]))
}

/** Of two check-ins of one person on one day, one stands. */
async function settleToday(work: UnitOfWork, way: WayBack, here: readonly Attendance[]) {
  const gone = superfluous(here)
  const standing = here.find(({ id, status }) => id !== gone?.id && status !== 'cancelled')
  if (!gone || !standing) return { standingAttendanceId: null, cancelledAttendanceId: null }
  const was = await attendances.get(work.tx, gone.id)
  await change(work, way, 'attendance', { was, becomes: { ...was, status: 'cancelled' } })
  await carryConcern(work, gone, standing)
  await turnLinks(work, way, gone.id, standing.id)
  work.describe({ standing: standing.number, cancelled: gone.number })
  return { standingAttendanceId: standing.id, cancelledAttendanceId: gone.id }
}

/** Today's check-in says of the person what is true of them now. */
async function renewToday(work: UnitOfWork, way: WayBack, { person, contact }: PersonParts): Promise<void> {
  const day = await findOpenDay(work.tx)
  const here = day ? await attendances.where(work.tx, { dayId: day.id, personId: person.id }) : []
  for (const was of here.filter(({ status }) => status !== 'cancelled')) {
    const { date } = await days.get(work.tx, was.dayId)
    const { name, nameKana, skills, vehicle, experience } = person
    const aged =
      contact.birthDate === ''
        ? {}
        : {
            ageBand: ageBandOf(contact.birthDate, date),
            guardianConsent: guardianConsentOf(was.guardianConsent, contact.birthDate, date),
          }
    const becomes = { ...was, name, nameKana, skills, vehicle, experience, ...aged }
    await change(work, way, 'attendance', { was, becomes })
  }
}

async function changePerson(work: UnitOfWork, way: WayBack, was: PersonParts, becomes: PersonParts): Promise<void> {
  await change(work, way, 'person', { was: was.person, becomes: becomes.person })
  await change(work, way, 'personContact', { was: was.contact, becomes: becomes.contact })
  await change(work, way, 'emergencyContact', { was: was.emergency, becomes: becomes.emergency })
}

export const mergePersonsHandler = handle(mergePersons, async (work, { take, ...two }) => {
  await persons.get(work.tx, two.keptId)
  await persons.get(work.tx, two.mergedId)
  const kept = await getWholePerson(work.tx, two.keptId)
  const merged = await getWholePerson(work.tx, two.mergedId)
  const sides = { kept: await sideOf(work, kept), merged: await sideOf(work, merged) }
  await refuseUnlessTwo(work, two, sides)
  const here = await hereToday(work, two)
  await refuse(work, two, here, merged)
  const way: WayBack = { changes: [], links: [] }
  const combined = combinedPerson(kept, merged, take)
  const gone: PersonParts = { ...merged, person: { ...merged.person, mergedInto: kept.person.id } }
  await repoint(work, way, { kind: 'person', ...two })
  const settled = await settleToday(work, way, here)
  await changePerson(work, way, kept, combined)
  await changePerson(work, way, merged, gone)
  await renewToday(work, way, combined)
  await savePerson(work, combined, { arrives: here.length > 0 })
  await savePerson(work, gone, { arrives: here.some(({ personId }) => personId === two.mergedId) })
  const labels = { keptLabel: kept.person.name, mergedLabel: merged.person.name }
  await saveMerge(work, two, { kind: 'person', ...labels, ...settled }, way)
})
