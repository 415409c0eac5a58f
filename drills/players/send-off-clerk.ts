import type { Drill, StaffActor } from '#drills/core/drill.ts'
import type { DrillDevice } from '#drills/core/drill-device.ts'
import type { PartOf } from '#drills/core/scenario.ts'
import { OneAtATime } from '#drills/players/one-at-a-time.ts'
import { isTooLateToLeave } from '#drills/players/time-to-leave.ts'
import { departureChecks } from '#shared/dispatch/departure-check.ts'
import { isAtCenter } from '#shared/teams/rules.ts'
import type { Team } from '#shared/teams/team.ts'

const desk = { deskName: 'equipment', needsScreen: false }

/** Briefs the teams that have their sheet, asks the five points at the door, and sends them out. */
export async function playSendOffClerks(drill: Drill, parts: readonly PartOf<'sendOff'>[]): Promise<void> {
  const shared = { taken: new Set<string>(), keyedIn: new Set<string>() }
  for (const part of parts) {
    const actor = drill.atDesk(part.staff)
    const clerk = new SendOffClerk(drill, actor, await drill.device(actor), part, shared)
    drill.every(2, drill.scenario.startsAt, () => clerk.lookAround(), desk)
  }
}

/** What all clerks at the door know of each other. */
interface Shared {
  /** Teams that stand before one of them. */
  taken: Set<string>
  /** Departures of the dark time that somebody has keyed in. */
  keyedIn: Set<string>
}

class SendOffClerk {
  private readonly drill: Drill
  private readonly actor: StaffActor
  private readonly device: DrillDevice
  private readonly part: PartOf<'sendOff'>
  private readonly shared: Shared
  private readonly hands: OneAtATime

  constructor(drill: Drill, actor: StaffActor, device: DrillDevice, part: PartOf<'sendOff'>, shared: Shared) {
    this.drill = drill
    this.actor = actor
    this.device = device
    this.part = part
    this.shared = shared
    this.hands = new OneAtATime(drill, desk.deskName)
  }

  async lookAround(): Promise<void> {
    const { control } = this.drill
    if (!control.isDark) await this.keyIn()
    const { taken } = this.shared
    const standing = control.isDark ? this.teamsOnPaper() : this.teamsWithSheet().map(({ id }) => id)
    const next = standing.find((id) => !taken.has(id))
    if (next === undefined || !this.hands.isFree || isTooLateToLeave(this.drill, this.device)) return
    taken.add(next)
    const half = this.part.minutesPerTeam / 2
    this.hands.take(half, () => this.brief(next), { onPaper: async () => undefined })
    this.hands.take(half, () => this.see(next), { onPaper: () => this.writeDown(next) })
  }

  private teamsWithSheet() {
    return this.device
      .all('team')
      .filter((team) => isAtCenter(team) && this.hasSheet(team))
      .toSorted((a, b) => a.number - b.number)
  }

  /** One that says what the need says now. */
  private hasSheet({ workOrderId, needId }: Team): boolean {
    const [sheet, need] = [this.device.get('workOrder', workOrderId), this.device.get('need', needId)]
    return sheet?.status === 'printed' && (need === undefined || need.version === sheet.needVersion)
  }

  /** In the dark, also those whose sheet is written by hand, and those that stand on no screen yet. */
  private teamsOnPaper(): string[] {
    const gone = new Set(this.drill.facts.papers('departure').map(({ key }) => key))
    const known = this.device
      .all('team')
      .filter((team) => isAtCenter(team) && team.leaderId !== null && team.needId !== null)
    const byHand = this.drill.paperTeams.map(({ teamId }) => teamId)
    const standing = [...known.toSorted((a, b) => a.number - b.number).map(({ id }) => id), ...byHand]
    return standing.filter((id) => !gone.has(id))
  }

  /** The list at the door: which team left when. */
  private async writeDown(teamId: string): Promise<void> {
    this.shared.taken.delete(teamId)
    this.drill.facts.note('departure', teamId)
    await this.drill.facts.write()
  }

  /** Whoever left while screens were dark has left by the screens as soon as the dispatch desk has keyed in their sheet. */
  private async keyIn(): Promise<void> {
    for (const { key, at } of this.drill.facts.papers('departure')) {
      if (this.shared.keyedIn.has(key) || !this.teamsWithSheet().some(({ id }) => id === key)) continue
      this.shared.keyedIn.add(key)
      await this.drill.asWritten(at, async () => {
        await this.brief(key)
        await this.sendOut(key)
      })
    }
  }

  private async brief(teamId: string): Promise<void> {
    const team = this.device.get('team', teamId)
    if (team && isAtCenter(team)) await this.drill.send(this.actor, 'teams.briefTeam', { teamId })
  }

  private async see(teamId: string): Promise<void> {
    this.shared.taken.delete(teamId)
    if (!isTooLateToLeave(this.drill, this.device)) await this.sendOut(teamId)
  }

  private async sendOut(teamId: string): Promise<void> {
    const team = this.device.get('team', teamId)
    const workOrderId = team && isAtCenter(team) && this.hasSheet(team) ? team.workOrderId : null
    if (workOrderId)
      await this.drill.send(this.actor, 'dispatch.dispatchTeam', { workOrderId, checked: [...departureChecks] })
  }
}
