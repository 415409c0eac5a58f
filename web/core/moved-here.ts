import { effect, signal } from '@preact/signals'
import { ask } from '#web/core/ask.ts'
import { keptDatabase } from '#web/core/kept-database.ts'
import { isLaterThan } from '#web/core/moving.ts'
import type { DeskBelongings, OldDeskSays } from '#web/core/moving-desk.ts'
import { lookAgain, offerAgain } from '#web/core/offers.ts'
import { keep, keepPicture } from '#web/core/outbox.ts'
import { flush } from '#web/core/send.ts'
import { session } from '#web/core/session.ts'
import { type Heard, movedNonce, onOpener } from '#web/core/two-windows.ts'

/**
 * How far the page at the new address is: it waits for the old one, for somebody to sign in, for what the old one hands
 * over, for the press; null where nobody moves here.
 */
export type MovingHere =
  | { step: 'waits' | 'silent' | 'oldCenter' }
  | { step: 'signIn'; from: string }
  | { step: 'offered'; from: string; belongings: DeskBelongings; failed: boolean }
  | { step: 'taken'; belongings: DeskBelongings }

export const movingHere = signal<MovingHere | null>(null)

let nonce: string | null = null
let old: Heard<OldDeskSays> | undefined
let confirm = () => {}
/** What the old page has to show before anything of it is believed. */
let expected: string | null = null
/** Whether the center of this page was asked and could not be reached. */
let isLost = false
let stops: readonly (() => void)[] = []

/** As long as a page over a crowded line may take to say its first word. */
const silentAfterMs = 20_000

/** Shows the old page that this center is the same one, and has it show the same; strangers get and give nothing. */
async function answerOld(): Promise<void> {
  const challenge = old?.said.challenge
  if (!challenge || !session.value?.staff) return
  isLost = false
  const reply = await ask('keeping.proveCenter', { word: challenge })
  isLost = reply.kind === 'noLine'
  if (reply.kind !== 'done') return
  const { toOld, toNew } = reply.body
  expected = toNew
  old?.answer({ nonce, proof: toOld })
}

/** The old page says again and again who it is: a question that was lost on the way is asked once more. */
function hearWho(heard: Heard<OldDeskSays>): void {
  const isFirst = old === undefined
  old = heard
  if (isFirst && movingHere.value?.step !== 'offered') movingHere.value = { step: 'signIn', from: heard.from }
  if (isFirst || isLost) void answerOld()
}

function hear(heard: Heard<OldDeskSays>): void {
  const { said, from } = heard
  if (said.challenge) {
    hearWho(heard)
    return
  }
  if (!said.belongings || expected === null || said.proof !== expected) return
  confirm = () => heard.answer(`taken ${nonce}`)
  if (movingHere.value?.step === 'signIn')
    movingHere.value = { step: 'offered', from, belongings: said.belongings, failed: false }
}

/** Listens to the page that opened this one in order to hand over, if one did. */
export function listenForOldDesk(): void {
  nonce = movedNonce()
  if (nonce === null) return
  movingHere.value = { step: 'waits' }
  const leave = onOpener<OldDeskSays>(nonce, hear)
  setTimeout(() => {
    if (movingHere.value?.step === 'waits') movingHere.value = { step: 'silent' }
  }, silentAfterMs)
  const forget = effect(() => {
    if (session.value?.staff) void answerOld()
  })
  stops = [leave, forget]
}

async function putHere({ unsent, copies, pictures }: DeskBelongings): Promise<void> {
  for (const picture of pictures) await keepPicture(picture)
  for (const { order: _, ...one } of unsent) await keep(one)
  const database = await keptDatabase()
  for (const one of copies) await database?.put('acknowledged', one)
}

/** Puts everything where this address keeps it. Each act is sent when its own author sits here; the server sees to that. */
export async function takeOverDesk(): Promise<void> {
  const now = movingHere.value
  if (now?.step !== 'offered') return
  const { belongings } = now
  try {
    if (!(await isLaterThan(belongings.word))) {
      movingHere.value = { step: 'oldCenter' }
      return
    }
    await putHere(belongings)
  } catch {
    movingHere.value = { ...now, failed: true }
    return
  }
  confirm()
  for (const stop of stops) stop()
  // From now on this is a desk like any other, also after a reload.
  history.replaceState(null, '', '/desk')
  movingHere.value = { step: 'taken', belongings }
  await flush()
  lookAgain()
  await offerAgain()
}
