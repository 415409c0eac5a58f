import type { z } from 'zod'
import { callsOf } from '#drills/core/calls-of.ts'
import { Control } from '#drills/core/control.ts'
import { DeskWork } from '#drills/core/desk-work.ts'
import type { DrillClock } from '#drills/core/drill-clock.ts'
import { DrillDevice } from '#drills/core/drill-device.ts'
import { FactBook } from '#drills/core/fact-book.ts'
import { InventedNames } from '#drills/core/invented-people.ts'
import { idNamed } from '#drills/core/named-ids.ts'
import { isSameThing } from '#drills/core/same-thing.ts'
import type { Call, Scenario, Visit, VolunteerKind } from '#drills/core/scenario.ts'
import { SeededRandom } from '#drills/core/seeded-random.ts'
import { Timetable } from '#drills/core/timetable.ts'
import type { Actor } from '#server/core/actor.ts'
import type { Center } from '#server/core/center.ts'
import { saidElsewhere } from '#server/core/event-log.ts'
import { readersOf, readFor } from '#server/core/reads.ts'
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

/** Whose looking around it is: not while people sit there, nor, where it takes a screen, while those are dark. */
interface AtDesk {
  deskName: string
  needsScreen: boolean
}

/** A team that has come back, with what it can tell. */
export interface AtTheDoor {
  visit: Visit
  /** Milliseconds since 1970. */
  leftAt: number
  /** Minutes to the house. */
  travel: number
  /** When they came to the door, in milliseconds: what a sheet says that was written while screens were dark. */
  at: number
}

/** A leader who is out with a team, as far as somebody at the center can reach them. */
export interface LeaderOut {
  /** Their telephone rings; says whether they answered. Whoever had stayed on sets out then. */
  pickUp(): boolean
}

/** A team that was put together by hand while screens were dark. */
export interface PaperTeam {
  teamId: string
  needId: string
  attendanceIds: readonly string[]
  leaderId: string
  /** Milliseconds since 1970. */
  formedAt: number
}

/** One drill as its players share it: the center, its time, chance from a seed, and what is still to happen. */
export class Drill {
  readonly center: Center
  readonly clock: DrillClock
  readonly scenario: Scenario
  /** A browser that meets two drills at one address must not take one for a copy of the other. */
  readonly centerId: string
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
  /** Who leads a team that is out, by the id of the team. */
  readonly leaders = new Map<string, LeaderOut>()
  /** Single members who have come back ahead of their team, and when. */
  readonly aheadAtTheDoor = new Map<string, number>()
  /** Teams of the dark time that are not on the screens yet. */
  paperTeams: readonly PaperTeam[] = []
  /** Teams whose leader's phone did not show the place when they left. */
  readonly lost: number[] = []
  /** Whether it goes on from a file of before. */
  readonly isResumed: boolean
  /** What simulated desks do, by screen, on paper, or not while people sit there. */
  readonly work: DeskWork
  readonly facts: FactBook
  /** When what is typed in just now was written on paper, in milliseconds. */
  private writtenAt: number | undefined
  /** What the controller wishes, as the center has it. */
  readonly control = new Control()
  private formChanged = false
  private readonly rung = new Map<string, Inject>()
  /** The acts in the log of before. */
  private done: ReadonlySet<string> = new Set()
  private readonly desksOf = new Map<string, readonly string[]>()

