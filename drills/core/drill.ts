import type { z } from 'zod'
import { callsOf } from '#drills/core/calls-of.ts'
import { Control } from '#drills/core/control.ts'
import type { DrillClock } from '#drills/core/drill-clock.ts'
import { DrillDevice } from '#drills/core/drill-device.ts'
import { InventedNames } from '#drills/core/invented-people.ts'
import type { Call, Scenario, Visit, VolunteerKind } from '#drills/core/scenario.ts'
import { SeededRandom } from '#drills/core/seeded-random.ts'
import { Timetable } from '#drills/core/timetable.ts'
import type { Actor } from '#server/core/actor.ts'
import type { Center } from '#server/core/center.ts'
import { readFor } from '#server/core/reads.ts'
import { capabilitiesOf } from '#shared/center/profiles.ts'
import type { CommandName, CommandNamed } from '#shared/commands.ts'
import type { CommandAnswer } from '#shared/core/command.ts'
import { Problem } from '#shared/core/problem.ts'
import { addDays, clockOf, dateOf, instantAt, timeZone } from '#shared/core/time.ts'
import type { Inject } from '#shared/practice/inject.ts'
import { findWaiting } from '#shared/practice/reads.ts'

/** What decides what somebody may do at their desk. */
const seats: readonly string[] = ['center', 'deskList', 'staff']

export type InputOf<N extends CommandName> = z.input<CommandNamed<N>['input']>
export type StaffActor = Extract<Actor, { kind: 'staff' }>

/** A step that the center refused: a mistake on purpose, or somebody was quicker. */
export interface Refusal {
  clock: string
  type: string
  code: string
  details: object
}

/** A team that has come back, with what it can tell. */
export interface AtTheDoor {
  visit: Visit
  /** Milliseconds since 1970. */
  leftAt: number
  /** Minutes to the house. */
  travel: number
}

/** One drill as its players share it: the center, its time, chance from a seed, and what is still to happen. */
export class Drill {
  readonly center: Center
  readonly clock: DrillClock
  readonly scenario: Scenario
  readonly random: SeededRandom
  /** Every call for help, those that the seed makes of the scenario's figures included. */
  readonly calls: readonly Call[]
  readonly timetable = new Timetable()
  readonly refusals: Refusal[] = []
  readonly names = new InventedNames()
  readonly staff = new Map<string, StaffActor>()
  /** What kind of person stands behind a check-in; whoever faces them at the desk hears it. */
  readonly kinds = new Map<string, VolunteerKind>()
  /** The tokens of personal pages, in the order in which phones checked in. */
  private readonly tokens: string[] = []
  /** Teams that stand at the door of the center, back from their work, whatever the screens say. */
  readonly atTheDoor = new Map<string, AtTheDoor>()
  /** Single members who have come back ahead of their team. */
  readonly aheadAtTheDoor = new Set<string>()
  /** Teams whose leader's phone did not show the place when they left. */
  readonly lost: number[] = []
  /** What the controller wishes, as the center has it. */
  readonly control = new Control()
  private formChanged = false
  private readonly desksOf = new Map<string, readonly string[]>()

  constructor(center: Center, clock: DrillClock, scenario: Scenario) {
    this.center = center
    this.clock = clock
    this.scenario = scenario
    this.random = new SeededRandom(scenario.seed)
    this.calls = callsOf(scenario)
    center.onPatch((patches) => {
      const records = patches.flatMap((patch) => patch.records).filter(({ kind }) => seats.includes(kind))
      this.formChanged ||= records.length > 0
      for (const { record } of records) if (isStaff(record)) this.desksOf.set(record.id, record.deskNames)
      this.control.hear(patches)
    })
    clock.next = () => {
      const at = this.timetable.eventAfter(clock.milliseconds)
      return at === undefined ? null : new Date(at).toISOString()
    }
  }

  /** Everyone may do from now on what the desks let them do that they have now, as at a screen that changed by itself. */
  private async sitDownAnew(): Promise<void> {
    this.formChanged = false
    const profile = await this.center.read(async (_tx, now) => now)
    for (const actor of this.staff.values())
      actor.capabilities = capabilitiesOf(profile, this.desksOf.get(actor.staffId) ?? [])
  }

