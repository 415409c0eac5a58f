/** Letters and digits alone: a scanner that types for another keyboard turns signs into others. */
const prefix = 'SASAE'

/** What stands in the QR of a badge. */
export function badgeText(secret: string): string {
  return prefix + secret.toUpperCase()
}

const wellFormed = new RegExp(`^${prefix}([0-9A-F]{32})$`)

/** The secret in what a scanner typed, also through an input method that widens letters; null where it is no badge. */
export function badgeIn(typed: string): string | null {
  const found = wellFormed.exec(typed.normalize('NFKC').replace(/\s/g, '').toUpperCase())
  return found?.[1]?.toLowerCase() ?? null
}

/** How people sign in where nobody has said otherwise: a drill's desks are changed too often for badges. */
export function usualSignInRule(kind: 'live' | 'drill'): { badge: 'needed' | 'pinOnly'; lockAfterMinutes: number } {
  return { badge: kind === 'live' ? 'needed' : 'pinOnly', lockAfterMinutes: 3 }
}