  /** @param place where its file lies; nothing for one that no browser meets */
  constructor(center: Center, clock: DrillClock, scenario: Scenario, place = '') {
    this.center = center
    this.clock = clock
    this.scenario = scenario
    this.centerId = idNamed(`center${place}`)
    // Where it goes on after it was broken off, ids that were given once are not given again.
    const { seq } = center.health
    this.isResumed = seq > 0
    this.random = this.isResumed ? SeededRandom.of(scenario.seed, `resumed ${seq}`) : new SeededRandom(scenario.seed)
    this.work = new DeskWork(this)
    this.facts = new FactBook(this)
    this.calls = callsOf(scenario)
    center.onPatch((patches) => {
      const records = patches.flatMap((patch) => patch.records).filter(({ kind }) => seats.includes(kind))
      this.formChanged ||= records.length > 0
      for (const { record } of records) if (isStaff(record)) this.desksOf.set(record.id, record.deskNames)
      this.control.hear(patches)
      for (const { kind, record } of patches.flatMap((patch) => patch.records))
        if (kind === 'inject') this.rung.set(record.id, record as unknown as Inject)
    })
    clock.next = () => {
      const at = this.timetable.eventAfter(clock.milliseconds)
      return at === undefined ? null : isoOf(at)
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

  /** At which desks somebody of the staff sits now. */
  desksAt(name: string): readonly string[] {
    return this.desksOf.get(this.atDesk(name).staffId) ?? []
  }

  isHuman(deskName: string): boolean {
    return this.control.isHuman(deskName)
  }

  /** Goes on from how things stand in the file: what was done, who sits where, what was given. */
  takeUp(done: ReadonlySet<string>, eye: DrillDevice): void {
    this.done = done
    this.formChanged = true
    for (const { id, deskNames } of eye.all('staff')) this.desksOf.set(id, deskNames)
    for (const inject of eye.all('inject')) this.rung.set(inject.id, inject)
    const records = (['drillState', 'drillSeat', 'center', 'deskList'] as const).flatMap((kind) =>
      eye.all(kind).map((record) => ({ kind, record })),
    )
    this.control.take(records)
  }

  /** An inject that was given, as it stands. */
  injectOf(id: string | undefined): Inject | undefined {
    return id === undefined ? undefined : this.rung.get(id)
  }

  /** When whoever acts just now acted: by their sheet, or by the clock. */
  get actingAt(): number {
    return this.writtenAt ?? this.clock.milliseconds
  }

  /** Types in what was written on paper, with the time that stands on it. */
  async asWritten(at: number, act: () => Promise<void>): Promise<void> {
    this.writtenAt = at
    try {
      await act()
    } finally {
      this.writtenAt = undefined
    }
  }

  /** The injects that no desk holds yet, as they stand. */
  async waitingInjects(): Promise<readonly Inject[]> {
    const [controller] = this.staff.values()
    if (!controller) return []
    const readers = readersOf(this.center.slices)
    const answer = await readFor(this.center, readers, controller, { name: findWaiting.name, input: {} })
    return findWaiting.answer.parse(answer).injects
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

  /**
   * Acts again and again until the scenario ends, in full steps from its first time on, however long an act has taken: a
   * leap to a time of the scenario must not end a moment before what happens then.
   */
  every(minutes: number, from: string, act: () => Promise<void>, at?: AtDesk): void {
    const step = minutes * 60_000
    const first = Math.max(this.instantOf(from), this.instantOf(this.scenario.startsAt))
    const again = async () => {
      if (at === undefined || this.mayLook(at)) await act()
      const next = first + (Math.floor((this.clock.milliseconds - first) / step) + 1) * step
      if (next <= this.instantOf(this.scenario.endsAt)) this.timetable.add(next, again)
    }
    this.timetable.add(Math.max(first, this.clock.milliseconds), again)
  }

  private mayLook({ deskName, needsScreen }: AtDesk): boolean {
    return !this.isHuman(deskName) && !(needsScreen && this.control.isDark)
  }

  /** A personal link that a phone has made. */
  rememberToken(token: string): void {
    this.tokens.push(token)
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

  /** Whether an act that has a name was carried out before the drill was broken off. */
  isDone(actId: string | undefined): boolean {
    return actId !== undefined && this.done.has(actId)
  }

  /** What a sheet says of when it was, while it is keyed in. */
  private timeOnSheet({ kind }: Actor): { happenedAt?: string } {
    return this.writtenAt === undefined || kind !== 'staff' ? {} : { happenedAt: isoOf(this.writtenAt) }
  }

  /**
   * Sends one command through the center's door. A refusal is handed back and noted; players go on calmly. An act that
   * has an id of its own, by its name in the scenario, is done once, though the drill be broken off and taken up again.
   */
  async send<N extends CommandName>(
    actor: Actor,
    type: N,
    input: InputOf<N>,
    extra: { id?: string; ofScenario?: boolean } = {},
  ): Promise<CommandAnswer | Problem> {
    // Before it was broken off, this was done.
    if (this.isDone(extra.id)) return { seq: 0, answer: null }
    if (this.formChanged) await this.sitDownAnew()
    try {
      const written = this.timeOnSheet(actor)
      const id = extra.id ?? this.random.id()
      return await this.center.execute(actor, { id, type, input, device: deviceOf(actor), ...written })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      // What people did first is well done: the step that comes too late is none that was lost.
      if (extra.ofScenario && (await this.didPeople(type, input))) return error
      await this.noteRefusal({ clock: this.clockNow, type, code: error.code, details: error.details }, extra.id)
      return error
    }
  }

  /** Whether people did this today, to the same thing, at a device that the runner does not play. */
  async didPeople(type: string, input: object): Promise<boolean> {
    const from = instantAt(this.today, '00:00', timeZone)
    const said = await this.center.read((tx) => saidElsewhere(tx, { type, from, notBy: deviceMark }))
    return said.some((other) => isSameThing(type, input, other))
  }

  /** What was refused is in no log: it is written down as a fact, so that it is known when the drill was broken off. */
  private async noteRefusal(refusal: Refusal, actId = `${this.clock.milliseconds} ${this.refusals.length}`) {
    this.refusals.push(refusal)
    if (refusal.type === 'practice.recordFacts') return
    this.facts.note('refusal', `${refusal.code} ${refusal.type}`, { at: this.clock.milliseconds, of: actId })
    // The others wait until much is written at once; what nobody expected decides how the drill went.
    if (!this.expectsRefusal(refusal.code)) await this.facts.write()
  }

  private expectsRefusal(code: string): boolean {
    const { expectations } = this.scenario
    const expected = expectations.flatMap((one) => (one.check === 'refusedOnlyWith' ? one.codes : []))
    return expected.includes(code) || !expectations.some(({ check }) => check === 'refusedOnlyWith')
  }
}

function isStaff(record: object): record is { id: string; deskNames: string[] } {
  return 'deskNames' in record
}

/** Whether the center refused what was sent. */
export function wasRefused(reply: CommandAnswer | Problem): reply is Problem {
  return reply instanceof Problem
}

/** Begins the name of each device that the runner plays. */
const deviceMark = 'drill-'

const isoOf = (milliseconds: number) => new Date(milliseconds).toISOString()

function deviceOf(actor: Actor): string {
  return actor.kind === 'staff' ? `${deviceMark}${actor.staffId}` : `${deviceMark}${actor.kind}`
}
