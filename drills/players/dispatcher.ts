import { minutesPerPaper } from '#drills/core/desk-work.ts'
import type { Drill, StaffActor } from '#drills/core/drill.ts'
import type { DrillDevice } from '#drills/core/drill-device.ts'
import { idNamed } from '#drills/core/named-ids.ts'
import type { PartOf } from '#drills/core/scenario.ts'
import { minutesOutFor } from '#drills/players/teams-outside.ts'
import { isTooLateToLeave } from '#drills/players/time-to-leave.ts'
import { profileNamed } from '#shared/center/profiles.ts'
import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import { issueProblem, type Setting, type TeamInView, uninsuredOf } from '#shared/dispatch/rules.ts'
import { helpIsOpen } from '#shared/dispatch/signal-rules.ts'
import type { Need } from '#shared/needs/need.ts'
import { assignProblem, isActive, isAtCenter } from '#shared/teams/rules.ts'
import type { Team } from '#shared/teams/team.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'

/** Puts waiting people to the needs that are ready, by the rules that grey out the buttons of the dispatch desk. */
export async function playDispatchers(drill: Drill, parts: readonly PartOf<'dispatch'>[]): Promise<void> {
  for (const part of parts) {
    const actor = drill.atDesk(part.staff)
    const dispatcher = new Dispatcher(drill, actor, await drill.device(actor), part)
    drill.every(part.every, part.from, () => dispatcher.lookAround(), { deskName: 'dispatch', needsScreen: false })
  }
}

const quarterMs = 15 * 60_000

/** A team of the dark time has its id by the house it goes to, so that its sheet is found again after a break. */
const paperTeamId = ({ id }: Pick<Need, 'id'>) => idNamed(`paper-team-${id}`)

/** Who goes to which house, before anybody has written it anywhere. */
interface Plan {
  need: Need
  attendanceIds: string[]
  leaderId: string
}

class Dispatcher {
  private readonly drill: Drill
  private readonly actor: StaffActor
  private readonly device: DrillDevice
  private readonly part: PartOf<'dispatch'>

  constructor(drill: Drill, actor: StaffActor, device: DrillDevice, part: PartOf<'dispatch'>) {
    this.drill = drill
    this.actor = actor
    this.device = device
    this.part = part
  }

  /** Help first, then the sheets of teams that stand there, then one new team; in the dark the same by hand. */
  async lookAround(): Promise<void> {
    if (this.drill.control.isDark) return this.formOnPaper()
    for (const team of this.device.all('team').filter(helpIsOpen))
      await this.drill.send(this.actor, 'dispatch.answerHelp', { teamId: team.id })
    const sheetsAreLeft = await this.keyIn()
    const atCenter = this.device.all('team').filter(isAtCenter)
    if (isTooLateToLeave(this.drill, this.device)) return this.disband(atCenter.filter(({ id }) => !this.hasLeft(id)))
    for (const team of atCenter) await this.issueSheet(team)
    // Until all sheets are keyed in, somebody might be sent out twice.
    if (!sheetsAreLeft && this.drill.clockNow < this.part.until) await this.formTeam()
  }

  /** By the list at the door, whatever the screens say. */
  private hasLeft(teamId: string): boolean {
    return this.drill.facts.papers('departure').some(({ key }) => key === teamId)
  }

  /** Names and houses as they stood on the wall when the screens went dark. */
  private formOnPaper(): void {
    this.recall()
    if (isTooLateToLeave(this.drill, this.device) || this.drill.clockNow >= this.part.until) return
    const plan = this.plan()
    if (plan) this.writeDown(plan, this.drill.clock.milliseconds)
  }

  private writeDown({ need, attendanceIds, leaderId }: Plan, formedAt: number): void {
    const team = { teamId: paperTeamId(need), needId: need.id, attendanceIds, leaderId, formedAt }
    this.drill.paperTeams = [...this.drill.paperTeams, team]
  }

