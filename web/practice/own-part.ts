import { computed, effect, signal, untracked } from '@preact/signals'
import type { z } from 'zod'
import { newId, newSecret } from '#shared/core/ids.ts'
import { ownTokenHeader } from '#shared/practice/photos.ts'
import type { findMyPart, showDrill } from '#shared/practice/reads.ts'
import type { ParticipantRole } from '#shared/practice/roles.ts'
import { ask } from '#web/core/ask.ts'
import { deviceId } from '#web/core/device.ts'
import { textIn } from '#web/core/form-acts.ts'
import { linkState, openLink } from '#web/core/link.ts'
import { tryKeeping } from '#web/core/outbox.ts'
import { putPicture, type Refusal, request } from '#web/core/request.ts'
import { putPicturesBy, send, showUnsent, unsent } from '#web/core/send.ts'
import { drillNow } from '#web/practice/selectors.ts'
import { deviceMemory } from '#web/ui/device-memory.ts'

type ShownDrill = z.infer<typeof showDrill.answer>
export type DrillDesks = ShownDrill['desks']
export type OwnPart = z.infer<typeof findMyPart.answer>

/** Where people may sit down, and whom survivors call; undefined until it has been asked for. */
export const shownDrill = signal<ShownDrill | undefined>(undefined)

/** The part that this phone plays: null where it plays none, undefined until that is known. */
export const ownPart = signal<OwnPart | null | undefined>(undefined)

/** Each drill has an address of its own, and so a memory of its own on the phone; one later on it knows nobody. */
const key = 'drill.part'
const wellFormed = /^[0-9a-f]{32}$/

function keptToken(): string | null {
  const kept = deviceMemory.read(key)
  return kept && wellFormed.test(kept) ? kept : null
}

const token = signal(keptToken())

/** By what this phone's part is known; null where it plays none. */
export const ownToken = (): string | null => token.value

function forgetPart(): void {
  deviceMemory.forget(key)
  token.value = null
  ownPart.value = null
}

/** The joining that lies on this phone still, for want of a line. */
export const waitingJoin = computed(() =>
  unsent.value.find(
    ({ type, input }) =>
      type === 'practice.joinDrill' && token.value !== null && textIn(input, 'ownToken') === token.value,
  ),
)

/** Asks what this phone's part is now; false where nobody answered. */
async function lookAtPart(): Promise<boolean> {
  const asked = token.peek()
  if (asked === null) ownPart.value = null
  // Of what is not sent yet the center knows nothing.
  if (asked === null || waitingJoin.peek()) return true
  const reply = await ask('practice.findMyPart', { ownToken: asked })
  if (token.peek() !== asked) return true
  if (reply.kind === 'done') ownPart.value = reply.body
  else if (reply.kind === 'refused' && reply.problem.code === 'practice.notTakingPart') forgetPart()
  return reply.kind !== 'noLine'
}

async function lookAtDrill(): Promise<boolean> {
  const reply = await ask('practice.showDrill', {})
  if (reply.kind === 'done') shownDrill.value = reply.body
  return reply.kind !== 'noLine'
}

const askAgainMs = 4000
let asksAgain: ReturnType<typeof setTimeout> | undefined

/** Asks for all that this page shows; what is lost on the way is asked for again. */
export async function look(): Promise<void> {
  clearTimeout(asksAgain)
  const heard = await Promise.all([lookAtDrill(), lookAtPart()])
  // A question may be lost on a line that carries again before anybody notices.
  if (heard.includes(false)) asksAgain = setTimeout(() => void look(), askAgainMs)
}

/**
 * Follows the drill for as long as the page is open. Its live line brings the drill's own record, which changes with
 * whatever is given to phones; what that is for this phone is then asked for, as it is after waking and after a dead line.
 */
