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
import { teamsOfPerson } from '#server/teams/teams.ts'

/** The sheets of a volunteer's teams; the audience table decides in which state their phone may hold them. */
async function sheetIdsOfPerson(tx: Tx, attendanceId: string): Promise<string[]> {
  return (await teamsOfPerson(tx, attendanceId)).flatMap(({ workOrderId }) => workOrderId ?? [])
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
      ofPerson: async (tx, attendanceId) => workOrders.where(tx, { id: await sheetIdsOfPerson(tx, attendanceId) }),
    }),
    feed({
      kind: 'workOrderPlace',
      changedSince: async (tx, seq) => workOrderPlaces.changedSince(tx, seq, await ofShownDay(tx)),
      ofPerson: async (tx, attendanceId) => workOrderPlaces.where(tx, { id: await sheetIdsOfPerson(tx, attendanceId) }),
    }),
  ],
  routes: (context) => {
    dispatchRoutes(context)
    addPhoneRoutes(context)
  },
}
