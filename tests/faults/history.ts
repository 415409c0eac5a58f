import { clockOf, timeZone } from '#shared/core/time.ts'

/** What a desk sent, and what it was told, on the clients' monotonic clock; sent again, it counts from the first time. */
export interface Sent {
  type: 'teams.formTeam' | 'dispatch.addMembers' | 'dispatch.disbandTeam'
  teamId: string
  attendanceIds: readonly string[]
  needId: string | null
  seenTeamIds: readonly string[]
  by: string
  invoked: number
  returned: number
  outcome: { kind: 'done'; seq: number; number: number } | { kind: 'refused'; code: string; details: Refused }
}

/** What a loser is told: who took it, into which team, at what time of day. */
export type Refused = Readonly<Record<string, unknown>>

export interface Done extends Sent {
  outcome: { kind: 'done'; seq: number; number: number }
}

export const isDone = (one: Sent): one is Done => one.outcome.kind === 'done'

interface Moment {
  at: number
  seq: number
}

/** Each moment with the highest, or lowest, number up to it. */
function running(moments: readonly Moment[], better: (one: number, other: number) => number): Moment[] {
  const result: Moment[] = []
  for (const { at, seq } of moments) result.push({ at, seq: better(seq, result.at(-1)?.seq ?? seq) })
  return result
}

/** In which stretch of the order an act must lie, as everything that was over before it and began after it tells. */
export class Bounds {
  private readonly ends: readonly Moment[]
  private readonly begins: readonly Moment[]

  constructor(done: readonly Done[]) {
    const ended = done.map(({ returned, outcome }) => ({ at: returned, seq: outcome.seq }))
    const begun = done.map(({ invoked, outcome }) => ({ at: invoked, seq: outcome.seq }))
    this.ends = running(
      ended.sort((one, other) => one.at - other.at),
      Math.max,
    )
    this.begins = running(
      begun.sort((one, other) => other.at - one.at),
      Math.min,
    ).reverse()
  }

  /** The highest number that somebody had been told before a moment. */
  before(moment: number): number {
    return this.ends[countWhere(this.ends, ({ at }) => at < moment) - 1]?.seq ?? 0
  }

  /** The lowest number of whatever was begun after a moment. */
  after(moment: number): number {
    return this.begins[countWhere(this.begins, ({ at }) => at <= moment)]?.seq ?? Number.POSITIVE_INFINITY
  }
}

/** How many at the beginning of an ordered list are so. */
function countWhere<T>(list: readonly T[], isSo: (one: T) => boolean): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const one = list[middle]
    if (one !== undefined && isSo(one)) low = middle + 1
    else high = middle
  }
  return low
}

/** What was so for a while: from one act's number until another's. */
interface Spell {
  from: number
  until: number
}

/** Everything that was ever so, by what a loser would be told of it. */
export class Spells {
  private readonly spells = new Map<string, Spell[]>()

  begin(what: readonly unknown[], seq: number): void {
    const key = JSON.stringify(what)
    const spell = { from: seq, until: Number.POSITIVE_INFINITY }
    this.spells.set(key, [...(this.spells.get(key) ?? []), spell])
  }

  end(what: readonly unknown[], seq: number): void {
    const last = this.spells.get(JSON.stringify(what))?.at(-1)
    if (last) last.until = seq
  }

  /** Whether it was so at some point after `lo` was done and before `hi` was. */
  wasSo(what: readonly unknown[], lo: number, hi: number): boolean {
    return (this.spells.get(JSON.stringify(what)) ?? []).some(({ from, until }) => from < hi && until > lo)
  }
}

/** The time of day of an act, as people are told it. */
export const timeOfDay = (at: string) => clockOf(at, timeZone)
