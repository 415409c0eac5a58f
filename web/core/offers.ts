import { forgetAcknowledged, keepAcknowledged, toOfferAgain } from '#web/core/acknowledged.ts'
import { centerNow } from '#web/core/clock.ts'
import { onEpochRisen } from '#web/core/epoch.ts'
import type { Acknowledged } from '#web/core/kept-database.ts'
import { setAside } from '#web/core/outbox.ts'
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

async function offerAll(): Promise<void> {
  const author = currentAuthor()
  let given = false
  for (const one of await toOfferAgain(author, centerNow())) {
    if (currentAuthor() !== author) break
    const outcome = await postAgain(one)
    if (outcome.kind === 'kept') break
    // In the epoch in which it was acknowledged now, it is not offered again.
    if (outcome.kind === 'done') {
      await keepAcknowledged(one, outcome.seq, centerNow())
      given = true
    } else if (isDoubt(outcome.problem)) break
    else await refused(one, outcome.problem)
  }
  if (given) for (const listener of listeners) listener()
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
