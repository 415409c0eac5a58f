import { ofShownDay } from '#server/center/centers.ts'
import { feed, type Slice } from '#server/core/slice.ts'
import { heldNeedIds } from '#server/needs/needs.ts'
import { acceptReportHandler } from '#server/reports/accept-report.ts'
import { closeDayHandler, exportSummaryHandler, reopenDayHandler } from '#server/reports/close-day.ts'
import { correctReportHandler } from '#server/reports/correct-report.ts'
import { incidents } from '#server/reports/incidents.ts'
import { backToWaitingHandler, sendHomeHandler } from '#server/reports/leave.ts'
import { addPhotoRoutes, addReportPhotoHandler } from '#server/reports/photos-of-teams.ts'
import { receivePersonHandler, receiveTeamHandler, undoReceiveTeamHandler } from '#server/reports/receive-team.ts'
import { recordIncidentHandler } from '#server/reports/record-incident.ts'
import { reportObservations, reports } from '#server/reports/reports.ts'
import { addReportRoutes } from '#server/reports/routes.ts'
import { phoneReportHandlers } from '#server/reports/send-report.ts'

export const reportsSlice: Slice = {
  name: 'reports',
  handlers: [
    ...phoneReportHandlers,
    addReportPhotoHandler,
    receiveTeamHandler,
    receivePersonHandler,
    undoReceiveTeamHandler,
    recordIncidentHandler,
    acceptReportHandler,
    correctReportHandler,
    sendHomeHandler,
    backToWaitingHandler,
    closeDayHandler,
    reopenDayHandler,
    exportSummaryHandler,
  ],
  routes(context) {
    addReportRoutes(context)
    addPhotoRoutes(context)
  },
  feeds: [
    feed({
      kind: 'report',
      changedSince: async (tx, seq) => reports.changedSince(tx, seq, await ofShownDay(tx)),
      ofPerson: (tx, attendanceId) => reports.where(tx, { sentBy: attendanceId }),
    }),
    feed({
      kind: 'reportObservation',
      changedSince: async (tx, seq) =>
        seq > 0
          ? reportObservations.changedSince(tx, seq)
          : reportObservations.where(tx, { needId: await heldNeedIds(tx) }),
    }),
    feed({
      kind: 'incident',
      changedSince: async (tx, seq) => incidents.changedSince(tx, seq, await ofShownDay(tx)),
    }),
  ],
}
