import type { z } from 'zod'
import type { Center } from '#shared/center/center.ts'
import type { deskList } from '#shared/center/desk.ts'
import type { Desk } from '#shared/center/profile.ts'
import { profileInForce } from '#shared/center/profiles.ts'
import type { Patch, SentRecord } from '#shared/core/patch.ts'
import type { DrillState } from '#shared/practice/drill-state.ts'
import type { DrillSeat } from '#shared/practice/participant.ts'
import { isDoneByPeople } from '#shared/practice/who-plays.ts'

type DeskList = z.infer<typeof deskList>

/** What it hears of. */
const kinds: readonly string[] = ['drillState', 'drillSeat', 'center', 'deskList']

/** The longest that a timer of this machine can wait. */
const longestMs = 2 ** 31 - 1

/** What the controller wishes of the runner, heard as every screen hears it; and who sits at the desks. */
export class Control {
  private state: DrillState | undefined
  private readonly seats = new Map<string, DrillSeat>()
  /** The desks that the center has now: it may grow, or put two together, in mid-drill. */
  private desks: readonly Desk[] = []
  private center: Pick<Center, 'profileName'> | undefined
  private ownDesks: DeskList['desks'] = []
  isStopped = false
  private readonly wishForAgain = Promise.withResolvers<void>()
  /** Fulfilled once whoever practises alone wants the round once more. */
  readonly again: Promise<void> = this.wishForAgain.promise
  private stir: () => void = () => {}
  private readonly listeners = new Set<() => void>()

  hear(patches: readonly Patch[]): void {
    this.take(patches.flatMap(({ records }) => records))
  }

  /** Takes in records as they stand; what changed wakes the runner. */
  take(records: readonly SentRecord[]): void {
    const ours = records.filter(({ kind }) => kinds.includes(kind))
    if (ours.length === 0) return
    for (const one of ours) this.takeOne(one)
    if (this.center) this.desks = profileInForce(this.center.profileName, this.ownDesks).desks
    this.stir()
    for (const listener of this.listeners) listener()
  }

  /** Hears whenever the state or a seat has changed. */
  onChange(listener: () => void): void {
    this.listeners.add(listener)
  }

  get speed(): number {
    return this.state?.speed ?? 0
  }

  get jumpTo(): string | null {
    return this.state?.jumpTo ?? null
  }

  get isOver(): boolean {
    return this.state?.phase === 'over'
  }

  /** Whether screens are dark and desks work on paper. */
  get isDark(): boolean {
    const off = this.state?.devicesOff
    return off !== undefined && off !== null && off.until === null
  }

  /** Whether screens were dark at an instant (milliseconds), the last time that they were. */
  wasDarkAt(at: number): boolean {
    const off = this.state?.devicesOff
    if (off === undefined || off === null || at < Date.parse(off.from)) return false
    return off.until === null || at < Date.parse(off.until)
  }

  get startedAt(): string | undefined {
    return this.state?.startedAt
  }

  /** Nobody acts any more, though the drill is not over: its program ends, and another may take it up. */
  stop(): void {
    this.isStopped = true
    this.stir()
  }

  /** Whether people of flesh and blood do a work: the simulated ones leave it to them. */
  isHuman(work: string): boolean {
    return isDoneByPeople(work, this.desks, [...this.seats.values()])
  }

  /** Something was entered into the timetable that will not wait. */
  wake(): void {
    this.stir()
  }

  /** Waits so many milliseconds, or until the controller wishes something else. */
  async stirredWithin(milliseconds: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    await new Promise<void>((resolve) => {
      this.stir = resolve
      timer = setTimeout(resolve, Math.min(milliseconds, longestMs))
    })
    clearTimeout(timer)
    this.stir = () => {}
  }

  /** Records travel typed by their kind, which stands beside them. */
  private takeOne({ kind, record }: SentRecord): void {
    if (kind === 'drillState') {
      this.state = record as unknown as DrillState
      if (this.state.again) this.wishForAgain.resolve()
    } else if (kind === 'center') this.center = record as unknown as Center
    else if (kind === 'deskList') this.ownDesks = (record as unknown as DeskList).desks
    else {
      const seat = record as unknown as DrillSeat
      this.seats.set(seat.deskName, seat)
    }
  }
}
