/** So many at once, and so many per second on the long run. */
export interface Limit {
  readonly burst: number
  readonly perSecond: number
}

/** How many are kept in mind; the one that has been quiet for longest is forgotten first, and starts anew. */
const mostKeys = 20_000

interface Bucket {
  left: number
  at: number
}

/** One bucket for each key: it empties by one for each request, and fills again by itself. */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>()
  private readonly limit: Limit
  private readonly elapsed: () => number

  /** @param elapsed milliseconds that only go on */
  constructor(limit: Limit, elapsed: () => number) {
    this.limit = limit
    this.elapsed = elapsed
  }

  /** Takes one; answers 0, or after how many seconds there is one again. */
  take(key: string): number {
    const { burst, perSecond } = this.limit
    const at = this.elapsed()
    const before = this.buckets.get(key) ?? { left: burst, at }
    const left = Math.min(burst, before.left + ((at - before.at) / 1000) * perSecond)
    if (left < 1) return Math.ceil((1 - left) / perSecond)
    this.buckets.delete(key)
    const [quietest] = this.buckets.keys()
    if (this.buckets.size >= mostKeys && quietest !== undefined) this.buckets.delete(quietest)
    this.buckets.set(key, { left: left - 1, at })
    return 0
  }
}
