import { effect, signal } from '@preact/signals'
import type { Capability } from '#shared/access/capabilities.ts'
import { deviceId } from '#web/core/device.ts'
import { onStranger, reopenLink } from '#web/core/link.ts'
import { type Refusal, request } from '#web/core/request.ts'
import { onDoubt, setAuthor } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'

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
  /** This device lets only those names in with a PIN alone; others show their badge first. */
  asksBadge: boolean
  onThisMachine: boolean
}

/** undefined until the server has been asked. */
export const session = signal<SessionState | undefined>(undefined)

/** Who sat here last and has not left: their screen waits beneath the question for the PIN. */
export const seatedStaff = signal<StaffSession | null>(null)

/** While someone signs in, the old session ends; that is no reason to ask who sits here. */
let switching = false

export function may(capability: Capability): boolean {
  return session.value?.staff?.capabilities.includes(capability) ?? false
}

/** Asks who sits here; the records follow. */
export async function loadSession(): Promise<void> {
  const reply = await request<SessionState>('GET', '/api/session')
  if (reply.kind !== 'done') return
  session.value = reply.body
  if (reply.body.staff) seatedStaff.value = reply.body.staff
  setAuthor(reply.body.staff?.staffId ?? '')
}

/** Changes the person at this desk; null when it went well. */
export async function signIn(
  claim: { name: string } | { badge: string },
  pin: string,
): Promise<Refusal | 'noLine' | null> {
  switching = true
  try {
    const reply = await request<{ staffId: string }>('POST', '/api/session', { ...claim, pin, device: deviceId() })
    if (reply.kind === 'noLine') return 'noLine'
    if (reply.kind === 'refused') return reply.problem
    await loadSession()
    await reopenLink()
  } finally {
    switching = false
  }
  // Whatever happened to this seat meanwhile was not heard.
  await loadSession()
  return null
}

/** Leaves the desk: nothing stays on the screen. */
export async function signOut(): Promise<void> {
  await request('DELETE', `/api/session?device=${encodeURIComponent(deviceId())}`)
  seatedStaff.value = null
  await loadSession()
  await reopenLink()
}

function review(): void {
  if (!switching) void loadSession()
}

// The session ran out, a desk was taken from this person, or another page of this browser changed the person.
onStranger(review)
onDoubt(review)

let known = ''
// Desks that were given or taken also change what may be pressed, as does another form of the center.
effect(() => {
  const me = store.get('staff', session.value?.staff?.staffId)
  const form = [store.all('center')[0]?.profileName, store.all('deskList')[0]?.desks]
  const desks = me ? `${me.id} ${me.deskNames.join(' ')} ${JSON.stringify(form)}` : known
  if (known !== '' && desks !== known) review()
  known = desks
})
