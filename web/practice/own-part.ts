import { signal } from '@preact/signals'
import type { z } from 'zod'
import { newId, newSecret } from '#shared/core/ids.ts'
import type { findMyPart, showDrill } from '#shared/practice/reads.ts'
import type { ParticipantRole } from '#shared/practice/roles.ts'
import { ask } from '#web/core/ask.ts'
import { setClock } from '#web/core/clock.ts'
import type { Refusal } from '#web/core/request.ts'
import { send } from '#web/core/send.ts'
import { deviceMemory } from '#web/ui/device-memory.ts'

export type ShownDrill = z.infer<typeof showDrill.answer>
export type OwnPart = z.infer<typeof findMyPart.answer>

/** The drill as this page sees it; undefined until it has been asked for. */
export const shownDrill = signal<ShownDrill | undefined>(undefined)
export const hasLine = signal(true)

/** The part that this phone plays: null where it plays none, undefined until that is known. */
export const ownPart = signal<OwnPart | null | undefined>(undefined)

/** Each drill has an address of its own, and so a memory of its own on the phone; one later on it knows nobody. */
const key = 'drill.part'
const wellFormed = /^[0-9a-f]{32}$/

function ownToken(): string | null {
  const kept = deviceMemory.read(key)
  return kept && wellFormed.test(kept) ? kept : null
}

let token = ownToken()

function forgetPart(): void {
  deviceMemory.forget(key)
  token = null
  ownPart.value = null
}

async function lookAtPart(): Promise<void> {
  if (token === null) {
    ownPart.value = null
    return
  }
  const reply = await ask('practice.findMyPart', { ownToken: token })
  if (reply.kind === 'done') ownPart.value = reply.body
  else if (reply.kind === 'refused' && reply.problem.code === 'practice.notTakingPart') forgetPart()
}

async function look(): Promise<void> {
  const reply = await ask('practice.showDrill', {})
  hasLine.value = reply.kind !== 'noLine'
  if (reply.kind !== 'done') return
  shownDrill.value = reply.body
  setClock({ now: reply.body.now, speed: reply.body.drill?.speed ?? 1 })
  document.title = `${reply.body.drill?.title ?? ''} ${reply.body.centerName}`.trim()
  await lookAtPart()
}

/** A phone in a hand is looked at for seconds: what happens to its owner is there by then. */
const everyMs = 4000

/** Follows the drill for as long as the page is open. */
export function followDrill(): void {
  void look()
  setInterval(() => void look(), everyMs)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void look()
  })
}

interface Joining {
  role: ParticipantRole
  name: string
  deskName: string | null
  pin?: string
}

/** Joins; null where that went well. The token lies on the phone before it is sent: a lost answer loses no part. */
export async function join({ pin, ...who }: Joining): Promise<Refusal | null> {
  const mine = newSecret()
  const input = { participantId: newId(), ...who, ...(pin === undefined ? {} : { pin }), ownToken: mine }
  const outcome = await send('practice.joinDrill', input, { secret: true })
  if (outcome.kind === 'refused') return outcome.problem
  deviceMemory.write(key, mine)
  token = mine
  await lookAtPart()
  return null
}

/** Sends what a participant says; null where it went well. */
export async function say(
  act:
    | { type: 'practice.answerAsParticipant'; injectId: string; answer: string }
    | {
        type: 'practice.observe'
        deskName: string | null
        mark: 'good' | 'problem' | 'note'
        text: string
        checkKey: string
      },
): Promise<Refusal | null> {
  if (token === null) return { code: 'practice.notTakingPart', details: {} }
  const mine = { ownToken: token }
  const outcome =
    act.type === 'practice.observe'
      ? await send(
          act.type,
          {
            observationId: newId(),
            deskName: act.deskName,
            mark: act.mark,
            text: act.text,
            checkKey: act.checkKey,
            photoIds: [],
            ...mine,
          },
          { secret: true },
        )
      : await send(act.type, { injectId: act.injectId, answer: act.answer, ...mine }, { secret: true })
  if (outcome.kind === 'refused') return outcome.problem
  await lookAtPart()
  return null
}

export async function leave(): Promise<Refusal | null> {
  if (token === null) return null
  const outcome = await send('practice.leaveDrill', { ownToken: token }, { secret: true })
  if (outcome.kind === 'refused' && outcome.problem.code !== 'practice.notTakingPart') return outcome.problem
  forgetPart()
  return null
}
