import { feed, type Slice } from '#server/core/slice.ts'
import { attendanceHealth, attendances } from '#server/volunteers/attendances.ts'
import { checkInHandler } from '#server/volunteers/check-in.ts'
import { volunteerOf } from '#server/volunteers/personal-links.ts'
import { emergencyContacts, personContacts, persons } from '#server/volunteers/persons.ts'

export const volunteersSlice: Slice = {
  name: 'volunteers',
  handlers: [checkInHandler],
  feeds: [
    feed({ kind: 'person', changedSince: (tx, seq) => persons.changedSince(tx, seq) }),
    feed({ kind: 'personContact', changedSince: (tx, seq) => personContacts.changedSince(tx, seq) }),
    feed({ kind: 'emergencyContact', changedSince: (tx, seq) => emergencyContacts.changedSince(tx, seq) }),
    feed({
      kind: 'attendance',
      changedSince: (tx, seq) => attendances.changedSince(tx, seq),
      ofPerson: (tx, attendanceId) => attendances.where(tx, { id: attendanceId }),
    }),
    feed({ kind: 'attendanceHealth', changedSince: (tx, seq) => attendanceHealth.changedSince(tx, seq) }),
  ],
  volunteerOf,
}
