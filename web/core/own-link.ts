import { readOwnJson } from '#shared/core/json.ts'

/** The personal page that this phone opened last, and the day it was for. */
export interface OwnLink {
  token: string
  date: string
}

const key = 'sasae-link'

/** Remembers the personal page on this phone, so that its owner is recognised another day. */
export function keepOwnLink(link: OwnLink): void {
  try {
    localStorage.setItem(key, JSON.stringify(link))
  } catch {
    // Without storage the phone number and the birth date are asked.
  }
}

export function ownLink(): OwnLink | null {
  try {
    const kept = localStorage.getItem(key)
    return kept === null ? null : readOwnJson<OwnLink>(kept)
  } catch {
    return null
  }
}

export function forgetOwnLink(): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}
