import { findShownDay } from '#server/center/centers.ts'
import { feed, type Slice } from '#server/core/slice.ts'
import type { Tx } from '#server/database/record-table.ts'
import { followReception } from '#server/reservations/at-reception.ts'
import { changeReservationHandlers } from '#server/reservations/change-reservation.ts'
import { reservationDayHandlers } from '#server/reservations/days.ts'
import { deskRoutes } from '#server/reservations/desk-routes.ts'
import {
  comingGroupsReader,
  findForDeskReader,
  listDayReader,
  readOwnReader,
} from '#server/reservations/find-reservations.ts'
import { reservationRoutes } from '#server/reservations/reservation-routes.ts'
import { comingReservationDays } from '#server/reservations/reservations.ts'
import { reserveHandlers } from '#server/reservations/reserve.ts'

/** The dates that devices hold: from the day they show on. */
async function heldDays(tx: Tx, seq: number) {
  return comingReservationDays(tx, (await findShownDay(tx))?.date ?? '', seq)
}

/** 活動予約: a place on a day, beforehand. */
export const reservationsSlice: Slice = {
  name: 'reservations',
  handlers: [...reservationDayHandlers, ...reserveHandlers, ...changeReservationHandlers],
  feeds: [feed({ kind: 'reservationDay', changedSince: heldDays })],
  reads: [comingGroupsReader, findForDeskReader, listDayReader, readOwnReader],
  follow: followReception,
  routes: (route) => {
    reservationRoutes(route)
    deskRoutes(route)
  },
}