  /** After a break the list at the door is all that is known of who has left: the same rule says once more who went. */
  private recall(): void {
    for (const { key, at } of this.drill.facts.papers('departure')) {
      if (this.device.get('team', key) || this.drill.paperTeams.some(({ teamId }) => teamId === key)) continue
      const need = this.openNeeds().find((one) => paperTeamId(one) === key)
      const there = this.fitPeople().filter(({ checkedInAt }) => Date.parse(checkedInAt) <= at)
      const plan = need && this.planOf(there, [need])
      if (plan) this.writeDown(plan, at)
    }
  }

  /** Keys in the teams that left while screens were dark, with the times of their sheets; says whether some are left. */
  private async keyIn(): Promise<boolean> {
    this.recall()
    // Who stood ready when the screens came back is put together on them.
    this.drill.paperTeams = this.drill.paperTeams.filter(({ teamId }) => this.hasLeft(teamId))
    const atOnce = Math.max(1, Math.floor(this.part.every / minutesPerPaper))
    const [now, later] = [this.drill.paperTeams.slice(0, atOnce), this.drill.paperTeams.slice(atOnce)]
    for (const { formedAt, teamId, needId, attendanceIds, leaderId } of now) {
      const need = this.device.get('need', needId)
      if (need)
        await this.drill.asWritten(formedAt, () =>
          this.form({ need, attendanceIds: [...attendanceIds], leaderId }, teamId),
        )
    }
    this.drill.paperTeams = later
    return later.length > 0
  }

  private get setting(): Setting {
    const { center } = this.drill.scenario
    const { hazard, profileName } = this.device.all('center')[0] ?? center
    const profile = profileNamed(profileName)
    const stop = this.device.all('notice').find(({ kind, liftedAt }) => kind === 'stop' && liftedAt === null)
    const { dispatch: policy, insurance } = profile
    return { hazard, date: this.drill.today, policy, insurance, stop, zone: timeZone, byLead: false }
  }

  /** Nobody leaves any more: whoever stood ready goes back to those who wait. */
  private async disband(teams: readonly Team[]): Promise<void> {
    for (const { id } of teams) await this.drill.send(this.actor, 'dispatch.disbandTeam', { teamId: id })
  }

  private async issueSheet(team: Team): Promise<void> {
    const workOrder = this.device.get('workOrder', team.workOrderId)
    const view = this.viewOf(team, workOrder)
    // What was added at the house since stands on a new sheet.
    if (workOrder?.status === 'printed' && workOrder.needVersion === view.need?.version) return
    if (issueProblem(view, this.setting) !== null) return
    const reasonForTeam = `ニーズ票の${view.need?.headcount ?? 0}人に、着いた順で${team.members.length}人。経験のある人をリーダーに。`
    const given = { workOrderId: this.drill.random.id(), teamId: team.id, basedOnId: team.workOrderId }
    const input = { ...given, reasonForTeam, returnBy: this.returnByOf(team) }
    await this.drill.send(this.actor, 'dispatch.issueWorkOrder', input)
  }

  /** As long as such a job takes, the way there and back, and some air; null where the day's own time comes first. */
  private returnByOf({ needId, dayId }: Team): string | null {
    const out = minutesOutFor(this.drill, needId)
    const by = Math.ceil((this.drill.actingAt + out * 60_000) / quarterMs) * quarterMs
    const [clock, last] = [clockOf(by, timeZone), this.device.get('day', dayId)?.returnBy ?? '']
    return clock < last && dateOf(by, timeZone) === this.drill.today ? clock : null
  }

  private viewOf(team: Team, workOrder: TeamInView['workOrder']): TeamInView {
    const members = team.members.flatMap(({ attendanceId }) => this.device.get('attendance', attendanceId) ?? [])
    return { team, members, need: this.device.get('need', team.needId), workOrder }
  }

  private async formTeam(): Promise<void> {
    const plan = this.plan()
    if (plan) await this.form(plan, this.drill.random.id())
  }

