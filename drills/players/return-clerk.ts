import { minutesPerPaper } from '#drills/core/desk-work.ts'
import { type AtTheDoor, type Drill, type StaffActor, wasRefused } from '#drills/core/drill.ts'
import type { DrillDevice } from '#drills/core/drill-device.ts'
import type { PartOf } from '#drills/core/scenario.ts'
import { OneAtATime } from '#drills/players/one-at-a-time.ts'
import { OverdueCalls } from '#drills/players/overdue.ts'
import { plainVisit, visitsOf } from '#drills/players/teams-outside.ts'
import { isTooLateToLeave } from '#drills/players/time-to-leave.ts'
import { addMinutes, clockOf, timeZone } from '#shared/core/time.ts'
import { waitsForTeam } from '#shared/needs/rules.ts'
import type { Report } from '#shared/reports/report.ts'
import type { Team } from '#shared/teams/team.ts'

const desk = { deskName: 'return', needsScreen: true }
const longestBreakMs = 3 * 60_000

/** From the welcome to the way home: tools, hands, a cup of tea. */
const minutesToLeave = 5

/** Welcomes teams, asks the three questions, hears the report, and lets people go home or wait for another job. */
export async function playReturnClerks(drill: Drill, parts: readonly PartOf<'return'>[]): Promise<void> {
  const calls = new OverdueCalls(drill)
  for (const part of parts) {
    const actor = drill.atDesk(part.staff)
    const clerk = new ReturnClerk(drill, actor, await drill.device(actor), part, { clerks: parts.length, calls })
    drill.every(2, drill.scenario.startsAt, () => clerk.lookAtTheDoor(), desk)
  }
}

/** What all clerks at the return desk share. */
interface Shared {
  /** How many they are. */
  clerks: number
  calls: OverdueCalls
}

class ReturnClerk {
  private readonly drill: Drill
  private readonly actor: StaffActor
  private readonly device: DrillDevice
  private readonly part: PartOf<'return'>
  private readonly hands: OneAtATime
  /** When it last looked, in milliseconds. */
  private lookedAt: number
  private readonly shared: Shared

  constructor(drill: Drill, actor: StaffActor, device: DrillDevice, part: PartOf<'return'>, shared: Shared) {
    this.drill = drill
    this.actor = actor
    this.device = device
    this.part = part
    this.shared = shared
    this.lookedAt = drill.isResumed ? 0 : drill.clock.milliseconds
    this.hands = new OneAtATime(drill, desk.deskName)
  }

  async lookAtTheDoor(): Promise<void> {
    const now = this.drill.clock.milliseconds
    // People sat here meanwhile, or the drill was broken off: whatever they began is brought to its end.
    if (now - this.lookedAt > longestBreakMs) this.takeOver()
    this.lookedAt = now
    for (const [attendanceId, at] of this.drill.aheadAtTheDoor) {
      this.drill.aheadAtTheDoor.delete(attendanceId)
      await this.asItWas(at, async () => {
        await this.drill.send(this.actor, 'reports.receivePerson', { attendanceId })
      })
    }
    // The others at this desk take theirs; nobody takes the whole queue.
    const share = Math.ceil(this.drill.atTheDoor.size / this.shared.clerks)
    for (const [teamId, arrival] of [...this.drill.atTheDoor].slice(0, share)) {
      this.drill.atTheDoor.delete(teamId)
      const minutes = this.drill.control.wasDarkAt(arrival.at) ? minutesPerPaper : this.part.minutesPerTeam
      this.hands.take(minutes, () => this.asItWas(arrival.at, () => this.welcome(teamId, arrival)))
    }
    if (this.hands.isFree) this.shared.calls.lookAround(this.device, this.hands, this.actor)
    const nobodyLeaves = isTooLateToLeave(this.drill, this.device)
    if (this.drill.clockNow >= this.part.goHomeFrom || nobodyLeaves) await this.sendHome()
  }

  /** Whoever came to the door while screens were dark was written down then, and is keyed in with that time. */
  private asItWas(at: number, act: () => Promise<void>): Promise<void> {
    return this.drill.control.wasDarkAt(at) ? this.drill.asWritten(at, act) : act()
  }

  private takeOver(): void {
    const visits = visitsOf(this.drill)
    for (const team of this.device.all('team').filter(({ status }) => status === 'back')) {
      const [visit = plainVisit] = visits.get(team.needId ?? '')?.splice(0, 1) ?? []
      if (!this.isUnfinished(team)) continue
      const leftAt = Date.parse(team.departedAt ?? this.drill.clock.now())
      this.hands.take(this.part.minutesPerTeam, async () => {
        await this.hear(team, { visit, leftAt, travel: 15, at: this.drill.clock.milliseconds })
        await this.letGo(team)
      })
    }
  }

