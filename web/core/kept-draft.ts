/** Where a form of the entrance keeps what is typed, until the tab is closed. */
const key = 'reception-draft'

export function keptDraft(): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

/** Keeps what is typed, or forgets it. */
export function keepDraft(draft: string | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, draft)
  } catch {
    // Private browsing: the form itself still holds what was typed.
  }
}