  /** The weather of this hour, as the scenario has it. */
  get weather(): Scenario['weather'][number] | undefined {
    return this.scenario.weather.findLast(({ from }) => this.instantOf(from) <= this.clock.milliseconds)
  }

  /** Notes what really happened while nobody could look it up: a sheet is held against it later. */
  async noteFact(kind: 'arrival' | 'call', key: string): Promise<void> {
    const fact = { id: this.random.id(), kind, key, happenedAt: this.clock.now() }
    await this.send({ kind: 'system' }, 'practice.recordFacts', { facts: [fact] })
  }

  isHuman(deskName: string): boolean {
    return this.control.isHuman(deskName)
  }

  /** An inject as it stands, also one that no desk holds yet. */
  async waitingInject(injectId: string): Promise<Inject | undefined> {
    const [controller] = this.staff.values()
    if (!controller) return undefined
    const readers = new Map(this.center.slices.flatMap(({ reads = [] }) => reads.map((one) => [one.read.name, one])))
    const answer = await readFor(this.center, readers, controller, { name: findWaiting.name, input: {} })
    return findWaiting.answer.parse(answer).injects.find(({ id }) => id === injectId)
  }

  get clockNow(): string {
    return clockOf(this.clock.milliseconds, timeZone)
  }

  /** The date that it is now, `YYYY-MM-DD`. */
  get today(): string {
    return dateOf(this.clock.milliseconds, timeZone)
  }

  /** The instant (milliseconds) at which a day of the scenario shows a clock: `HH:MM`, or `+1 HH:MM` on the second day. */
  instantOf(clock: string): number {
    const [, days = '0', time = clock] = /^\+(\d) (.+)$/.exec(clock) ?? []
    return Date.parse(instantAt(addDays(this.scenario.date, Number(days)), time, timeZone))
  }

  /** Something that happens to the center at a time of the scenario: an event that the clock can leap to. */
  at(clock: string, act: () => Promise<void> | void): void {
    this.timetable.add(this.instantOf(clock), act, true)
  }

  /** Minutes of the drill, fractions included. */
  after(minutes: number, act: () => Promise<void> | void): void {
    this.timetable.add(this.clock.milliseconds + minutes * 60_000, act)
  }

  /** Acts again and again until the scenario ends. */
  every(minutes: number, from: string, act: () => Promise<void>): void {
    const again = async () => {
      await act()
      if (this.clock.milliseconds + minutes * 60_000 <= this.instantOf(this.scenario.endsAt)) this.after(minutes, again)
    }
    this.timetable.add(this.instantOf(from), again)
  }

  /** A personal link as a phone makes it. */
  newToken(): string {
    const token = this.random.secret()
    this.tokens.push(token)
    return token
  }

  /** The first few personal pages, for whoever wants to see the day from a volunteer's phone. */
  personalPages(count: number): readonly string[] {
    return this.tokens.slice(0, count)
  }

  /** Someone on the staff list, with the capabilities of their desks. */
  atDesk(name: string): StaffActor {
    const actor = this.staff.get(name)
    if (!actor) throw new Error(`nobody on the staff list is called ${name}`)
    return actor
  }

  device(actor: Actor): Promise<DrillDevice> {
    return DrillDevice.open(this.center, actor)
  }

  /** Sends one command through the center's door. A refusal is handed back and noted; players go on calmly. */
  async send<N extends CommandName>(
    actor: Actor,
    type: N,
    input: InputOf<N>,
    extra: { happenedAt?: string } = {},
  ): Promise<CommandAnswer | Problem> {
    if (this.formChanged) await this.sitDownAnew()
    try {
      return await this.center.execute(actor, { id: this.random.id(), type, input, device: deviceOf(actor), ...extra })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      this.refusals.push({ clock: this.clockNow, type, code: error.code, details: error.details })
      return error
    }
  }
}

function isStaff(record: object): record is { id: string; deskNames: string[] } {
  return 'deskNames' in record
}

/** Whether the center refused what was sent. */
export function wasRefused(reply: CommandAnswer | Problem): reply is Problem {
  return reply instanceof Problem
}

function deviceOf(actor: Actor): string {
  return actor.kind === 'staff' ? `drill-${actor.staffId}` : `drill-${actor.kind}`
}
