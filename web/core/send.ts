import { signal } from '@preact/signals'
import type { z } from 'zod'
import type { CommandName, CommandNamed } from '#shared/commands.ts'
import { newId } from '#shared/core/ids.ts'
import { deviceId } from '#web/core/device.ts'
import { allKept, forget, type Kept, keep, setAside } from '#web/core/outbox.ts'
import { type Refusal, request } from '#web/core/request.ts'

/** What came of an act: done, refused with a reason, or kept on this device until the line is back. */
export type Outcome =
  | { kind: 'done'; seq: number; answer: unknown }
  | { kind: 'refused'; problem: Refusal }
  | { kind: 'kept' }

export type InputOf<N extends CommandName> = z.input<CommandNamed<N>['input']>

/** Acts that the server does not have yet; pages show how many. */
export const unsent = signal<readonly Kept[]>([])

/** Acts that were kept, sent later and refused: put aside with their reason, never dropped silently. */
export const putAside = signal<readonly { kept: Kept; problem: Refusal }[]>([])

const page = newId()
let hasLine = true
let author = ''
let sending: Promise<void> | undefined
/** Acts whose sender waits for the answer; the sweep leaves them alone. */
const posting = new Set<string>()

const doubters = new Set<() => void>()

/** Hears that the server answered as if somebody else, or nobody, sat here. */
export function onDoubt(listener: () => void): void {
  doubters.add(listener)
}

/** Says whose acts this device sends from now on. */
export function setAuthor(id: string): void {
  author = id
  void flush()
}

async function showUnsent(): Promise<void> {
  const mine = (await allKept()).filter((kept) => kept.author === author)
  unsent.value = mine.filter(({ refusal }) => refusal === undefined)
  putAside.value = mine.flatMap((kept) => (kept.refusal ? [{ kept, problem: kept.refusal }] : []))
}

/** Drops an act that was put aside, once its author has seen why. */
export async function dropPutAside(id: string): Promise<void> {
  await forget(id)
  await showUnsent()
}

async function post(kept: Kept): Promise<Outcome> {
  const { id, type, input, device, happenedAt } = kept
  const agoMs = kept.page === page ? Math.round(performance.now() - kept.keptAt) : undefined
  // The server refuses an act whose author no longer sits here.
  const envelope = { id, type, input, device, author: kept.author || undefined, agoMs, happenedAt }
  const reply = await request<{ seq: number; answer: unknown }>('POST', '/api/commands', envelope)
  hasLine = reply.kind !== 'noLine'
  if (reply.kind === 'noLine') return { kind: 'kept' }
  if (reply.kind === 'done') return { kind: 'done', ...reply.body }
  if (isDoubt(reply.problem)) for (const doubt of doubters) doubt()
  // Not a refusal of the act: the server is busy or stopped, and the act is tried again.
  return isPassing(reply.problem) ? { kind: 'kept' } : reply
}

function isPassing({ code }: Refusal): boolean {
  return code === 'core.internal' || code === 'core.readOnly'
}

function isDoubt({ code }: Refusal): boolean {
  return code === 'core.notSignedIn' || code === 'core.otherAuthor'
}

/** Acts that carry a PIN lie nowhere on the device: without a line they are refused instead of kept. */
async function sendSecret(kept: Kept): Promise<Outcome> {
  const outcome = await post(kept)
  return outcome.kind === 'kept' ? { kind: 'refused', problem: { code: 'web.noLine', details: {} } } : outcome
}

/**
 * Sends one act. It is kept on the device before it is sent and until it is acknowledged, so that a dead line, a
 * reload or a second tap neither loses nor doubles it.
 */
export async function send<N extends CommandName>(
  type: N,
  input: InputOf<N>,
  options: { id?: string; happenedAt?: string; secret?: boolean } = {},
): Promise<Outcome> {
  const id = options.id ?? newId()
  const act = { id, type, input, device: deviceId(), author, page, keptAt: performance.now() }
  if (options.secret) return sendSecret({ ...act, order: 0 })
  const kept = await keep({ ...act, ...(options.happenedAt ? { happenedAt: options.happenedAt } : {}) })
  posting.add(id)
  try {
    await showUnsent()
    const outcome = await post(kept)
    if (outcome.kind !== 'kept') await forget(id)
    return outcome
  } finally {
    posting.delete(id)
    await showUnsent()
  }
}

/** Sends what is kept, oldest first; called when the line is back. One that is refused never blocks the others. */
export function flush(): Promise<void> {
  sending ??= sendAll().finally(() => {
    sending = undefined
  })
  return sending
}

async function sendAll(): Promise<void> {
  await showUnsent()
  for (const kept of unsent.value.filter(({ id }) => !posting.has(id))) {
    // Another person may have sat down meanwhile; what is not theirs waits for its author.
    if (kept.author !== author) break
    const outcome = await post(kept)
    if (outcome.kind === 'refused' && isDoubt(outcome.problem)) break
    // Without a line the rest waits too; an act at which the server stumbles is left for the next time.
    if (outcome.kind === 'kept' && !hasLine) break
    if (outcome.kind === 'kept') continue
    if (outcome.kind === 'refused') await setAside(kept, outcome.problem)
    else await forget(kept.id)
  }
  await showUnsent()
}
