import { monotonicMilliseconds } from '#server/core/clock.ts'
import { hashToken } from '#server/core/secret.ts'
import { isThisMachine } from '#server/transport/doors.ts'
import { type Limit, TokenBuckets } from '#server/transport/token-buckets.ts'
import type { Problem } from '#shared/core/problem.ts'
import { tooManyAtOnce } from '#shared/core/problems.ts'

/** What is asked of the center, as far as its cost goes. */
export type RequestKind = 'write' | 'read' | 'signIn' | 'picture' | 'line'

/**
 * What is posted and writes nothing: a secret stands in no address. Whoever has reserved asks for their own page at once,
 * and counted as a second act it would turn away the last of 3,000 phones behind one router.
 */
const isQuestion = (path: string) => path.startsWith('/api/reads/') || path === '/reservation/own'

/** What a request counts as; null where it costs nothing, or is counted once its body is read. */
export function requestKind(method: string, path: string): RequestKind | null {
  if (path.startsWith('/assets/') || path === '/api/commands') return null
  if (path.startsWith('/api/session') && method === 'POST') return 'signIn'
  // A scenario is sent with each of its edits, and costs little; every other file is decoded.
  if (method === 'PUT' && !path.startsWith('/api/drills/')) return 'picture'
  return ['GET', 'HEAD'].includes(method) || isQuestion(path) ? 'read' : 'write'
}

/** Whose requests are counted together: a desk's session, a volunteer's link, a device without either, an address. */
type Holder = 'desk' | 'phone' | 'device' | 'address'

/**
 * Every limit there is. Thousands of phones may stand behind one router, so that an address says nothing about who is
 * greedy: whoever has shown a session or a link that is good is counted by that alone, whoever has neither by the device
 * first. The address is the wide wall behind it, for a device that takes a new name each time.
 */
const limits: Readonly<Record<RequestKind, Readonly<Record<Holder, Limit>>>> = {
  // A desk that was long without a line sends all it kept; a phone has a form now and then.
  // 5,000 reservations come from few addresses within a minute, and after that nothing honest comes at such a pace.
  write: {
    desk: { burst: 600, perSecond: 10 },
    phone: { burst: 120, perSecond: 1 },
    device: { burst: 60, perSecond: 1 },
    address: { burst: 6000, perSecond: 20 },
  },
  // A desk's map asks for a hundred tiles when it is moved. 3,000 phones come back at once, each asking a few times.
  read: {
    desk: { burst: 1200, perSecond: 30 },
    phone: { burst: 240, perSecond: 4 },
    device: { burst: 240, perSecond: 4 },
    address: { burst: 40_000, perSecond: 400 },
  },
  // Each takes a tenth of a second of the processor; guesses are slowed besides (attempts.ts).
  signIn: {
    desk: { burst: 60, perSecond: 1 },
    phone: { burst: 30, perSecond: 1 },
    device: { burst: 30, perSecond: 1 },
    address: { burst: 120, perSecond: 2 },
  },
  // Each is decoded and made anew.
  picture: {
    desk: { burst: 200, perSecond: 2 },
    phone: { burst: 60, perSecond: 0.5 },
    device: { burst: 10, perSecond: 0.1 },
    address: { burst: 600, perSecond: 5 },
  },
  // A page that keeps losing its line knocks every few seconds.
  line: {
    desk: { burst: 60, perSecond: 1 },
    phone: { burst: 60, perSecond: 1 },
    device: { burst: 60, perSecond: 1 },
    address: { burst: 8000, perSecond: 200 },
  },
}

/** How many sessions and links are kept in mind as good; one that is forgotten counts by its address once. */
const mostKnown = 20_000

/** Who sends a request, as far as it can be told before anything is read. */
export interface RequestSender {
  /** The session's cookie or the personal link that is shown, good or not. */
  token?: string | undefined
  /** The name that a device gives itself. */
  device?: string | undefined
  remoteAddress: string | undefined
}

/** Keeps one device from making all others wait. */
export class Rates {
  private readonly buckets = new Map<string, TokenBuckets>()
  private readonly known = new Map<string, 'desk' | 'phone'>()
  private readonly elapsed: () => number

  constructor(elapsed: () => number = monotonicMilliseconds) {
    this.elapsed = elapsed
  }

  /** A token was good: from now on its holder is counted apart from its address. */
  knows(token: string, holder: 'desk' | 'phone'): void {
    const key = hashToken(token)
    if (this.known.has(key)) return
    const [oldest] = this.known.keys()
    if (this.known.size >= mostKnown && oldest !== undefined) this.known.delete(oldest)
    this.known.set(key, holder)
  }

  /** Why a request must wait; null where it may go on. The laptop itself is never kept out of its own center. */
  problemWith(kind: RequestKind, { token, device, remoteAddress }: RequestSender): Problem | null {
    if (isThisMachine(remoteAddress)) return null
    const seconds = this.secondsFor(kind, token && hashToken(token), device, remoteAddress ?? '')
    return seconds > 0 ? tooManyAtOnce({ seconds }) : null
  }

  private secondsFor(
    kind: RequestKind,
    token: string | undefined,
    device: string | undefined,
    address: string,
  ): number {
    const holder = token ? this.known.get(token) : undefined
    if (token && holder) return this.take(kind, holder, token)
    // The device first: what it is refused is not taken from those who share its address.
    const seconds = device ? this.take(kind, 'device', `${address} ${device}`) : 0
    return seconds > 0 ? seconds : this.take(kind, 'address', address)
  }

  private take(kind: RequestKind, holder: Holder, key: string): number {
    const name = `${kind} ${holder}`
    const buckets = this.buckets.get(name) ?? new TokenBuckets(limits[kind][holder], this.elapsed)
    this.buckets.set(name, buckets)
    return buckets.take(key)
  }
}