export function followDrill(): () => void {
  putPicturesBy(({ input }, id, bytes) =>
    putPicture(`/drill-photos/${id}`, bytes, { [ownTokenHeader]: textIn(input, 'ownToken') }),
  )
  void tryKeeping()
  let stop = () => {}
  void showUnsent().then(() => {
    void openLink()
    stop = effect(() => {
      void drillNow()
      void waitingJoin.value
      if (linkState.value !== 'offline') untracked(() => void look())
    })
  })
  return () => stop()
}

interface Joining {
  role: ParticipantRole
  name: string
  deskName: string | null
  pin?: string
}

let tried = { words: '', id: '', participantId: '', ownToken: '' }

/** The same words tried again are the same act: where only the answer was lost, nobody joins twice. */
function actOf(who: Joining): typeof tried {
  const words = JSON.stringify(who)
  if (tried.words !== words) tried = { words, id: newId(), participantId: newId(), ownToken: newSecret() }
  return tried
}

/** Another tab of this phone has joined since this page was opened: both show that part, and nobody joins twice. */
async function joinedInOtherTab(): Promise<boolean> {
  const kept = keptToken()
  if (kept === null || token.peek() !== null || kept === tried.ownToken) return false
  token.value = kept
  await look()
  return ownPart.peek() != null
}

/**
 * Joins; null where that went well or will, once there is a line. The token lies on the phone before it is sent: a lost
 * answer loses no part. Only who chose a PIN needs the line now, for a PIN is kept nowhere.
 */
export async function join({ pin, ...who }: Joining): Promise<Refusal | null> {
  if (await joinedInOtherTab()) return null
  const { id, participantId, ownToken: mine } = actOf({ ...who, ...(pin === undefined ? {} : { pin }) })
  deviceMemory.write(key, mine)
  const input = { participantId, ...who, ...(pin === undefined ? {} : { pin }), ownToken: mine }
  const outcome = await send('practice.joinDrill', input, { id, secret: pin !== undefined })
  const refusal = outcome.kind === 'refused' ? outcome.problem : null
  const unheard = refusal?.code === 'web.noLine'
  if (!unheard) tried = { ...tried, words: '' }
  if (refusal && !unheard) {
    forgetPart()
    return refusal
  }
  token.value = mine
  await look()
  return refusal
}

/** The number with which whoever practises alone sits down: nobody else sits there, so this device keeps it for them. */
const numberKey = 'drill.number'
const newNumber = () => String(100_000 + (Number.parseInt(newSecret().slice(0, 8), 16) % 900_000))

/** Joins the one desk of a round for one person and sits down there; null where that went well. */
export async function beginAlone(name: string, deskName: string): Promise<Refusal | null> {
  const pin = newNumber()
  const refused = await join({ role: 'staff', name, deskName, pin })
  if (refused) return refused
  deviceMemory.write(numberKey, pin)
  return sitDownAlone(name, deskName)
}

/** Takes the desk over from the simulated clerk; the clock begins to run with it. */
export async function sitDownAlone(name: string, deskName: string): Promise<Refusal | null> {
  const pin = deviceMemory.read(numberKey) ?? ''
  const reply = await request('POST', '/api/session', { name, pin, device: deviceId() })
  if (reply.kind !== 'done') return reply.kind === 'refused' ? reply.problem : { code: 'web.noLine', details: {} }
  // The coach says one thing after the other: the whole list of the desk's work would stand between them and the desk.
  deviceMemory.write(`deskCard.${deskName}`, 'closed')
  const outcome = await send('practice.handSeat', { deskName, player: 'human' })
  return outcome.kind === 'refused' ? outcome.problem : null
}

export async function leave(): Promise<Refusal | null> {
  const mine = token.value
  if (mine === null) return null
  const outcome = await send('practice.leaveDrill', { ownToken: mine }, { secret: true })
  if (outcome.kind === 'refused' && outcome.problem.code !== 'practice.notTakingPart') return outcome.problem
  forgetPart()
  return null
}
