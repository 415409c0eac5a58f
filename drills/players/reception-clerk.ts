import { type Drill, type StaffActor, wasRefused } from '#drills/core/drill.ts'
import type { DrillDevice } from '#drills/core/drill-device.ts'
import { ringIdOf } from '#drills/core/named-ids.ts'
import type { PartOf } from '#drills/core/scenario.ts'
import { checkInId, type ReceptionQueue, type Volunteer } from '#drills/players/arrivals.ts'
import { Line } from '#drills/players/line.ts'
import { OneAtATime } from '#drills/players/one-at-a-time.ts'
import { arrivalScript, ring } from '#drills/players/ring.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { insuranceGap } from '#shared/volunteers/rules.ts'

const desk = { deskName: 'reception', needsScreen: true }

/** The reception desk: people without a phone, insurance on the spot, a word about health. Clerks take turns. */
export async function playReceptionClerks(
  drill: Drill,
  parts: readonly PartOf<'reception'>[],
  eye: DrillDevice,
): Promise<ReceptionQueue> {
  const clerks: ReceptionClerk[] = []
  const settled = new Set<string>()
  const line = new Line(drill, eye)
  for (const part of parts) {
    const actor = drill.atDesk(part.staff)
    const clerk = new ReceptionClerk(drill, actor, await drill.device(actor), part, { settled, line })
    drill.every(2, drill.scenario.startsAt, async () => clerk.lookAround(), desk)
    clerks.push(clerk)
  }
  let turn = 0
  const next = () => clerks[turn++ % clerks.length]
  return {
    standInLine: async (volunteer, at) => next()?.typeIn(volunteer, at),
    ask: (minutes, act, rung) => next()?.attend(minutes, act, rung),
    line,
  }
}

/** What all clerks know of each other. */
interface Shared {
  /** Whom one of the clerks has taken aside already. */
  settled: Set<string>
  line: Line
}

class ReceptionClerk {
  private readonly drill: Drill
  private readonly actor: StaffActor
  private readonly device: DrillDevice
  private readonly part: PartOf<'reception'>
  private readonly settled: Set<string>
  private readonly line: Line
  private readonly hands: OneAtATime
  /** Written by hand while screens were dark, each with the time at which somebody stood there. */
  private readonly sheets: { volunteer: Volunteer; at: number }[] = []

  constructor(drill: Drill, actor: StaffActor, device: DrillDevice, part: PartOf<'reception'>, shared: Shared) {
    this.drill = drill
    this.actor = actor
    this.device = device
    this.part = part
    this.settled = shared.settled
    this.line = shared.line
    this.hands = new OneAtATime(drill, desk.deskName)
  }

  /** 代行入力. Where the form shows a likely double, the clerk looks, sees the same face, and makes no second one. */
  async typeIn(volunteer: Volunteer, at: number): Promise<void> {
    const { drill, hands, part } = this
    const key = volunteer.form.attendanceId
    if (drill.control.wasDarkAt(at) && !drill.isHuman(desk.deskName)) {
      this.sheets.push({ volunteer, at })
      return
    }
    this.line.join({ key, name: volunteer.form.name, at })
    if (drill.injectOf(ringIdOf(key))?.state === 'answered') return
    const told = { key, deskName: desk.deskName, title: '受付に人が来ています', script: arrivalScript(volunteer) }
    await hands.hear(
      part.minutesPerProxy,
      () => this.checkIn(volunteer, 'proxy'),
      () => ring(drill, told),
    )
  }

  private async checkIn({ kind, form }: Volunteer, channel: 'proxy' | 'paper'): Promise<void> {
    const knownPersonId = kind.returning ? form.personId : null
    const input = { ...form, channel, knownPersonId, isAnother: false }
    const reply = await this.drill.send(this.actor, 'volunteers.checkInByProxy', input, { id: checkInId(form) })
    if (wasRefused(reply)) this.line.leave(form.attendanceId)
  }

  /** The sheets of the dark time are keyed in one by one, with their own times. */
  private keyInSheets(): void {
    const { drill } = this
    for (const { volunteer, at } of this.sheets.splice(0))
      this.hands.take(this.part.minutesPerSheet, () => drill.asWritten(at, () => this.checkIn(volunteer, 'paper')))
  }

  /** A bus is received by one clerk, whose lane waits so long. */
  attend(minutes: number, act: (actor: StaffActor) => Promise<void>, rung?: () => Promise<string>): void {
    this.hands.take(minutes, () => act(this.actor), rung ? { ring: rung } : {})
  }

  /** Calls whoever has something to settle, in the order of their numbers. */
  lookAround(): void {
    this.keyInSheets()
    const people = this.device.all('attendance').toSorted((a, b) => a.number - b.number)
    for (const one of people.filter(({ id }) => !this.settled.has(id))) {
      const act = this.whatToSettle(one)
      if (!act) continue
      this.settled.add(one.id)
      this.hands.take(this.part.minutesPerCheck, act)
    }
  }

  private whatToSettle(one: Attendance): (() => Promise<void>) | undefined {
    const kind = this.drill.kinds.get(one.id)
    // Whoever checked in at a person's own browser while the drill runs is left to people.
    if (!kind) return undefined
    if (one.status === 'consulting') return () => this.talk(one)
    if (one.status !== 'waiting') return undefined
    const gap = insuranceGap(one.insurance, this.drill.today, this.drill.scenario.center.hazard)
    if (gap !== null && kind.enrols) return () => this.enrol(one)
    return gap !== null || one.guardianConsent === 'missing' ? () => this.keepHere(one) : undefined
  }

  private async talk({ id: attendanceId }: Attendance): Promise<void> {
    await this.drill.send(this.actor, 'volunteers.settleConsultation', { attendanceId })
    await this.drill.send(this.actor, 'volunteers.toCenterWork', { attendanceId })
  }

  /** Not insured is guided, never refused: the enrolment is done on the person's phone, before the clerk's eyes. */
  private async enrol({ id: attendanceId }: Attendance): Promise<void> {
    const insurance = { plan: 'naturalDisaster', joinedOn: this.drill.today } as const
    await this.drill.send(this.actor, 'volunteers.recordInsurance', { attendanceId, insurance, verified: true })
  }

  private async keepHere({ id: attendanceId }: Attendance): Promise<void> {
    await this.drill.send(this.actor, 'volunteers.toCenterWork', { attendanceId })
  }
}
