import { hasAcknowledged, keepAcknowledged, toOfferAgain, wholeAct } from '#web/core/acknowledged.ts'
import { bringMoving } from '#web/core/bring-moving.ts'
import { deviceId } from '#web/core/device.ts'
import { onEpochRisen } from '#web/core/epoch.ts'
import type { Kept } from '#web/core/kept-database.ts'
import { keptSince, ownTime } from '#web/core/kept-since.ts'
import { allKept, forget, keep } from '#web/core/outbox.ts'
import { isPassing } from '#web/core/passing.ts'
import { type Refusal, type Reply, request } from '#web/core/request.ts'

/**
 * The acts of a page that the server wrote. They lie in the outbox of this device, are kept for a day once they are
 * acknowledged and offered again after a restore, all as a desk's acts are; only what draws a desk is left out.
 */
interface FormActsParts {
  /** The acts that this page sends, whoever they are of. */
  types: readonly string[]
  /** The center's time when it wrote the page. */
  writtenAt: string
  /** Hears of each act that the center did not have and was given, now or again. */
  onGivenBack?: (act: Kept) => void
}

/** The fields of what an act says. */
export const fieldsOf = (input: unknown): Record<string, unknown> =>
  typeof input === 'object' && input !== null ? { ...input } : {}

/** One of the texts of what an act says. */
export function textIn(input: unknown, name: string): string {
  const text = fieldsOf(input)[name]
  return typeof text === 'string' ? text : ''
}

const offerAgainMs = 5000
/** What is refused may only wait for what another device gives back. */
const patientOffers = 24

const post = (kept: Kept): Promise<Reply<{ seq: number }>> => {
  const { id, type, input, device } = kept
  return request('POST', '/api/commands', { id, type, input, device, agoMs: keptSince(kept) })
}

/** No refusal of the act: there is no line, or the center is busy or stopped. */
const waits = (reply: Reply<unknown>): boolean =>
  reply.kind === 'noLine' || (reply.kind === 'refused' && isPassing(reply.problem))

export class FormActs {
  private readonly parts: FormActsParts

  constructor(parts: FormActsParts) {
    this.parts = parts
    onEpochRisen(() => void this.offerAgain())
    void this.offerAtStart()
  }

  /** Keeps an act before it is sent. */
  keep(act: Pick<Kept, 'id' | 'type' | 'input' | 'author'>): Promise<Kept> {
    return keep({ ...act, device: deviceId(), keptAt: ownTime() })
  }

  /** The first act that a page like this one kept and could not send yet. */
  async waiting(): Promise<Kept | undefined> {
    return (await allKept()).find(({ type, refusal }) => refusal === undefined && this.parts.types.includes(type))
  }

  /** Sends what is kept. What is done or refused waits no longer. */
  async send(kept: Kept): Promise<'done' | 'waits' | Refusal> {
    const reply = await post(kept)
    if (reply.kind === 'noLine' || waits(reply)) {
      bringMoving()
      return 'waits'
    }
    if (reply.kind === 'done') await keepAcknowledged(kept, reply.body.seq, this.now())
    await forget(kept.id, false)
    return reply.kind === 'done' ? 'done' : reply.problem
  }

  private now(): number {
    return Date.parse(this.parts.writtenAt) + performance.now()
  }

  /** Whether the center goes on from a copy is asked only where there is something to give back. */
  private async offerAtStart(): Promise<void> {
    if (!(await hasAcknowledged(this.parts.types))) return
    await request('GET', '/api/clock')
    await this.offerAgain()
  }

  private async offerAgain(tries = 1): Promise<void> {
    const acts = (await toOfferAgain(null, this.now())) ?? []
    let left = false
    let tried = tries
    for (const head of acts.filter(({ type }) => this.parts.types.includes(type))) {
      const one = await wholeAct(head)
      const outcome = one && (await this.offer(one))
      if (outcome === 'done') tried = 0
      else if (outcome) left = true
      // More at once than the center takes: a tablet at the entrance has given back a day's forms a little later.
      if (outcome === 'waits') break
    }
    if (left && tried < patientOffers) setTimeout(() => void this.offerAgain(tried + 1), offerAgainMs)
  }

  private async offer(kept: Kept): Promise<'done' | 'waits' | 'refused'> {
    const reply = await post(kept)
    if (waits(reply)) return 'waits'
    if (reply.kind !== 'done') return 'refused'
    await keepAcknowledged(kept, reply.body.seq, this.now())
    this.parts.onGivenBack?.(kept)
    return 'done'
  }
}
