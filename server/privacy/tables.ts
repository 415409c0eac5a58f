import { handOvers } from '#server/center/desks.ts'
import { journalEntries } from '#server/center/journal.ts'
import type { RecordTable } from '#server/database/record-table.ts'
import { callOuts } from '#server/dispatch/call-outs.ts'
import { workOrderPlaces, workOrders } from '#server/dispatch/work-orders.ts'
import { merges } from '#server/doubles/merges.ts'
import { listPictures } from '#server/groups/list-pictures.ts'
import { groupVisitContacts, groupVisits } from '#server/groups/visits.ts'
import { householdNotes, householdPhones, households } from '#server/households/households.ts'
import { notices } from '#server/messages/notices.ts'
import { needConsents, needContacts, needPhones, needReasons, needStories, needs } from '#server/needs/needs.ts'
import { siteSurveys } from '#server/needs/site-surveys.ts'
import { photos } from '#server/photos/photos.ts'
import { incidents } from '#server/reports/incidents.ts'
import { reportObservations, reports } from '#server/reports/reports.ts'
import { reservationContacts, reservations } from '#server/reservations/reservations.ts'
import { groupContacts, registeredGroups } from '#server/roster/groups.ts'
import { registrations } from '#server/roster/registrations.ts'
import { teams } from '#server/teams/teams.ts'
import { attendanceHealth, attendanceNotes, attendances } from '#server/volunteers/attendances.ts'
import { emergencyContacts, personContacts, persons } from '#server/volunteers/persons.ts'
import type { RecordKind } from '#shared/records.ts'

/** The tables in which something of a person or household can lie. */
export const personalTables = {
  person: persons,
  personContact: personContacts,
  emergencyContact: emergencyContacts,
  registration: registrations,
  attendance: attendances,
  attendanceHealth,
  attendanceNote: attendanceNotes,
  reservation: reservations,
  reservationContact: reservationContacts,
  registeredGroup: registeredGroups,
  groupContact: groupContacts,
  groupVisit: groupVisits,
  groupVisitContact: groupVisitContacts,
  listPicture: listPictures,
  household: households,
  householdPhone: householdPhones,
  householdNote: householdNotes,
  need: needs,
  needContact: needContacts,
  needPhone: needPhones,
  needStory: needStories,
  needReason: needReasons,
  needConsent: needConsents,
  siteSurvey: siteSurveys,
  photo: photos,
  team: teams,
  callOut: callOuts,
  workOrder: workOrders,
  workOrderPlace: workOrderPlaces,
  report: reports,
  reportObservation: reportObservations,
  incident: incidents,
  merge: merges,
  journalEntry: journalEntries,
  handOver: handOvers,
  notice: notices,
} as const

export type PersonalKind = keyof typeof personalTables

/** The table of a kind, as something that reads and writes records of whatever kind it is. */
export function tableOf(kind: PersonalKind): RecordTable<RecordKind> {
  return personalTables[kind] as unknown as RecordTable<RecordKind>
}
