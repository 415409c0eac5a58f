import { signal } from '@preact/signals'
import type { z } from 'zod'
import type { CommandName, CommandNamed } from '#shared/commands.ts'
import { newId, spread } from '#shared/core/ids.ts'
import { keepAcknowledged } from '#web/core/acknowledged.ts'
import { isOfStaff } from '#web/core/authors.ts'
import { centerNow } from '#web/core/clock.ts'
import { deviceId } from '#web/core/device.ts'
import type { Kept } from '#web/core/kept-database.ts'
import { keptSince, ownTime } from '#web/core/kept-since.ts'
import { allKept, forget, keep, keepPicture, keptPicture, onKeepingTried, setAside } from '#web/core/outbox.ts'
import { isPassing } from '#web/core/passing.ts'
import { putPicture, type Refusal, type Reply, request } from '#web/core/request.ts'

/** What came of an act: done, refused with a reason, or kept on this device until the line is back. */
export type Outcome =
  | { kind: 'done'; seq: number; answer: unknown }
  | { kind: 'refused'; problem: Refusal }
  | { kind: 'kept' }

export type InputOf<N extends CommandName> = z.input<CommandNamed<N>['input']>

/** Acts that the server does not have yet; pages show how many. */
export const unsent = signal<readonly Kept[]>([])

/** What waits here for somebody else of the center to sit down: it is nobody's to send but its author's. */
export const waitsForOthers = signal<readonly Kept[]>([])

/** Acts that were kept, sent later and refused: put aside with their reason, never dropped silently. */
export const putAside = signal<readonly { kept: Kept; problem: Refusal }[]>([])

/** Whether an act survives a reload of the page; null until that was tried. */
export const survivesReload = signal<boolean | null>(null)
onKeepingTried((survives) => {
  survivesReload.value = survives
})

/** For how long an act has waited; where this device cannot say, at least as long as this page. */
export function waitingFor(kept: Kept): number {
  return keptSince(kept) ?? performance.now()
}

let hasLine = true
let author = ''
/** The sweeps under way: acts by themselves, and acts with pictures, which go their own slow way. */
const sweeps = new Map<string, Promise<void>>()
/** Acts whose sender waits for the answer; the sweep leaves them alone. */
const posting = new Set<string>()

const doubters = new Set<() => void>()

/** Hears that the server answered as if somebody else, or nobody, sat here. */
export function onDoubt(listener: () => void): void {
  doubters.add(listener)
}

let proveWho: (() => Promise<boolean>) | undefined

/** Asks whoever sits here for the PIN when an act needs it; true once it was right. Pages without desks have none. */
export function onProofNeeded(ask: () => Promise<boolean>): void {
  proveWho = ask
}

/** What another lead is asked to consent to. */
export type ActForTwo = Pick<Kept, 'id' | 'type' | 'input'>

let consentTo: ((act: ActForTwo) => Promise<boolean>) | undefined

/** Asks another lead, at this desk, to consent to an act that takes two; true also where it was put down to wait. */
export function onConsentNeeded(ask: (act: ActForTwo) => Promise<boolean>): void {
  consentTo = ask
}

type PutPicture = (kept: Kept, pictureId: string, bytes: ArrayBuffer) => Promise<Reply<unknown>>

/** With its author: nobody else sends it as theirs. */
let putOne: PutPicture = ({ author: sender }, id, bytes) =>
  putPicture(`/photos/${id}`, bytes, sender === '' ? {} : { 'x-author': sender })

/** A page whose pictures go in by another door says how. */
export function putPicturesBy(put: PutPicture): void {
  putOne = put
}

/** In whose name this device sends now. */
export const currentAuthor = () => author

/** Says whose acts this device sends from now on. */
export function setAuthor(id: string): void {
  author = id
  void flush()
}

export async function showUnsent(): Promise<void> {
  const all = await allKept()
  const mine = all.filter((kept) => kept.author === author)
  waitsForOthers.value = all.filter((kept) => isOfStaff(kept) && kept.author !== author && !kept.refusal)
  unsent.value = mine.filter(({ refusal }) => refusal === undefined)
  putAside.value = mine.flatMap((kept) => (kept.refusal ? [{ kept, problem: kept.refusal }] : []))
}

/** Drops acts that were put aside, once their author has seen why. */
export async function dropPutAside(...ids: readonly string[]): Promise<void> {
  for (const id of ids) await forget(id)
  await showUnsent()
}

/** The picture before the act that refers to it; both are sent whole again where the line broke. */
async function putFirst(kept: Kept): Promise<Reply<unknown>> {
  const { pictureId } = kept
  const bytes = pictureId === undefined ? undefined : await keptPicture(pictureId)
  // A picture that this browser has lost may have reached the center all the same; if not, the act is refused.
  if (pictureId === undefined || !bytes) return { kind: 'done', body: null }
  return putOne(kept, pictureId, bytes)
}

const needs = (outcome: Outcome, code: string) => outcome.kind === 'refused' && outcome.problem.code === code

