import { newId } from '#shared/core/ids.ts'

const key = 'sasae-device'

/** This device's own id, so that the log can say at which desk something was done. */
export function deviceId(): string {
  try {
    const kept = localStorage.getItem(key)
    if (kept) return kept
    const made = newId()
    localStorage.setItem(key, made)
    return made
  } catch {
    // Private browsing may forbid storage; the page then has an id of its own for as long as it is open.
    return fallback
  }
}

const fallback = newId()
