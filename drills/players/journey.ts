import type { Drill, InputOf, LeaderOut } from '#drills/core/drill.ts'
import type { DrillDevice } from '#drills/core/drill-device.ts'
import { idNamed } from '#drills/core/named-ids.ts'
import type { Visit } from '#drills/core/scenario.ts'
import { SeededRandom } from '#drills/core/seeded-random.ts'
import { type LeaderWays, silentFor, waysInTime } from '#drills/players/leader-ways.ts'
import { expectedOf } from '#drills/players/overdue.ts'
import { returnScript, ring } from '#drills/players/ring.ts'
import { noticeOfToday } from '#drills/players/time-to-leave.ts'
import { clockOf, instantAt, timeZone } from '#shared/core/time.ts'
import type { Team } from '#shared/teams/team.ts'

interface Way {
  /** Minutes from the center to the house. */
  travel: number
  /** The leader's phone; undefined where the leader has none and everything waits for the paper. */
  phone: DrillDevice | undefined
  /** What anybody can see at the center. */
  eye: DrillDevice
  /** How the leader is. */
  ways: LeaderWays
  /** The share of calls that the leader does not answer. */
  unanswered: number
}

/** From the last stroke of work to the way back, and some air: at the door, many come at once. */
const minutesToPackUp = 26

interface Step {
  afterMinutes: number
  act: () => Promise<void>
  /** After a break it is done late rather than never. */
  mustHappen?: boolean
}

/** One outing of one team, in the leader's taps. Every minute it is asked to go on. */
export class Journey implements LeaderOut {
  private readonly drill: Drill
  private readonly team: Team
  private visit: Visit
  private readonly way: Way
  private readonly leftAt: number
  /** Whether they have packed up before the work was done. */
  private cut = false
  /** As far as the day has room for them. */
  private readonly ways: LeaderWays
  /** Minutes after they left at which their work ends. */
  private doneAt = 0
  /** How often somebody at the center has called. */
  private calls = 0
  private steps: Step[]

  constructor(drill: Drill, team: Team, visit: Visit, way: Way) {
    this.drill = drill
    this.team = team
    this.visit = visit
    this.way = way
    this.leftAt = Date.parse(team.departedAt ?? drill.clock.now())
    this.ways = waysInTime(way.ways, visit, { usual: this.usual, limits: this.limits() })
    this.steps = this.plan()
    if (drill.isResumed) this.steps = this.steps.filter((step) => step.mustHappen || this.lies(step) > 0)
  }

  /** So many minutes after they left, in milliseconds. */
  private at(afterMinutes: number): number {
    return this.leftAt + afterMinutes * 60_000
  }

  /** How far ahead a step lies, in milliseconds. */
  private lies({ afterMinutes }: Step): number {
    return this.at(afterMinutes) - this.drill.clock.milliseconds
  }

  /** Does whatever is due by now; after a stop the team packs up, and where the day is cut short, in time to be back. */
  async goOn(): Promise<void> {
    const out = (this.drill.clock.milliseconds - this.leftAt) / 60_000
    if (!this.cut && out < this.doneAt && out >= this.latestEnd()) this.packUp(out)
    for (;;) {
      const [next] = this.steps
      if (!next || this.lies(next) > 0) return
      this.steps.shift()
      await next.act()
    }
  }

  /** Minutes from leaving at which the work ends whether it is done or not. */
  private latestEnd(): number {
    const notice = noticeOfToday(this.way.eye)
    if (notice === null || notice.kind === 'stop') return notice === null ? Number.POSITIVE_INFINITY : 0
    const back = Date.parse(instantAt(this.drill.today, notice.returnBy ?? '23:59', timeZone))
    return (back - this.leftAt) / 60_000 - this.way.travel - minutesToPackUp
  }

  private packUp(out: number): void {
    this.cut = true
    const { workDone, nextHeadcount } = this.visit
    this.visit = {
      ...this.visit,
      outcome: 'toBeContinued',
      workDone: `途中で切りあげた。（予定していた作業: ${workDone}）`,
      remainingWork: '残りは、次に活動できる日に',
      nextHeadcount: Math.max(nextHeadcount, this.team.members.length),
    }
    this.steps = this.planHome(out)
  }

  private plan(): Step[] {
    const { setsOutAfter, silent, helpNeeded, moreMinutes } = this.ways
    const { minutes, oneComesAhead } = this.visit
    const travel = setsOutAfter + this.way.travel
    const steps: Step[] = [
      { afterMinutes: setsOutAfter + 1, act: () => this.signal('departed') },
      { afterMinutes: travel, act: () => this.signal('arrived') },
    ]
    if (silent) return [...steps, ...this.planToStay()]
    if (helpNeeded !== undefined)
      steps.push({ afterMinutes: travel + minutes * 0.3, act: () => this.signal('helpNeeded', { note: helpNeeded }) })
    if (oneComesAhead)
      steps.push({ afterMinutes: travel + minutes * 0.5, act: async () => this.sendOneAhead(travel + minutes * 0.5) })
    if (moreMinutes !== undefined)
      steps.push({ afterMinutes: travel + minutes * 0.7, act: () => this.signal('moreTime', { minutes: moreMinutes }) })
    return [...steps, ...this.planHome(travel + minutes + (moreMinutes ?? 0))]
  }

