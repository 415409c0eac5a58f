import { days, getCenter } from '#server/center/centers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { workOrders } from '#server/dispatch/work-orders.ts'
import { notices } from '#server/messages/notices.ts'
import { needs } from '#server/needs/needs.ts'
import { finishedOf, getPeople } from '#server/teams/members.ts'
import { timeZone } from '#shared/core/time.ts'
import type { Setting, TeamInView } from '#shared/dispatch/rules.ts'
import type { Team } from '#shared/teams/team.ts'

/** The day's date, its policies, and whether activity is stopped. */
export async function settingOf(work: UnitOfWork, team: Team): Promise<Setting> {
  const { hazard } = await getCenter(work.tx)
  const { date } = await days.get(work.tx, team.dayId)
  const [stop] = await notices.where(work.tx, { dayId: team.dayId, kind: 'stop', liftedAt: null })
  const { dispatch: policy, insurance } = work.profile
  const byLead = work.actor.kind === 'staff' && work.actor.capabilities.includes('center.lead')
  return { hazard, date, policy, insurance, stop, zone: timeZone, byLead }
}

/** A team as it stands, with its people, its need and its sheet. */
export async function viewOf(work: UnitOfWork, team: Team): Promise<TeamInView> {
  const ids = team.members.map(({ attendanceId }) => attendanceId)
  const need = team.needId === null ? undefined : await needs.get(work.tx, team.needId)
  return {
    team,
    members: await getPeople(work, ids),
    need,
    finished: need ? await finishedOf(work.tx, need) : [],
    workOrder: team.workOrderId === null ? undefined : await workOrders.get(work.tx, team.workOrderId),
  }
}