  private isUnfinished({ workOrderId, members }: Team): boolean {
    const heard = this.device
      .all('report')
      .some((report) => report.workOrderId === workOrderId && report.status === 'accepted')
    const here = members.some(({ attendanceId }) => this.device.get('attendance', attendanceId)?.status === 'returned')
    return here || (workOrderId !== null && !heard)
  }

  private async welcome(teamId: string, arrival: AtTheDoor): Promise<void> {
    const team = this.device.get('team', teamId)
    if (!team) return
    if (team.status === 'out') await this.drill.send(this.actor, 'reports.receiveTeam', { teamId, missingIds: [] })
    await this.writeIncidents(team, arrival)
    await this.hear(team, arrival)
    const { control, clock } = this.drill
    const goneAt = arrival.at + minutesToLeave * 60_000
    // They did not wait until the screens were back.
    if (control.wasDarkAt(arrival.at) && goneAt <= clock.milliseconds)
      return this.drill.asWritten(goneAt, () => this.letGo(team))
    this.drill.after(minutesToLeave, () => this.drill.work.do(desk.deskName, () => this.letGo(team)))
  }

  private async writeIncidents({ id: teamId }: Team, { visit }: AtTheDoor): Promise<void> {
    for (const kind of ['injury', 'nearMiss'] as const) {
      const text = visit[kind]
      if (text === undefined) continue
      const input = { incidentId: this.drill.random.id(), teamId, attendanceId: null, kind, text }
      await this.drill.send(this.actor, 'reports.recordIncident', input)
    }
  }

  private async hear(team: Team, arrival: AtTheDoor): Promise<void> {
    if (team.workOrderId === null) return
    const reports = this.device.all('report').filter(({ workOrderId }) => workOrderId === team.workOrderId)
    if (reports.some(({ status }) => status === 'accepted')) return
    const { visit } = arrival
    const { injury, nearMiss } = visit
    const input = {
      ...(reports.at(-1) ? ofPhone(reports.at(-1)) : this.fromPaper(team, arrival)),
      workOrderId: team.workOrderId,
      observation: { text: visit.observation, watch: visit.watch },
      safety: { injury: injury !== undefined, nearMiss: nearMiss !== undefined, unwell: false },
    }
    await this.drill.send(this.actor, 'reports.acceptReport', input)
  }

  /** The lower half of the sheet, as the leader wrote it down. */
  private fromPaper(team: Team, { visit, leftAt, travel }: AtTheDoor) {
    const startedAt = addMinutes(leftAt, travel)
    const { outcome, workDone, remainingWork, nextHeadcount } = visit
    return {
      reportId: this.drill.random.id(),
      source: 'paper' as const,
      outcome,
      workDone,
      remainingWork,
      nextHeadcount,
      headcount: team.members.length,
      startedAt: clockOf(startedAt, timeZone),
      endedAt: clockOf(addMinutes(startedAt, visit.minutes), timeZone),
    }
  }

  /** Before noon, and while something waits, people take another job; later they go home. */
  private async letGo(team: Team): Promise<void> {
    const back = team.members.flatMap(({ attendanceId }) => this.device.get('attendance', attendanceId) ?? [])
    const attendanceIds = back.filter(({ status }) => status === 'returned').map(({ id }) => id)
    if (attendanceIds.length === 0) return
    const more = this.device.all('need').some(({ status, teamIds }) => waitsForTeam(status) && teamIds.length === 0)
    const again = more && this.drill.clockNow < '12:00' && !isTooLateToLeave(this.drill, this.device)
    await this.drill.send(this.actor, again ? 'reports.backToWaiting' : 'reports.sendHome', { attendanceIds })
  }

  private async sendHome(): Promise<void> {
    const attendanceIds = this.device
      .all('attendance')
      .filter(({ status }) => ['waiting', 'consulting', 'centerWork', 'waitingListed'].includes(status))
      .map(({ id }) => id)
      .slice(0, 60)
    if (attendanceIds.length > 0) wasRefused(await this.drill.send(this.actor, 'reports.sendHome', { attendanceIds }))
  }
}

/** What the leader's phone sent, as it is heard at the desk. */
function ofPhone(report: Report | undefined) {
  if (!report) throw new Error('there is no report to hear')
  const { id: reportId, outcome, workDone, remainingWork, nextHeadcount, headcount, startedAt, endedAt } = report
  const clock = (at: string | null) => (at === null ? null : clockOf(at, timeZone))
  const times = { startedAt: clock(startedAt), endedAt: clock(endedAt) }
  return { reportId, source: 'phone' as const, outcome, workDone, remainingWork, nextHeadcount, headcount, ...times }
}
