import { forgetAcknowledged, keepAcknowledged, toOfferAgain, wholeAct } from '#web/core/acknowledged.ts'
import { isOfStaff } from '#web/core/authors.ts'
import { centerNow } from '#web/core/clock.ts'
import { currentEpoch, onEpochRisen } from '#web/core/epoch.ts'
import type { Acknowledged } from '#web/core/kept-database.ts'
import type { AcknowledgedHead } from '#web/core/kept-for-a-day.ts'
import { setAside } from '#web/core/outbox.ts'
import { portionsOf } from '#web/core/portions.ts'
import type { Refusal } from '#web/core/request.ts'
import { currentAuthor, isDoubt, once, postAgain, showUnsent } from '#web/core/send.ts'

/** What is refused may only wait for what another device gives back: it is asked again for a while. */
const patientSweeps = 24
const refusedSweeps = new Map<string, number>()

/**
 * Gives the center back what it had acknowledged and what a restored copy lacks. What the copy has already is answered as
 * it was the first time, for the id is the same.
 */
export function offerAgain(): Promise<void> {
  return once('offers', offerAll)
}

const listeners = new Set<() => void>()

/** Hears that the center has got something back: who was a stranger there may be known again. */
export function onGivenBack(listener: () => void): void {
  listeners.add(listener)
}

/** Whose acts were found to be all with the center, and in which epoch: a day's thousands are not looked through again. */
let settled = ''

/** Acts were put here that another page was acknowledged. */
export function lookAgain(): void {
  settled = ''
}

async function offerAll(): Promise<void> {
  const author = currentAuthor()
  const copy = currentEpoch()
  const asked = `${copy?.center} ${copy?.epoch} ${author}`
  if (!copy || asked === settled) return
  const left = await toOfferAgain(author, centerNow())
  if (left?.length === 0) settled = asked
  else if (left) await give(left, author)
}

async function give(acts: readonly AcknowledgedHead[], author: string): Promise<void> {
  const portions = portionsOf(isOfStaff({ author }) ? 'desk' : 'phone')
  for (const head of acts) {
    await portions.next()
    const one = await wholeAct(head)
    if (!one) continue
    if (currentAuthor() !== author) break
    const outcome = await postAgain(one)
    if (outcome.kind === 'kept') break
    // In the epoch in which it was acknowledged now, it is not offered again.
    if (outcome.kind === 'done') {
      await keepAcknowledged(one, outcome.seq, centerNow())
      for (const listener of listeners) listener()
    } else if (isDoubt(outcome.problem)) break
    else await refused(one, outcome.problem)
  }
}

async function refused(one: Acknowledged, problem: Refusal): Promise<void> {
  const sweeps = (refusedSweeps.get(one.id) ?? 0) + 1
  refusedSweeps.set(one.id, sweeps)
  if (sweeps < patientSweeps) return
  await setAside(one, problem)
  await forgetAcknowledged(one)
  await showUnsent()
}

onEpochRisen(() => void offerAgain())
