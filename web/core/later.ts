import { type Signal, signal } from '@preact/signals'
import { request } from '#web/core/request.ts'
import { isOlderPage } from '#web/core/version.ts'

/** A part of the page that comes later. */
export interface LaterPart<T> {
  /** null until it is there; the first look at it begins to load it. */
  get: () => T | null
  /** The center has gone on to a version that has it no more: only the page loaded anew brings it. */
  isGone: Signal<boolean>
}

const tryAgainMs = 3000

/** Without a line it only takes longer: nobody may be told to load a page anew that then would not come. */
async function isGoneForGood(): Promise<boolean> {
  const reply = await request('GET', '/api/clock')
  return reply.kind === 'done' && isOlderPage()
}

/** Loads a part of the page later, and again where the line broke meanwhile. */
export function later<T>(load: () => Promise<T>): LaterPart<T> {
  const part = signal<T | null>(null)
  const isGone = signal(false)
  let begun = false
  const attempt = async (): Promise<void> => {
    try {
      part.value = await load()
      isGone.value = false
    } catch {
      isGone.value = await isGoneForGood()
      setTimeout(() => void attempt(), tryAgainMs)
    }
  }
  const get = (): T | null => {
    if (!begun) {
      begun = true
      void attempt()
    }
    return part.value
  }
  return { get, isGone }
}
