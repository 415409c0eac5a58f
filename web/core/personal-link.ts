import { newSecret } from '#shared/core/ids.ts'
import { readOwnJson } from '#shared/core/json.ts'

/** A personal page that this phone opened, and the day it is for; '' until that day is known. */
export interface PersonalLink {
  token: string
  date: string
  /** Whether the center knows that the page is this phone's. */
  bound?: boolean
}

/** The one place where a phone keeps its link: its page opens with it, and reception recognises its owner by it. */
const key = 'sasae-link'

const wellFormed = /^[0-9a-f]{32}$/

/** Remembers the personal page on this phone, so that its owner is recognised another day. */
export function keepPersonalLink(link: PersonalLink): void {
  try {
    localStorage.setItem(key, JSON.stringify(link))
  } catch {
    // Private browsing: the address alone carries the link, and reception asks for phone number and birth date.
  }
}

/** The personal page that this phone opened last. */
export function keptPersonalLink(): PersonalLink | null {
  try {
    const kept = localStorage.getItem(key)
    const link = kept === null ? null : readOwnJson<PersonalLink>(kept)
    return link && wellFormed.test(link.token) ? link : null
  } catch {
    return null
  }
}

export function forgetPersonalLink(): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}

/** The token of the page that is open: from its address, or the one this phone saw last. null where there is none. */
export function tokenOfThisPage(): string | null {
  const kept = keptPersonalLink()
  const shown = location.hash.slice(1)
  if (!wellFormed.test(shown)) return kept?.token ?? null
  if (shown !== kept?.token) keepPersonalLink({ token: shown, date: '', bound: false })
  return shown
}

const phoneKey = 'sasae-phone'
const unkept = newSecret()

/** What this phone is known by to the links that are bound to it: a secret of its own, made once. */
export function ownPhone(): string {
  try {
    const kept = localStorage.getItem(phoneKey)
    if (kept && wellFormed.test(kept)) return kept
    localStorage.setItem(phoneKey, unkept)
  } catch {
    // Private browsing: the page asks for number and birth date again when it is opened anew.
  }
  return unkept
}

/** Goes on as the phone that it was at another address. */
export function keepOwnPhone(phone: string): void {
  try {
    if (wellFormed.test(phone)) localStorage.setItem(phoneKey, phone)
  } catch {
    // Private browsing: the page asks for number and birth date.
  }
}

/** By which name the acts of a personal page lie on the phone: enough to tell families on one phone apart, not the link. */
export const authorOf = (token: string) => token.slice(0, 8)
