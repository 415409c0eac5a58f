import { batch, effect, signal } from '@preact/signals'
import type { History } from '#shared/lookback/history.ts'
import { elapsed } from '#web/core/clock.ts'
import { Replay } from '#web/lookback/replay.ts'

export const speeds = [1, 10, 60, 300, 600] as const

/** What is looked back at; null until it was asked for. */
export const replay = signal<Replay | null>(null)
/** The instant that is shown, in milliseconds of the center's time. */
export const shownAt = signal(0)
export const playing = signal(false)
export const speed = signal<(typeof speeds)[number]>(60)

export function openReplay(history: History): void {
  const opened = new Replay(history)
  batch(() => {
    playing.value = false
    replay.value = opened
    shownAt.value = opened.startsAt
  })
  opened.show(opened.countBy(opened.startsAt))
}

/** Goes to an instant, within what there is. */
export function goToInstant(instant: number): void {
  const open = replay.value
  if (!open) return
  shownAt.value = Math.min(Math.max(instant, open.startsAt), open.endsAt)
  open.show(open.countBy(shownAt.value))
}

/** Goes to the moment right after an act, and stands still there. */
export function goToSeq(seq: number): void {
  const open = replay.value
  if (!open) return
  const count = open.countTo(seq)
  playing.value = false
  shownAt.value = Date.parse(open.moments[count - 1]?.at ?? '') || open.startsAt
  open.show(count)
}

/** One act on or back. */
export function step(by: 1 | -1): void {
  const open = replay.value
  if (!open) return
  const now = open.seq
  const next = by > 0 ? open.moments.find(({ seq }) => seq > now) : open.moments.findLast(({ seq }) => seq < now)
  if (next) goToSeq(next.seq)
}

export function playOrPause(): void {
  const open = replay.value
  if (!open) return
  if (!playing.value && shownAt.value >= open.endsAt) goToInstant(open.startsAt)
  playing.value = !playing.value
}

const everyMs = 200

effect(() => {
  if (!playing.value) return undefined
  let last = elapsed()
  const timer = setInterval(() => {
    const now = elapsed()
    goToInstant(shownAt.peek() + (now - last) * speed.peek())
    last = now
    if (shownAt.peek() >= (replay.peek()?.endsAt ?? 0)) playing.value = false
  }, everyMs)
  return () => clearInterval(timer)
})
