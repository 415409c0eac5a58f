import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { workOrders } from '#server/dispatch/work-orders.ts'
import { giveNames } from '#server/groups/name-members.ts'
import { saveTeamNames, teamsOfPeople } from '#server/teams/teams.ts'
import { nameMembers } from '#shared/groups/commands.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'

/** Teams and sheets carry names of their own, also of people who are out: who looks for somebody looks there. */
async function renameOnTeams(work: UnitOfWork, renamed: readonly Attendance[]): Promise<void> {
  const names = new Map(renamed.map(({ id, name }) => [id, name]))
  const withName = <M extends { attendanceId: string; name: string }>(member: M): M => ({
    ...member,
    name: names.get(member.attendanceId) ?? member.name,
  })
  for (const team of await teamsOfPeople(work.tx, renamed)) {
    await saveTeamNames(work, { ...team, members: team.members.map(withName) })
    const order = team.workOrderId === null ? undefined : await workOrders.find(work.tx, team.workOrderId)
    if (order) await workOrders.save(work, { ...order, members: order.members.map(withName) })
  }
}

export const nameMembersHandler = handle(nameMembers, async (work, input) => {
  const { visit, renamed, known, added, cancelled, left } = await giveNames(work, input)
  await renameOnTeams(work, renamed)
  const more = added?.attendances.length ?? 0
  work.describe({
    group: visit.number,
    people: renamed.length,
    added: more,
    cancelled,
    left,
    number: null,
    status: null,
  })
  return { named: renamed.length, known: known + (added?.known ?? 0), added: more, cancelled, left }
})
