import type { Drill, StaffActor } from '#drills/core/drill.ts'
import type { DrillDevice } from '#drills/core/drill-device.ts'
import type { PartOf } from '#drills/core/scenario.ts'
import { OneAtATime } from '#drills/players/one-at-a-time.ts'
import { isTooLateToLeave } from '#drills/players/time-to-leave.ts'
import { departureChecks } from '#shared/dispatch/departure-check.ts'
import { isAtCenter } from '#shared/teams/rules.ts'

const desk = { deskName: 'equipment', needsScreen: true }

/** Briefs the teams that have their sheet, asks the five points at the door, and sends them out. */
export async function playSendOffClerks(drill: Drill, parts: readonly PartOf<'sendOff'>[]): Promise<void> {
  const taken = new Set<string>()
  for (const { staff, minutesPerTeam } of parts) {
    const actor = drill.atDesk(staff)
    const device = await drill.device(actor)
    const hands = new OneAtATime(drill, desk.deskName)
    drill.every(
      2,
      drill.scenario.startsAt,
      async () => {
        const next = teamsWithSheet(device).find(({ id }) => !taken.has(id))
        if (!next || !hands.isFree || isTooLateToLeave(drill, device)) return
        taken.add(next.id)
        hands.take(minutesPerTeam / 2, () => brief(drill, actor, device, next.id))
        hands.take(minutesPerTeam / 2, async () => {
          taken.delete(next.id)
          await sendOut(drill, actor, device, next.id)
        })
      },
      desk,
    )
  }
}

function teamsWithSheet(device: DrillDevice) {
  return device
    .all('team')
    .filter((team) => isAtCenter(team) && device.get('workOrder', team.workOrderId)?.status === 'printed')
    .toSorted((a, b) => a.number - b.number)
}

async function brief(drill: Drill, actor: StaffActor, device: DrillDevice, teamId: string): Promise<void> {
  const team = device.get('team', teamId)
  if (team && isAtCenter(team)) await drill.send(actor, 'teams.briefTeam', { teamId })
}

async function sendOut(drill: Drill, actor: StaffActor, device: DrillDevice, teamId: string): Promise<void> {
  const team = device.get('team', teamId)
  const workOrderId = team && isAtCenter(team) ? team.workOrderId : null
  if (workOrderId && !isTooLateToLeave(drill, device))
    await drill.send(actor, 'dispatch.dispatchTeam', { workOrderId, checked: [...departureChecks] })
}
