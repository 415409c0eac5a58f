import { signal } from '@preact/signals'
import { signInRuleNow } from '#web/access/sign-in-rule.ts'
import { elapsed } from '#web/core/clock.ts'
import { session } from '#web/core/session.ts'
import { deviceMemory } from '#web/ui/device-memory.ts'

const flag = 'locked'
const isFlagged = () => deviceMemory.read(flag) === 'yes'

/** Whether this desk is covered. It lies on the device, so that neither a reload nor another page lifts the cover. */
export const deskLocked = signal(isFlagged())

let lastHand = elapsed()

function put(locked: boolean): void {
  deviceMemory.write(flag, locked ? 'yes' : 'no')
  deskLocked.value = locked
}

/** Somebody has shown who they are. */
export function unlockDesk(): void {
  lastHand = elapsed()
  put(false)
}

function lockWhenIdle(): void {
  const { lockAfterMinutes } = signInRuleNow()
  if (deskLocked.value || lockAfterMinutes === 0 || !session.value?.staff) return
  if (elapsed() - lastHand >= lockAfterMinutes * 60_000) put(true)
}

/** Covers what is personal once no hand has been on this desk for some minutes; its line stays open. */
export function watchHands(): void {
  const touch = () => {
    lastHand = elapsed()
  }
  for (const sign of ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const)
    addEventListener(sign, touch, { passive: true, capture: true })
  // Another page of this browser was covered, or opened by its person.
  addEventListener('storage', () => {
    if (deskLocked.value && !isFlagged()) touch()
    deskLocked.value = isFlagged()
  })
  setInterval(lockWhenIdle, 1000)
}
