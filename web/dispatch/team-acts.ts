import { newId } from '#shared/core/ids.ts'
import type { DepartureCheck } from '#shared/dispatch/departure-check.ts'
import type { Team } from '#shared/teams/team.ts'
import type { Refusal } from '#web/core/request.ts'
import { store } from '#web/core/store.ts'
import { act } from '#web/dispatch/acts.ts'
import { sawTeam, seenAt } from '#web/dispatch/wall-view.ts'
import { dispatchTexts as t } from '#web/texts/dispatch.ts'

/** Opens the sheet beside the desk; with `print` it goes to the printer at once. */
export function openSheet(workOrderId: string, print: boolean): void {
  window.open(`/sheets/work-order/${workOrderId}${print ? '#print' : ''}`, '_blank', 'noopener')
}

/** Issues the sheet and opens it for printing. */
export async function issueSheet(
  team: Team,
  { reasonForTeam, basedOnId }: { reasonForTeam: string; basedOnId: string | null },
  onRefused: (problem: Refusal) => void,
): Promise<boolean> {
  const workOrderId = newId()
  const sheet = { workOrderId, teamId: team.id, basedOnId, reasonForTeam }
  const issued = await act('dispatch.issueWorkOrder', sheet, { onRefused })
  if (issued) openSheet(workOrderId, true)
  return issued
}

export function removeFrom(team: Team, attendanceId: string, number: number): Promise<boolean> {
  const run = () => act('dispatch.addMembers', { teamId: team.id, attendanceIds: [attendanceId] })
  const undo = { message: t.done.removed(number), run }
  return act('dispatch.removeMember', { teamId: team.id, attendanceId }, { undo })
}

export function disband(team: Team): Promise<boolean> {
  const attendanceIds = team.members.map(({ attendanceId }) => attendanceId)
  const { leaderId, needId, againBecause } = team
  const run = async () => {
    const teamId = newId()
    const need = store.get('need', needId)
    const seenTeamIds = need ? [...seenAt(need)] : []
    if (await act('teams.formTeam', { teamId, attendanceIds, leaderId, needId, seenTeamIds, againBecause }))
      sawTeam(teamId)
  }
  return act('dispatch.disbandTeam', { teamId: team.id }, { undo: { message: t.done.disbanded(team.number), run } })
}

/** Sends a team out; taken back by the bar as long as its leader has said nothing. */
export function depart(
  team: Team,
  workOrderId: string,
  checked: DepartureCheck[] = [],
  options: { happenedAt?: string } = {},
): Promise<boolean> {
  const run = () => act('dispatch.recallFromDispatch', { workOrderId })
  const undo = { message: t.done.departed(team.number), run }
  return act('dispatch.dispatchTeam', { workOrderId, checked }, { undo, options })
}
