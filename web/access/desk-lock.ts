import { effect, signal } from '@preact/signals'
import { signInRuleNow } from '#web/access/sign-in-rule.ts'
import { centerNow, centerSpeed, centerTime, elapsed } from '#web/core/clock.ts'
import { session } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { deviceMemory } from '#web/ui/device-memory.ts'

const flag = 'locked'
const isFlagged = () => deviceMemory.read(flag) === 'yes'

/** Whether this desk is covered. It lies on the device, so that neither a reload nor another page lifts the cover. */
export const deskLocked = signal(isFlagged())

let lastHand = elapsed()

const hand = 'lastHand'
/** How often the last hand is written down; the limit is minutes. */
const writeEveryMs = 5000

/** When a hand was last on this device, by the center's clock, before this page was opened; 0 if none ever was. */
const leftAt = Number(deviceMemory.read(hand) ?? 0)
/** Until it is known whether the desk stood alone too long, moving the mouse must not pass for its person. */
let isJudged = false
let writtenAt = 0

function noteHand(): void {
  lastHand = elapsed()
  const now = centerNow()
  if (!isJudged || now === 0 || Math.abs(now - writtenAt) < writeEveryMs) return
  writtenAt = now
  deviceMemory.write(hand, String(now))
}

/** A browser that was closed and is opened later: the time in between counts as well, by the center's clock. */
function judgeAbsence(): void {
  const now = centerTime.value
  if (isJudged || now === 0 || !session.value?.staff || store.all('center').length === 0) return
  isJudged = true
  const { lockAfterMinutes } = signInRuleNow()
  // A clock that was set back is no reason to trust whoever sits here.
  const away = Math.abs(now - leftAt) / centerSpeed()
  if (leftAt > 0 && lockAfterMinutes > 0 && away >= lockAfterMinutes * 60_000) put(true)
}

function put(locked: boolean): void {
  deviceMemory.write(flag, locked ? 'yes' : 'no')
  deskLocked.value = locked
}

/** Somebody has shown who they are. */
export function unlockDesk(): void {
  isJudged = true
  noteHand()
  put(false)
}

function lockWhenIdle(): void {
  const { lockAfterMinutes } = signInRuleNow()
  if (deskLocked.value || lockAfterMinutes === 0 || !session.value?.staff) return
  if (elapsed() - lastHand >= lockAfterMinutes * 60_000) put(true)
}

/** Covers what is personal once no hand has been on this desk for some minutes; its line stays open. */
export function watchHands(): void {
  for (const sign of ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const)
    addEventListener(sign, noteHand, { passive: true, capture: true })
  // Another page of this browser was covered, or opened by its person.
  addEventListener('storage', () => {
    if (deskLocked.value && !isFlagged()) noteHand()
    deskLocked.value = isFlagged()
  })
  setInterval(lockWhenIdle, 1000)
  effect(judgeAbsence)
}
