import type { SentRecord } from '#shared/core/patch.ts'
import type { History, Moment } from '#shared/lookback/history.ts'
import { Store } from '#web/core/store.ts'

const named = (kind: string, id: string) => `${kind} ${id}`

/** History in a store of its own, filled up to one moment: views that read a store show how all stood then. */
export class Replay {
  readonly store = new Store()
  readonly moments: readonly Moment[]
  readonly startsAt: number
  readonly endsAt: number
  private readonly standing = new Map<string, SentRecord>()
  /** How many moments are in the store. */
  private told = 0

  constructor({ moments }: History) {
    this.moments = moments
    this.startsAt = Date.parse(moments[0]?.at ?? '')
    this.endsAt = Date.parse(moments.at(-1)?.at ?? '')
  }

  /** How many moments have come true by an instant. */
  countBy(instant: number): number {
    let [low, high] = [0, this.moments.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (Date.parse(this.moments[middle]?.at ?? '') <= instant) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The number of the act that was told last. */
  get seq(): number {
    return this.moments[this.told - 1]?.seq ?? 0
  }

  /** How many moments there are up to an act, that act included. */
  countTo(seq: number): number {
    const beyond = this.moments.findIndex((moment) => moment.seq > seq)
    return beyond < 0 ? this.moments.length : beyond
  }

  /** Shows how all stood after so many moments; going back begins anew, for a record knows nothing of its past. */
  show(count: number): void {
    if (count === this.told) return
    const back = count < this.told
    if (back) this.standing.clear()
    const changed = new Map<string, SentRecord>()
    const gone = new Map<string, { kind: string; id: string }>()
    for (const moment of this.moments.slice(back ? 0 : this.told, count)) {
      for (const one of moment.records) {
        const name = named(one.kind, one.record.id)
        this.standing.set(name, one)
        changed.set(name, one)
        gone.delete(name)
      }
      for (const one of moment.gone) {
        const name = named(one.kind, one.id)
        this.standing.delete(name)
        changed.delete(name)
        gone.set(name, one)
      }
    }
    this.told = count
    const records = [...(back ? this.standing : changed).values()]
    this.store.takeIn({ seq: this.seq, audiences: [], records, gone: back ? [] : [...gone.values()] }, back)
  }
}
