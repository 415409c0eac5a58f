import { type Clock, isoOf, type MachineReading, readMachine } from '#server/core/clock.ts'

/** Time servers put a clock right by less than this; it is followed without a word. */
const followedMs = 60_000

/** The machine counts its uptime in whole seconds. */
const sleepAtLeastMs = 5000

/** The clock is read every second; a longer silence means that the computer, or this program, stood still. */
const stoodStillMs = 15_000

/** While the center is ahead of a clock that was put back, its seconds are this long. */
const slowly = 0.5

/** What the clock noticed by itself. */
export type ClockEvent =
  | { kind: 'jumped'; byMs: number; wall: string; kept: string }
  | { kind: 'returned' }
  | { kind: 'slept'; from: string; to: string }

/**
 * The center's time (decision 0024). It follows the laptop's clock as long as that goes on as the steady clock does.
 * Where it leaps, the center goes on in its own time and asks; and it never turns back, so that no act is dated before
 * the one it follows.
 */
export class CenterClock implements Clock {
  readonly speed = 1
  private readonly read: () => MachineReading
  private readonly listeners = new Set<(event: ClockEvent) => void>()
  private last: MachineReading
  private time: number
  /** How far the laptop's clock is believed to be off. */
  private offMs = 0

  constructor(read = readMachine) {
    this.read = read
    this.last = read()
    this.time = this.last.wall
  }

  now(): string {
    return isoOf(this.advance())
  }

  /** A laptop that starts with an earlier time than it last wrote has lost its clock, not its log. */
  notBefore(lastAt: string): void {
    const last = Date.parse(lastAt)
    this.advance()
    if (!(last > this.time)) return
    this.time = last
    const byMs = this.last.wall - last
    if (byMs > -followedMs) return
    this.offMs = byMs
    this.tell({ kind: 'jumped', byMs, wall: isoOf(this.last.wall), kept: isoOf(last) })
  }

  /** How far the laptop's clock is from what the center goes by; 0 while it follows it. */
  get off(): number {
    return this.offMs
  }

  /** How far the center is ahead of a clock that it follows and that was put back. */
  get ahead(): number {
    return Math.max(0, this.time - (this.last.wall - this.offMs))
  }

  /** A person has looked: the laptop's clock is right. Forwards the center follows at once, backwards slowly. */
  trust(): void {
    this.advance()
    this.offMs = 0
    this.advance()
  }

  onEvent(listener: (event: ClockEvent) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private advance(): number {
    const reading = this.read()
    const steady = reading.steady - this.last.steady
    const up = reading.up - this.last.up
    const elapsed = up - steady > sleepAtLeastMs ? up : steady
    const leap = reading.wall - this.last.wall - elapsed
    this.last = reading
    const before = this.time
    if (Math.abs(leap) >= followedMs) this.offMs = settled(this.offMs + leap)
    const believed = reading.wall - this.offMs
    this.time = believed >= before ? believed : before + elapsed * slowly
    if (elapsed >= stoodStillMs) this.tell({ kind: 'slept', from: isoOf(before), to: isoOf(this.time) })
    if (Math.abs(leap) >= followedMs) this.tellLeap(reading.wall)
    return this.time
  }

  private tellLeap(wall: number): void {
    if (this.offMs === 0) this.tell({ kind: 'returned' })
    else this.tell({ kind: 'jumped', byMs: this.offMs, wall: isoOf(wall), kept: isoOf(this.time) })
  }

  private tell(event: ClockEvent): void {
    for (const listener of this.listeners) listener(event)
  }
}

/** A clock that was put back to where it belongs is believed again without asking. */
const settled = (offMs: number) => (Math.abs(offMs) < followedMs ? 0 : offMs)
