/** Where this browser keeps the token of its latest personal page; the reception form reads and writes the same place. */
const key = 'sasae.personal-link'

const wellFormed = /^[0-9a-f]{32}$/

/** The token of this page: from its address, or the one this browser saw last. null where there is none. */
export function personalToken(): string | null {
  const shown = location.hash.slice(1)
  if (wellFormed.test(shown)) {
    remember(shown)
    return shown
  }
  return remembered()
}

function remember(token: string): void {
  try {
    localStorage.setItem(key, token)
  } catch {
    // Private browsing: the address alone carries it.
  }
}

function remembered(): string | null {
  try {
    const kept = localStorage.getItem(key)
    return kept !== null && wellFormed.test(kept) ? kept : null
  } catch {
    return null
  }
}
