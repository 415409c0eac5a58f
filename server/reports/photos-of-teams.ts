import { handle } from '#server/core/handlers.ts'
import type { RouteContext } from '#server/core/slice.ts'
import { workOrders } from '#server/dispatch/work-orders.ts'
import { openPhotoDoors } from '#server/photos/photo-doors.ts'
import { addPhoto } from '#server/photos/photos.ts'
import { teams, teamsOfNeed } from '#server/teams/teams.ts'
import { addReportPhoto } from '#shared/reports/phone-commands.ts'
import { nothingToReport } from '#shared/reports/phone-problems.ts'
import type { Team } from '#shared/teams/team.ts'

/** A photo belongs to the sheet that the team carried, before and after its report is heard. */
export const addReportPhotoHandler = handle(
  addReportPhoto,
  async (work, { photoId, workOrderId, kind }) => {
    const { id, needId, needNumber, teamId, teamNumber, status } = await workOrders.get(work.tx, workOrderId)
    if (status !== 'out' && status !== 'back') throw nothingToReport({ team: teamNumber })
    const about = { needId, needNumber, teamId, teamNumber, workOrderId: id, siteSurveyId: null }
    await addPhoto(work, { id: photoId, kind, takenFor: 'report', ...about })
  },
  {
    related: async ({ tx, actor }, { workOrderId }) => {
      const order = await workOrders.find(tx, workOrderId)
      const team = order && (await teams.find(tx, order.teamId))
      return actor.kind === 'volunteer' && team?.leaderId === actor.attendanceId
    },
  },
)

function isOutThere(atNeed: readonly Team[], attendanceId: string): boolean {
  const out = atNeed.filter(({ status }) => status === 'out')
  return out.some(({ members }) => members.some((member) => member.attendanceId === attendanceId))
}

/** Photos go in and out here, above the teams: who led one, and whether it is still out, is known only from here. */
export function addPhotoRoutes(route: RouteContext): void {
  openPhotoDoors(route, {
    mayPut: async (tx, attendanceId) =>
      (await teams.where(tx, { leaderId: attendanceId })).some(({ departedAt }) => departedAt !== null),
    // As the full place of a home: only between departure and return (field guide 1.5). Asked of the teams themselves,
    // not of what the photo says: whoever is at home by now sees no picture, whatever was written into it.
    mayLook: async (tx, photo, attendanceId) => {
      if (photo.sentBy === attendanceId)
        return photo.teamId !== null && (await teams.find(tx, photo.teamId))?.status === 'out'
      return isOutThere(await teamsOfNeed(tx, photo.needId), attendanceId)
    },
  })
}
