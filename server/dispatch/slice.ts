import { ofShownDay } from '#server/center/centers.ts'
import { feed, type Slice } from '#server/core/slice.ts'
import type { Tx } from '#server/database/record-table.ts'
import { callOuts } from '#server/dispatch/call-outs.ts'
import { changeTeamHandlers } from '#server/dispatch/change-team.ts'
import { correctNeedHandler } from '#server/dispatch/correct-need.ts'
import { departHandlers } from '#server/dispatch/depart.ts'
import { findHelpersReader } from '#server/dispatch/find-helpers.ts'
import { issueWorkOrderHandler } from '#server/dispatch/issue-work-order.ts'
import { keepToConsent } from '#server/dispatch/keep-to-consent.ts'
import { nameMembersHandler } from '#server/dispatch/name-members.ts'
import { addPhoneRoutes } from '#server/dispatch/phone-routes.ts'
import { putToWorkHandlers } from '#server/dispatch/put-to-work.ts'
import { dispatchRoutes } from '#server/dispatch/routes.ts'
import { signalHandlers } from '#server/dispatch/signals.ts'
import { workOrderPlaces, workOrders } from '#server/dispatch/work-orders.ts'
import { teams } from '#server/teams/teams.ts'
import { attendances } from '#server/volunteers/attendances.ts'

/** The sheet of a volunteer's own team; the audience table decides in which state their phone may hold it. */
async function sheetIdOfPerson(tx: Tx, attendanceId: string): Promise<string | null> {
  const person = await attendances.find(tx, attendanceId)
  const team = person?.teamId ? await teams.find(tx, person.teamId) : undefined
  return team?.workOrderId ?? null
}

import { withholdPlaces } from '#server/dispatch/withhold-places.ts'

export const dispatchSlice: Slice = {
  name: 'dispatch',
  handlers: [
    ...changeTeamHandlers,
    issueWorkOrderHandler,
    correctNeedHandler,
    ...departHandlers,
    ...signalHandlers,
    nameMembersHandler,
    ...putToWorkHandlers,
  ],
  reads: [findHelpersReader],
  follow: async (work, changes) => {
    await withholdPlaces(work, changes)
    await keepToConsent(work, changes)
  },
  feeds: [
    feed({
      kind: 'callOut',
      changedSince: async (tx, seq) => callOuts.changedSince(tx, seq, await ofShownDay(tx)),
    }),
    feed({
      kind: 'workOrder',
      changedSince: async (tx, seq) => workOrders.changedSince(tx, seq, await ofShownDay(tx)),
      async ofPerson(tx, attendanceId) {
        const id = await sheetIdOfPerson(tx, attendanceId)
        return id ? workOrders.where(tx, { id }) : []
      },
    }),
    feed({
      kind: 'workOrderPlace',
      changedSince: async (tx, seq) => workOrderPlaces.changedSince(tx, seq, await ofShownDay(tx)),
      async ofPerson(tx, attendanceId) {
        const id = await sheetIdOfPerson(tx, attendanceId)
        return id ? workOrderPlaces.where(tx, { id }) : []
      },
    }),
  ],
  routes: (context) => {
    dispatchRoutes(context)
    addPhoneRoutes(context)
  },
}
