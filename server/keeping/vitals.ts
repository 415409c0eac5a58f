import { monotonicMilliseconds } from '#server/core/clock.ts'
import type { CenterClock } from '#server/keeping/center-clock.ts'
import { KeepingVoice } from '#server/keeping/voice.ts'
import type { HealthFacts } from '#shared/keeping/health-reads.ts'

const keptCommits = 500

/** What one device says of the acts that it could not send yet. */
interface Waiting {
  count: number
  oldestMs: number
}

/** The devices that hold a line now. */
export interface Lines {
  desks: number
  /** Of the desks, those beside the laptop whose line is not encrypted. */
  plainDesks: number
  phones: number
  waiting: readonly Waiting[]
}

/** What a running center measures of itself; in memory only, and gone with it. */
export class Vitals {
  /** Tells desks how it stands with the file and the laptop. */
  readonly voice = new KeepingVoice()
  /** The laptop's clock, where the center goes by one. */
  clock: CenterClock | undefined
  /** Bytes that may still be written; null where nobody watches the disk. */
  freeBytes: () => number | null = () => null
  /** How soon the disk says that it holds a page; null before it was measured. */
  disk: HealthFacts['disk'] = null
  /** Whether the file still lies where it was opened; a center in memory has none to lose. */
  isThere: () => boolean = () => true
  /** Counts who holds a line. */
  lines: () => Lines = () => ({ desks: 0, plainDesks: 0, phones: 0, waiting: [] })
  /** Tries a real write. */
  prove: () => Promise<boolean> = async () => true
  awake: 'held' | 'impossible' | 'unknown' = 'unknown'
  /** Days for which the certificate of https still holds; null where only http is spoken. */
  certificateDays: () => number | null = () => null
  /** Whether the record of who looked at what hung together when it was last gone through. */
  chain: { at: number; whole: boolean } | undefined
  version = ''
  private readonly begun = monotonicMilliseconds()
  private readonly commits: number[] = []

  /** Notes how long one commit took until it was on the disk. */
  committed(ms: number): void {
    this.commits.push(ms)
    if (this.commits.length > keptCommits) this.commits.shift()
  }

  /** Within which 99 of the last 100 commits were done; null before any. */
  get commitMs(): number | null {
    if (this.commits.length === 0) return null
    const sorted = this.commits.toSorted((one, other) => one - other)
    return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? null
  }

  get runningMs(): number {
    return monotonicMilliseconds() - this.begun
  }
}
