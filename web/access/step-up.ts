import { signal } from '@preact/signals'
import { deviceId } from '#web/core/device.ts'
import { type Refusal, type Reply, request } from '#web/core/request.ts'
import { type ActForTwo, onConsentNeeded, onProofNeeded } from '#web/core/send.ts'

/** Those who wait until the person at this desk has proved their PIN; the dialog stands while there are any. */
export const waitingForProof = signal<readonly ((proved: boolean) => void)[]>([])

/** Asks for the PIN, once for all acts that wait for it; false where the person thought better of it. */
export function askForProof(): Promise<boolean> {
  return new Promise((resolve) => {
    waitingForProof.value = [...waitingForProof.value, resolve]
  })
}

/** Asks; where the PIN has to be proved first, has it proved and asks the same once more. */
export async function withProof<T>(ask: () => Promise<Reply<T>>): Promise<Reply<T>> {
  const reply = await ask()
  const wantsProof = reply.kind === 'refused' && reply.problem.code === 'access.stepUpNeeded'
  return wantsProof && (await askForProof()) ? ask() : reply
}

export function endProof(proved: boolean): void {
  const waiting = waitingForProof.value
  waitingForProof.value = []
  for (const resolve of waiting) resolve(proved)
}

/** Proves the PIN; null when it was right. */
export async function provePin(pin: string): Promise<Refusal | 'noLine' | null> {
  const reply = await request('POST', '/api/session/proof', { pin })
  if (reply.kind === 'noLine') return 'noLine'
  return reply.kind === 'refused' ? reply.problem : null
}

/** The act that waits for another lead at this desk. */
export const waitingForConsent = signal<{
  actId: string
  type: string
  input: unknown
  end: (given: boolean) => void
} | null>(null)

function askForConsent({ id: actId, type, input }: ActForTwo): Promise<boolean> {
  // One at a time: whoever consents must know to what.
  if (waitingForConsent.value) return Promise.resolve(false)
  return new Promise((resolve) => {
    const end = (given: boolean) => {
      waitingForConsent.value = null
      resolve(given)
    }
    waitingForConsent.value = { actId, type, input, end }
  })
}

/** Another lead says who they are; null when they may consent and did. */
export async function giveConsent(
  actId: string,
  claim: { name: string } | { badge: string },
  pin: string,
): Promise<Refusal | 'noLine' | null> {
  const reply = await request('POST', '/api/session/consent', { ...claim, pin, actId, device: deviceId() })
  if (reply.kind === 'noLine') return 'noLine'
  return reply.kind === 'refused' ? reply.problem : null
}

/** Puts the act down to wait for another lead's own desk, or for a day; null when it does. */
export async function deferAct(actId: string): Promise<Refusal | 'noLine' | null> {
  const reply = await request('POST', '/api/session/deferral', { actId, device: deviceId() })
  if (reply.kind === 'noLine') return 'noLine'
  return reply.kind === 'refused' ? reply.problem : null
}

/** From now on acts that need it ask for the PIN. */
export function askWhenNeeded(): void {
  onProofNeeded(askForProof)
  onConsentNeeded(askForConsent)
}
