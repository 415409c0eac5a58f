import { signal } from '@preact/signals'
import type { CatchUp, Patch } from '#shared/core/patch.ts'
import type { Reply } from '#web/core/request.ts'
import type { Store } from '#web/core/store.ts'

/**
 * 'live': complete, and the server was heard within two beats. 'stale': a line, but not (or not yet) known to be
 * complete. 'offline': no line. 'connecting': nothing was ever held.
 */
export type LineState = 'connecting' | 'live' | 'stale' | 'offline'

/** The server beats every five seconds; after two beats missed, old must not look live. */
const staleAfterMs = 10_000

/** Without a socket the page asks this often by itself, which keeps it inside two beats. */
const pollEveryMs = 4000

export interface LineParts {
  store: Store
  /** Fetches what changed after a number; 0 for everything. */
  fetch: (since: number) => Promise<Reply<CatchUp>>
  /** Whether this page always takes everything: a phone's few records are cheaper to fetch than to compare. */
  takesAll?: () => boolean
  /** Milliseconds that only go on, sleep included. */
  elapsed: () => number
  /** The center's time in milliseconds; 0 before it is known. */
  centerNow: () => number
  /** Called when all that was missed has been taken in: the line carries. */
  onCurrent?: () => void
  /** Whether the server answered as to the person this page belongs to. */
  isMine?: (audiences: readonly string[]) => boolean
  /** Whether what is lost was exchanged for another of the same person: a link may lead to another check-in since. */
  follows?: (audiences: readonly string[]) => boolean
  /** Called when it did not, or no longer gives what it gave before: the session is over or the link is dead. */
  onStranger?: () => void
}

/** One page's line to the center: says how far what it shows can be trusted, and fetches what it missed. */
export class Line {
  readonly state = signal<LineState>('connecting')
  /** Seconds since the server was last heard. */
  readonly heardAgo = signal(0)
  /** The center's time up to which what is shown was known to be so; 0 before anything was. */
  readonly asOf = signal(0)
  private readonly parts: LineParts
  private connected = false
  /** Everything told up to the last word heard has been taken in. */
  private current = false
  private heardAt: number
  private askedAt = Number.NEGATIVE_INFINITY
  private fetching: Promise<void> | undefined
  /** Whether the next fetch takes everything in anew. */
  private anew = false
  /** Patches that come while a fetch is under way; it may be older than they are. */
  private held: Patch[] = []

  constructor(parts: LineParts) {
    this.parts = parts
    this.heardAt = parts.elapsed()
  }

  /** The socket has joined its rooms: from here on nothing is missed, before here something may have been. */
  opened(): void {
    this.connected = true
    this.heardAt = this.parts.elapsed()
    // A fetch that began before may lack what was told in between.
    if (this.fetching) void this.fetching.then(() => this.catchUp())
    else void this.catchUp()
    this.show()
  }

  closed(): void {
    this.connected = false
    this.current = false
    this.show()
    void this.catchUp()
  }

  /** A heartbeat or any other word of the server. */
  heard(): void {
    this.heardAt = this.parts.elapsed()
    if (this.current) this.asOf.value = this.parts.centerNow()
    else if (this.connected) void this.catchUp()
    this.show()
  }

  takePatch(patch: Patch): void {
    if (this.fetching) this.held.push(patch)
    else if (!this.parts.store.apply(patch)) this.current = false
    this.heard()
  }

  /** Called every second: time passes also where nothing is heard. */
  watch(): void {
    if (!this.connected && this.parts.elapsed() - this.askedAt >= pollEveryMs) void this.catchUp()
    this.show()
  }

  /** A page that wakes trusts nothing it holds until it has asked; true when its socket is not to be trusted either. */
  woke(): boolean {
    const slept = this.parts.elapsed() - this.heardAt > staleAfterMs
    if (slept) this.current = false
    this.show()
    void this.catchUp()
    return slept || !this.connected
  }

  /** Forgets everything: someone else uses the page from now on. */
  startAnew(): void {
    this.parts.store.clear()
    this.current = false
    this.held = []
    this.asOf.value = 0
    this.state.value = 'connecting'
  }

  /** Takes everything in anew: with another day, what was held of the one before has to go, and nobody says so. */
  takeInAnew(): void {
    this.anew = true
    if (this.fetching) void this.fetching.then(() => this.catchUp())
    else void this.catchUp()
  }

  /** Fetches what was missed; asked again while it does so, it does so once. */
  catchUp(): Promise<void> {
    this.fetching ??= this.fetchChanges().finally(() => {
      this.fetching = undefined
      // What came after the answer was written is laid over it.
      for (const patch of this.held.splice(0)) this.takePatch(patch)
      this.show()
    })
    return this.fetching
  }

  private async fetchChanges(): Promise<void> {
    const { store } = this.parts
    this.askedAt = this.parts.elapsed()
    const { connected } = this
    const { since, reply } = await this.ask()
    if (reply.kind !== 'done') return
    const lost = this.lost(reply.body.audiences)
    if (lost) store.clear()
    const whole = lost || since === 0 || this.isOtherThanExpected(reply.body, since)
    await this.takeIn(reply.body, { whole, again: whole && since > 0, connected })
    if (lost && !this.parts.follows?.(reply.body.audiences)) this.parts.onStranger?.()
  }

  private async ask(): Promise<{ since: number; reply: Reply<CatchUp> }> {
    const { anew } = this
    this.anew = false
    const since = anew || this.parts.takesAll?.() ? 0 : this.parts.store.since
    const reply = await this.parts.fetch(since)
    if (anew && reply.kind !== 'done') this.anew = true
    return { since, reply }
  }

  /** `again` where everything is needed and only a part was asked for. */
  private async takeIn(asked: CatchUp, how: { whole: boolean; again: boolean; connected: boolean }): Promise<void> {
    const reply = how.again ? await this.parts.fetch(0) : { kind: 'done' as const, body: asked }
    if (reply.kind !== 'done') return
    if (how.whole) this.parts.store.forgetNumbers()
    this.parts.store.takeIn(reply.body, how.whole)
    // The line may have broken while the answer was on its way.
    this.current = this.connected === how.connected
    this.heard()
    this.parts.onCurrent?.()
  }

  private lost(audiences: readonly string[]): boolean {
    const before = this.parts.store.audiences
    return before.some((one) => !audiences.includes(one)) || this.parts.isMine?.(audiences) === false
  }

  /** What a new audience may hold is older than `since`; a center that was restored has lower numbers. */
  private isOtherThanExpected({ audiences, seq }: CatchUp, since: number): boolean {
    const before = this.parts.store.audiences
    return seq < since || audiences.some((one) => !before.includes(one))
  }

  private show(): void {
    const ago = this.parts.elapsed() - this.heardAt
    this.heardAgo.value = Math.floor(ago / 1000)
    this.state.value = this.stateAfter(ago <= staleAfterMs)
  }

  private stateAfter(fresh: boolean): LineState {
    if (this.current && fresh) return 'live'
    if (this.parts.store.audiences.length === 0 && fresh) return 'connecting'
    return this.connected && fresh ? 'stale' : 'offline'
  }
}