  private async form({ need, attendanceIds, leaderId }: Plan, teamId: string): Promise<void> {
    const input = { teamId, attendanceIds, leaderId, needId: need.id, seenTeamIds: need.teamIds }
    await this.drill.send(this.actor, 'teams.formTeam', input)
  }

  /** A group that works among itself first, then whoever came alone or may stand with others. */
  private plan(): Plan | undefined {
    const people = this.fitPeople()
    const needs = this.openNeeds()
    const keeping = Object.groupBy(people.filter(isKept), ({ groupVisitId }) => groupVisitId ?? '')
    for (const group of Object.values(keeping)) {
      const plan = group && this.planOf(group, needs, group.length)
      if (plan) return plan
    }
    return this.planOf(
      people.filter((one) => !isKept(one)),
      needs,
    )
  }

  /** Never larger than asked, and of a group as many as are there. */
  private planOf(
    people: readonly Attendance[],
    needs: readonly Need[],
    most = Number.POSITIVE_INFINITY,
  ): Plan | undefined {
    for (const need of needs) {
      const members = this.choose(people, Math.min(most, need.headcount))
      const leader =
        members.find(({ experience, channel }) => experience && channel === 'phone') ?? members.find(isAdult)
      if (leader) return { need, attendanceIds: members.map(({ id }) => id), leaderId: leader.id }
    }
    return undefined
  }

  /** Who waits, is insured for today, and has a guardian's word where one is needed; the first to come first. */
  private fitPeople(): Attendance[] {
    const onPaper = new Set(this.drill.paperTeams.flatMap(({ attendanceIds }) => attendanceIds))
    const waiting = this.device
      .all('attendance')
      .filter(({ status, teamId, id }) => status === 'waiting' && teamId === null && !onPaper.has(id))
    const uninsured = new Set(uninsuredOf(waiting, this.setting))
    return waiting
      .filter((one) => !uninsured.has(one) && one.guardianConsent !== 'missing')
      .toSorted((a, b) => a.number - b.number)
  }

  private openNeeds(): Need[] {
    const teams = this.device.all('team')
    const onPaper = new Set(this.drill.paperTeams.map(({ needId }) => needId))
    return this.device
      .all('need')
      .filter(({ id }) => !onPaper.has(id))
      .filter((need) => !teams.some((team) => team.needId === need.id && isActive(team)))
      .filter(
        (need) =>
          assignProblem(
            need,
            teams.filter(({ needId }) => needId === need.id),
            need.teamIds,
            timeZone,
          ) === null,
      )
      .filter((need) => need.visits === 0 || this.goesOnToday(need))
      .toSorted((a, b) => Number(b.urgent) - Number(a.urgent) || a.number - b.number)
  }

  /** 継続: what was left undone on an earlier day. */
  private goesOnToday({ status, statusAt }: Need): boolean {
    return status === 'toBeContinued' && dateOf(statusAt, timeZone) < this.drill.today
  }

  /** As many as the need asks for; fewer only where nobody else is coming. A minor goes with grown-ups. */
  private choose(people: readonly Attendance[], headcount: number): Attendance[] {
    const [adults, minors] = [people.filter(isAdult), people.filter((one) => !isAdult(one))]
    const closed = this.drill.clockNow >= (this.device.all('day').at(-1)?.receptionClosesAt ?? '11:00')
    if (people.length < headcount && !closed) return []
    const someMinors = minors.slice(0, Math.max(0, Math.min(1, headcount - 2)))
    const members = [...adults.slice(0, headcount - someMinors.length), ...someMinors]
    const enough = closed ? this.setting.policy.minTeamSize : headcount
    return members.length >= enough ? members : []
  }
}

function isKept({ keepTogether }: Attendance): boolean {
  return keepTogether
}

function isAdult({ ageBand }: Attendance): boolean {
  return ageBand !== 'under18'
}
