import { findShownDay, ofShownDay } from '#server/center/centers.ts'
import { feed, type Slice } from '#server/core/slice.ts'
import { attendanceHealth, attendanceNotes, attendances } from '#server/volunteers/attendances.ts'
import { bindLinkHandler } from '#server/volunteers/bind-link.ts'
import { checkInByProxyHandler, checkInHandler } from '#server/volunteers/check-in.ts'
import { checkInAgainHandler } from '#server/volunteers/check-in-again.ts'
import { checkInKnownHandler } from '#server/volunteers/check-in-known.ts'
import { correctDetailsHandler } from '#server/volunteers/correct-details.ts'
import { deskRoutes } from '#server/volunteers/desk-routes.ts'
import { volunteersFollowProfile } from '#server/volunteers/follow-profile.ts'
import { keptPlaces } from '#server/volunteers/kept-places.ts'
import { findLikelyDoublesReader } from '#server/volunteers/likely-doubles.ts'
import { peopleOfShownDay } from '#server/volunteers/people-of-day.ts'
import { volunteerOf } from '#server/volunteers/personal-links.ts'
import { emergencyContacts, personContacts, persons } from '#server/volunteers/persons.ts'
import { receptionActHandlers } from '#server/volunteers/reception-acts.ts'
import { receptionRoutes } from '#server/volunteers/reception-routes.ts'

export const volunteersSlice: Slice = {
  name: 'volunteers',
  handlers: [
    checkInHandler,
    bindLinkHandler,
    checkInAgainHandler,
    checkInByProxyHandler,
    checkInKnownHandler,
    correctDetailsHandler,
    ...receptionActHandlers,
  ],
  followProfile: volunteersFollowProfile,
  feeds: [
    feed({ kind: 'person', changedSince: (tx, seq) => peopleOfShownDay(tx, persons, seq) }),
    feed({ kind: 'personContact', changedSince: (tx, seq) => peopleOfShownDay(tx, personContacts, seq) }),
    feed({ kind: 'emergencyContact', changedSince: (tx, seq) => peopleOfShownDay(tx, emergencyContacts, seq) }),
    feed({
      kind: 'attendance',
      changedSince: async (tx, seq) => attendances.changedSince(tx, seq, await ofShownDay(tx)),
      ofPerson: (tx, attendanceId) => attendances.where(tx, { id: attendanceId }),
    }),
    feed({
      kind: 'attendanceHealth',
      changedSince: async (tx, seq) => attendanceHealth.changedSince(tx, seq, await ofShownDay(tx)),
    }),
    feed({
      kind: 'keptPlaces',
      changedSince: async (tx, seq) => keptPlaces.changedSince(tx, seq, { date: (await findShownDay(tx))?.date ?? '' }),
    }),
    feed({
      kind: 'attendanceNote',
      changedSince: async (tx, seq) => attendanceNotes.changedSince(tx, seq, await ofShownDay(tx)),
    }),
  ],
  reads: [findLikelyDoublesReader],
  routes: (route) => {
    receptionRoutes(route)
    deskRoutes(route)
  },
  volunteerOf,
}
