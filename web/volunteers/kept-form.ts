import { readOwnJson } from '#shared/core/json.ts'

/** A form that the server has not answered yet, as it will be sent. */
export interface KeptForm {
  id: string
  type: string
  input: object
  device: string
}

const key = 'sasae-reception'

/**
 * Keeps the form on the phone before it is sent, through reload and a dead line. It is one act; the desks' outbox would
 * double what this page weighs on a crowded line.
 */
export function keepForm(kept: KeptForm): void {
  try {
    localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // Private browsing: it stays in the page for as long as that is open.
  }
}

export function keptForm(): KeptForm | null {
  try {
    const kept = localStorage.getItem(key)
    return kept === null ? null : readOwnJson<KeptForm>(kept)
  } catch {
    return null
  }
}

export function forgetForm(): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}
