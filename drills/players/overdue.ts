import type { Drill, StaffActor } from '#drills/core/drill.ts'
import type { DrillDevice } from '#drills/core/drill-device.ts'
import type { OneAtATime } from '#drills/players/one-at-a-time.ts'
import { profileNamed } from '#shared/center/profiles.ts'
import { timeZone } from '#shared/core/time.ts'
import { expectedBack, lateMinutes } from '#shared/reports/overdue.ts'
import type { Team } from '#shared/teams/team.ts'

/** When a team is expected by its sheet, its day and what its leader asked for; '' where nobody can say. */
export function expectedOf(device: DrillDevice, team: Team): string {
  const day = device.get('day', team.dayId)
  if (!day) return ''
  const returnBy = device.get('workOrder', team.workOrderId)?.returnBy ?? day.returnBy
  const notices = device.all('notice').filter(({ dayId }) => dayId === day.id)
  return expectedBack({ date: day.date, returnBy, moreMinutes: team.moreMinutes }, notices, timeZone)
}

/** How late a team is by the list of who is still out (全員帰着), which every desk sees; 0 while all is well. */
export function lateBy(drill: Drill, device: DrillDevice, team: Team): number {
  const expected = expectedOf(device, team)
  const [center] = device.all('center')
  const { overdueAfterMinutes } = profileNamed(center?.profileName ?? drill.scenario.center.profileName).return
  return expected === '' ? 0 : lateMinutes(expected, drill.clock.now(), overdueAfterMinutes)
}

/** A call, its words in the chronology included. */
const minutesPerCall = 2
/** Where nobody answered, the desk calls once more. */
const callAgainAfter = 10

/** The return desk calls whoever is overdue, again and again until somebody answers; each call stands in the chronology. */
export class OverdueCalls {
  private readonly drill: Drill
  /** When a team may be called next, in milliseconds. */
  private readonly nextCallAt = new Map<string, number>()

  constructor(drill: Drill) {
    this.drill = drill
  }

  lookAround(device: DrillDevice, hands: OneAtATime, actor: StaffActor): void {
    const { drill } = this
    const now = drill.clock.milliseconds
    for (const team of device.all('team').filter((one) => this.isOut(device, one.id))) {
      if ((this.nextCallAt.get(team.id) ?? 0) > now || lateBy(drill, device, team) === 0) continue
      this.nextCallAt.set(team.id, now + callAgainAfter * 60_000)
      hands.take(minutesPerCall, () => this.call(device, team, actor))
    }
  }

  /** Whoever stands at the door needs no call. */
  private isOut(device: DrillDevice, teamId: string): boolean {
    return device.get('team', teamId)?.status === 'out' && !this.drill.atTheDoor.has(teamId)
  }

  private async call(device: DrillDevice, { id, number }: Team, actor: StaffActor): Promise<void> {
    const team = device.get('team', id)
    if (!team || !this.isOut(device, id)) return
    const late = lateBy(this.drill, device, team)
    const answered = this.drill.leaders.get(id)?.pickUp() ?? false
    // Whoever is on the way is given twice the time.
    const patience = answered ? 2 * callAgainAfter : callAgainAfter
    this.nextCallAt.set(id, this.drill.clock.milliseconds + patience * 60_000)
    const heard = answered ? 'つながった。これから戻るとのこと。' : `出ない。${callAgainAfter}分後にかけ直す。`
    const input = {
      entryId: this.drill.random.id(),
      fromWhom: '帰着の係',
      toWhom: `${number}班のリーダー`,
      certainty: 'fact' as const,
      text: `${number}班が戻る時刻を${late}分すぎたので電話した。${heard}`,
    }
    await this.drill.send(actor, 'center.writeJournalEntry', input)
  }
}
