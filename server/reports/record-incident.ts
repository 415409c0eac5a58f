import { getOpenDay } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import { incidents } from '#server/reports/incidents.ts'
import { teams } from '#server/teams/teams.ts'
import { attendances } from '#server/volunteers/attendances.ts'
import { recordIncident } from '#shared/reports/commands.ts'

export const recordIncidentHandler = handle(recordIncident, async (work, { incidentId, ...fields }) => {
  const day = await getOpenDay(work.tx)
  const team = fields.teamId === null ? undefined : await teams.get(work.tx, fields.teamId)
  if (fields.attendanceId !== null) await attendances.get(work.tx, fields.attendanceId)
  const at = work.happenedAt
  await incidents.add(work, { id: incidentId, dayId: day.id, ...fields, at, recordedBy: work.actorName })
  // What happened to whom stays with first aid; the chronology says only that it did.
  work.describe({ kind: fields.kind, team: team?.number ?? null })
})
