import type { Patch, SentRecord } from '#shared/core/patch.ts'
import type { DrillState } from '#shared/practice/drill-state.ts'
import type { DrillSeat } from '#shared/practice/participant.ts'

/** The longest that a timer of this machine can wait. */
const longestMs = 2 ** 31 - 1

/** What the controller wishes of the runner, heard as every screen hears it; and who sits at the desks. */
export class Control {
  private state: DrillState | undefined
  /** Desks at which people of flesh and blood sit: the simulated ones leave them alone. */
  private readonly human = new Set<string>()
  isStopped = false
  private stir: () => void = () => {}
  private readonly listeners = new Set<() => void>()

  hear(patches: readonly Patch[]): void {
    this.take(patches.flatMap(({ records }) => records))
  }

  /** Takes in records as they stand; what changed wakes the runner. */
  take(records: readonly SentRecord[]): void {
    const ours = records.filter(({ kind }) => kind === 'drillState' || kind === 'drillSeat')
    if (ours.length === 0) return
    for (const { kind, record } of ours) {
      // Records travel typed by their kind, which stands beside them.
      if (kind === 'drillState') this.state = record as unknown as DrillState
      else this.seat(record as unknown as DrillSeat)
    }
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

  get startedAt(): string | undefined {
    return this.state?.startedAt
  }

  /** Nobody acts any more, though the drill is not over: its program ends, and another may take it up. */
  stop(): void {
    this.isStopped = true
    this.stir()
  }

  isHuman(deskName: string): boolean {
    return this.human.has(deskName)
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

  private seat({ deskName, player }: DrillSeat): void {
    if (player === 'human') this.human.add(deskName)
    else this.human.delete(deskName)
  }
}