  /** They work on and do not look at the clock, nor at their phone. */
  private planToStay(): Step[] {
    const backAt = this.limits().expectedAfter + silentFor
    this.doneAt = backAt - this.way.travel - 6
    return [{ afterMinutes: backAt, act: () => this.standAtTheDoor(backAt), mustHappen: true }]
  }

  pickUp(): boolean {
    const chance = SeededRandom.of(
      this.drill.scenario.seed,
      `call ${this.team.id} ${this.team.departedAt} ${this.calls++}`,
    )
    if (chance.fraction() < this.way.unanswered) return false
    const out = (this.drill.clock.milliseconds - this.leftAt) / 60_000
    if (this.ways.silent && !this.cut && out < this.doneAt) {
      this.cut = true
      this.steps = this.planHome(out)
    }
    return true
  }

  /** Minutes from leaving to the door again, where nobody is late and nobody asks for more. */
  private get usual(): number {
    return this.visit.minutes + 2 * this.way.travel + 6
  }

  /** By when the sheet expects them, and the day all. */
  private limits() {
    const { eye } = this.way
    const returnBy = eye.get('day', this.team.dayId)?.returnBy ?? '23:59'
    const expected = expectedOf(eye, this.team)
    const last = Date.parse(instantAt(this.drill.today, returnBy, timeZone))
    const after = (at: number) => (at - this.leftAt) / 60_000
    return { expectedAfter: after(expected === '' ? last : Date.parse(expected)), lastReturnAfter: after(last) }
  }

  private planHome(doneAt: number): Step[] {
    this.doneAt = doneAt
    const backAt = doneAt + 6 + this.way.travel
    return [
      { afterMinutes: doneAt, act: () => this.signal('done') },
      { afterMinutes: doneAt + 4, act: () => this.sendReport(doneAt + 4), mustHappen: true },
      { afterMinutes: doneAt + 6, act: () => this.signal('comingBack') },
      { afterMinutes: backAt, act: () => this.standAtTheDoor(backAt), mustHappen: true },
    ]
  }

  private get leader() {
    return { kind: 'volunteer', attendanceId: this.team.leaderId ?? '' } as const
  }

  private async signal(
    signal: InputOf<'dispatch.signal'>['signal'],
    { note = '', minutes = 0 }: { note?: string; minutes?: number } = {},
  ): Promise<void> {
    if (!this.way.phone) return
    await this.drill.work.byPhone(async () => {
      await this.drill.send(this.leader, 'dispatch.signal', { teamId: this.team.id, signal, minutes, note })
    })
  }

  private async sendReport(afterMinutes: number): Promise<void> {
    const { report, outcome, workDone, remainingWork, nextHeadcount, observation } = this.visit
    const { workOrderId } = this.team
    if (!this.way.phone || report === 'paper' || this.ways.silent || workOrderId === null) return
    const arrivedAt = this.at(this.ways.setsOutAfter + this.way.travel)
    const input = {
      reportId: this.drill.random.id(),
      workOrderId,
      outcome,
      workDone,
      remainingWork,
      nextHeadcount,
      headcount: this.team.members.length,
      startedAt: clockOf(arrivedAt, timeZone),
      endedAt: clockOf(this.at(afterMinutes), timeZone),
      observation,
    }
    const id = idNamed(`report-${workOrderId}`)
    await this.drill.work.byPhone(async () => {
      await this.drill.send(this.leader, 'reports.sendReport', input, { id })
    })
  }

  private sendOneAhead(afterMinutes: number): void {
    const ahead = this.team.members.find(({ attendanceId }) => attendanceId !== this.team.leaderId)
    if (ahead) this.drill.aheadAtTheDoor.set(ahead.attendanceId, this.at(afterMinutes))
  }

  private async standAtTheDoor(afterMinutes: number): Promise<void> {
    this.way.phone?.close()
    const { id, number } = this.team
    const at = this.at(afterMinutes)
    this.drill.facts.note('return', id, { at })
    this.drill.leaders.delete(id)
    const travel = this.ways.setsOutAfter + this.way.travel
    this.drill.atTheDoor.set(id, { visit: this.visit, leftAt: this.leftAt, travel, at })
    if (!this.drill.isHuman('return')) return
    const told = { key: `return-${id}`, deskName: 'return', title: `${number}班が戻りました` }
    await ring(this.drill, { ...told, script: returnScript(this.visit) })
  }
}
