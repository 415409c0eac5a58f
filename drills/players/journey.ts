import type { Drill, InputOf } from '#drills/core/drill.ts'
import type { DrillDevice } from '#drills/core/drill-device.ts'
import type { Visit } from '#drills/core/scenario.ts'
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
}

/** From the last stroke of work to the way back, and some air: at the door, many come at once. */
const minutesToPackUp = 26

/** One outing of one team, in the leader's taps. Every minute it is asked to go on. */
export class Journey {
  private readonly drill: Drill
  private readonly team: Team
  private visit: Visit
  private readonly way: Way
  private readonly leftAt: number
  /** Whether they have packed up before the work was done. */
  private cut = false
  private steps: { afterMinutes: number; act: () => Promise<void> }[]

  constructor(drill: Drill, team: Team, visit: Visit, way: Way) {
    this.drill = drill
    this.team = team
    this.visit = visit
    this.way = way
    this.leftAt = drill.clock.milliseconds
    this.steps = this.plan()
  }

  /** Does whatever is due by now; after a stop the team packs up, and where the day is cut short, in time to be back. */
  async goOn(): Promise<void> {
    const out = (this.drill.clock.milliseconds - this.leftAt) / 60_000
    if (!this.cut && this.steps.length > 3 && out >= this.latestEnd()) this.packUp(out)
    for (;;) {
      const [next] = this.steps
      if (!next || this.leftAt + next.afterMinutes * 60_000 > this.drill.clock.milliseconds) return
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

  private plan() {
    const { travel } = this.way
    const { minutes, helpNeeded, moreMinutes, oneComesAhead } = this.visit
    const steps = [
      { afterMinutes: 1, act: () => this.signal('departed') },
      { afterMinutes: travel, act: () => this.signal('arrived') },
    ]
    if (helpNeeded !== undefined)
      steps.push({ afterMinutes: travel + minutes * 0.3, act: () => this.signal('helpNeeded', { note: helpNeeded }) })
    if (oneComesAhead) steps.push({ afterMinutes: travel + minutes * 0.5, act: async () => this.sendOneAhead() })
    if (moreMinutes !== undefined)
      steps.push({ afterMinutes: travel + minutes * 0.7, act: () => this.signal('moreTime', { minutes: moreMinutes }) })
    return [...steps, ...this.planHome(travel + minutes + (moreMinutes ?? 0))]
  }

  private planHome(doneAt: number) {
    return [
      { afterMinutes: doneAt, act: () => this.signal('done') },
      { afterMinutes: doneAt + 4, act: () => this.sendReport() },
      { afterMinutes: doneAt + 6, act: () => this.signal('comingBack') },
      { afterMinutes: doneAt + 6 + this.way.travel, act: async () => this.standAtTheDoor() },
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
    await this.drill.send(this.leader, 'dispatch.signal', { teamId: this.team.id, signal, minutes, note })
  }

  private async sendReport(): Promise<void> {
    const { report, outcome, workDone, remainingWork, nextHeadcount, observation } = this.visit
    if (!this.way.phone || report === 'paper' || this.team.workOrderId === null) return
    const arrivedAt = this.leftAt + this.way.travel * 60_000
    await this.drill.send(this.leader, 'reports.sendReport', {
      reportId: this.drill.random.id(),
      workOrderId: this.team.workOrderId,
      outcome,
      workDone,
      remainingWork,
      nextHeadcount,
      headcount: this.team.members.length,
      startedAt: clockOf(arrivedAt, timeZone),
      endedAt: this.drill.clockNow,
      observation,
    })
  }

  private sendOneAhead(): void {
    const ahead = this.team.members.find(({ attendanceId }) => attendanceId !== this.team.leaderId)
    if (ahead) this.drill.aheadAtTheDoor.add(ahead.attendanceId)
  }

  private standAtTheDoor(): void {
    this.way.phone?.close()
    this.drill.atTheDoor.set(this.team.id, { visit: this.visit, leftAt: this.leftAt, travel: this.way.travel })
  }
}
