import { signal } from '@preact/signals'
import type { Capability } from '#shared/access/capabilities.ts'
import { deviceId } from '#web/core/device.ts'
import { onStranger, reopenLink } from '#web/core/link.ts'
import { type Refusal, request } from '#web/core/request.ts'
import { setAuthor } from '#web/core/send.ts'

/** Who sits at this desk. */
export interface StaffSession {
  staffId: string
  name: string
  capabilities: readonly Capability[]
}

export interface SessionState {
  staff: StaffSession | null
  /** Names to tap at a switch. */
  names: readonly string[]
  onThisMachine: boolean
}

/** undefined until the server has been asked. */
export const session = signal<SessionState | undefined>(undefined)

export function may(capability: Capability): boolean {
  return session.value?.staff?.capabilities.includes(capability) ?? false
}

/** Asks who sits here; the records follow. */
export async function loadSession(): Promise<void> {
  const reply = await request<SessionState>('GET', '/api/session')
  if (reply.kind !== 'done') return
  session.value = reply.body
  setAuthor(reply.body.staff?.staffId ?? '')
}

/** Changes the person at this desk; null when it went well. */
export async function signIn(name: string, pin: string): Promise<Refusal | 'noLine' | null> {
  const reply = await request<{ staffId: string }>('POST', '/api/session', { name, pin, device: deviceId() })
  if (reply.kind === 'noLine') return 'noLine'
  if (reply.kind === 'refused') return reply.problem
  await loadSession()
  await reopenLink()
  return null
}

export async function signOut(): Promise<void> {
  await request('DELETE', `/api/session?device=${encodeURIComponent(deviceId())}`)
  await loadSession()
  await reopenLink()
}

// The session ran out, or a desk was taken from this person: the screen asks anew who sits here.
onStranger(() => void loadSession())