async function post(kept: Kept): Promise<Outcome> {
  const put = await putFirst(kept)
  if (put.kind !== 'done') return outcomeOf(put)
  let outcome = await postAct(kept)
  // The very same act goes again, under the same id: first the own PIN may be wanted, then somebody else's.
  if (needs(outcome, 'access.stepUpNeeded') && (await proveWho?.())) outcome = await postAct(kept)
  if (needs(outcome, 'access.secondPersonNeeded') && (await consentTo?.(kept))) outcome = await postAct(kept)
  return outcome
}

/** Moves an act from what is not yet done to what may have to be given back. */
async function acknowledge(kept: Kept, seq: number): Promise<void> {
  await keepAcknowledged(kept, seq, centerNow())
  await forget(kept.id, false)
}

/** Sends once more what was acknowledged; nobody is asked for anything on the way. */
export async function postAgain(kept: Kept): Promise<Outcome> {
  const put = await putFirst(kept)
  return put.kind === 'done' ? postAct(kept) : outcomeOf(put)
}

async function postAct(kept: Kept): Promise<Outcome> {
  const { id, type, input, device, happenedAt } = kept
  // The server refuses an act whose author no longer sits here.
  const envelope = { id, type, input, device, author: kept.author || undefined, agoMs: keptSince(kept), happenedAt }
  const reply = await request<{ seq: number; answer: unknown }>('POST', '/api/commands', envelope)
  const outcome = outcomeOf(reply)
  return reply.kind === 'done' ? { kind: 'done', ...reply.body } : outcome
}

function outcomeOf(reply: Reply<unknown>): Outcome {
  hasLine = reply.kind !== 'noLine'
  if (reply.kind !== 'refused') return { kind: 'kept' }
  if (isDoubt(reply.problem)) for (const doubt of doubters) doubt()
  // Not a refusal of the act: the server is busy or stopped, and the act is tried again.
  return isPassing(reply.problem) ? { kind: 'kept' } : reply
}

export function isDoubt({ code }: Refusal): boolean {
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
  const act = { id, type, input, device: deviceId(), author, keptAt: ownTime() }
  if (options.secret) return sendSecret({ ...act, order: 0 })
  const kept = await keep({ ...act, ...(options.happenedAt ? { happenedAt: options.happenedAt } : {}) })
  posting.add(id)
  try {
    await showUnsent()
    const outcome = await post(kept)
    if (outcome.kind === 'done') await acknowledge(kept, outcome.seq)
    else if (outcome.kind === 'refused') await forget(id)
    return outcome
  } finally {
    posting.delete(id)
    await showUnsent()
  }
}

/** Keeps an act and its picture on this device, and sends both when there is a line; nobody waits for it. */
export async function sendWithPicture<N extends CommandName>(
  type: N,
  input: InputOf<N>,
  picture: { id: string; bytes: ArrayBuffer },
): Promise<void> {
  await keepPicture(picture)
  await sendWithKeptPicture(type, input, picture.id)
}

/** The same with a picture that lies on this device already. */
export async function sendWithKeptPicture<N extends CommandName>(
  type: N,
  input: InputOf<N>,
  pictureId: string,
): Promise<void> {
  const act = { id: newId(), type, input, device: deviceId(), author, keptAt: ownTime() }
  await keep({ ...act, pictureId })
  await showUnsent()
  void flush()
}

/** Sends what is kept, oldest first; called when the line is back. One that is refused never blocks the others. */
export function flush(): Promise<void> {
  void once('pictures', sendPictures)
  // A call for help never waits behind a picture.
  return once('acts', () => sendAll(({ pictureId }) => pictureId === undefined))
}

/** One sweep of a kind at a time. */
export function once(name: string, sweep: () => Promise<void>): Promise<void> {
  const running = sweeps.get(name) ?? sweep().finally(() => sweeps.delete(name))
  sweeps.set(name, running)
  return running
}

/** When a line comes back, it comes back for everyone: their pictures do not all start at once. */
const pictureSpreadMs = 3000

async function sendPictures(): Promise<void> {
  if (!hasLine) await new Promise((resolve) => setTimeout(resolve, spread(pictureSpreadMs)))
  await sendAll(({ pictureId }) => pictureId !== undefined)
}

async function sendAll(isMeant: (kept: Kept) => boolean): Promise<void> {
  await showUnsent()
  const tried = new Set<string>()
  const next = () => unsent.value.find((one) => isMeant(one) && !posting.has(one.id) && !tried.has(one.id))
  for (let kept = next(); kept; kept = next()) {
    tried.add(kept.id)
    // Another person may have sat down meanwhile; what is not theirs waits for its author.
    if (kept.author !== author || !(await sendKept(kept))) break
    await showUnsent()
  }
  await showUnsent()
}

/** Sends one that was kept; false where the others have to wait too. */
async function sendKept(kept: Kept): Promise<boolean> {
  const outcome = await post(kept)
  if (outcome.kind === 'refused' && isDoubt(outcome.problem)) return false
  // Without a line the rest waits too; an act at which the server stumbles is left for the next time.
  if (outcome.kind === 'kept') return hasLine
  if (outcome.kind === 'refused') await setAside(kept, outcome.problem)
  else await acknowledge(kept, outcome.seq)
  return true
}
