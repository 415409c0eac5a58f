import { newSecret } from '#shared/core/ids.ts'
import { readOwnJson } from '#shared/core/json.ts'
import { epochHeader } from '#shared/keeping/copies.ts'
import { allAcknowledged } from '#web/core/acknowledged.ts'
import { currentEpoch, epochWord, meetEpoch } from '#web/core/epoch.ts'
import { type Acknowledged, type Kept, keptDatabase } from '#web/core/kept-database.ts'
import { allKept } from '#web/core/outbox.ts'
import {
  keepOwnPhone,
  keepPersonalLink,
  keptPersonalLink,
  ownPhone,
  type PersonalLink,
} from '#web/core/personal-link.ts'
import type { Refusal } from '#web/core/request.ts'

/**
 * What a phone takes along to another address of its center. A browser keeps each address's storage apart, so that the
 * page of the old one hands it to the page of the new one, window to window (docs/decisions/0028).
 */
export interface Belongings {
  word: string
  link: PersonalLink | null
  phone: string
  unsent: readonly Kept[]
  copies: readonly Acknowledged[]
}

/** Acts of staff are never taken along: their names are sessions of the old laptop. */
const isOfPhone = ({ author }: Kept) => /^[0-9a-f]{8}$/.test(author)

export async function belongings(): Promise<Belongings> {
  return {
    word: epochWord(),
    link: keptPersonalLink(),
    phone: ownPhone(),
    unsent: (await allKept()).filter((one) => isOfPhone(one) && one.refusal === undefined && !one.pictureId),
    copies: (await allAcknowledged()).filter((one) => isOfPhone(one) && !one.pictureId),
  }
}

/** The origin that somebody typed from a poster; null where it is none, or this very one. */
export function originIn(typed: string): string | null {
  const text = typed.normalize('NFKC').trim()
  try {
    const { protocol, origin } = new URL(/^https?:\/\//i.test(text) ? text : `http://${text}`)
    return /^https?:$/.test(protocol) && text !== '' && origin !== location.origin ? origin : null
  } catch {
    return null
  }
}

const askEveryMs = 500
/** Long enough for a page over a crowded line and for a person who reads before pressing. */
const patienceMs = 120_000

/** Opens the new address and hands over to it, and to nobody else; false where it never said that it has everything. */
export async function moveTo(origin: string): Promise<boolean> {
  const nonce = newSecret()
  // Nothing of a person stands in the address: which epoch is met, and a word that only these two windows know.
  const opened = window.open(`${origin}/me#moved-${currentEpoch()?.epoch ?? 0}-${nonce}`, '_blank')
  if (!opened) return false
  const parts = await belongings()
  return new Promise((resolve) => {
    const stop = (taken: boolean) => {
      clearInterval(asking)
      clearTimeout(ending)
      removeEventListener('message', hear)
      resolve(taken)
    }
    const hear = ({ source, origin: from, data }: MessageEvent<unknown>) => {
      if (source === opened && from === origin && data === `taken ${nonce}`) stop(true)
    }
    addEventListener('message', hear)
    const asking = setInterval(() => opened.postMessage({ nonce, belongings: parts }, origin), askEveryMs)
    const ending = setTimeout(() => stop(false), patienceMs)
  })
}

/** Whether this page was opened by one that hands over. */
export const movedNonce = (): string | null => /^#moved-\d+-([0-9a-f]{32})$/.exec(location.hash)?.[1] ?? null

export interface Offered {
  from: string
  belongings: Belongings
  /** Tells the old page that everything is here. */
  confirm: () => void
}

/** Hears what the page that opened this one hands over. */
export function onHandedOver(nonce: string, listener: (offered: Offered) => void): () => void {
  const hear = ({ source, origin, data }: MessageEvent<{ nonce?: unknown; belongings?: Belongings } | null>) => {
    if (source === null || source !== window.opener || data?.nonce !== nonce || !data.belongings) return
    const confirm = () => source.postMessage(`taken ${nonce}`, { targetOrigin: origin })
    listener({ from: origin, belongings: data.belongings, confirm })
  }
  addEventListener('message', hear)
  return () => removeEventListener('message', hear)
}

/**
 * Puts what was handed over where this address keeps it. False where this center is older than the one that the phone has
 * met: only a center that holds the same secret says so, therefore the word is believed and fences it off.
 */
export async function takeOver({ word, link, phone, unsent, copies }: Belongings): Promise<boolean> {
  const answer = await fetch('/api/clock', { headers: word === '' ? {} : { [epochHeader]: word } })
  if (!answer.ok) {
    const { problem } = readOwnJson<{ problem?: Refusal }>(await answer.text())
    if (!problem?.code.startsWith('keeping.')) throw new Error('this center does not answer')
    meetEpoch(word)
    return false
  }
  const database = await keptDatabase()
  if (!database) throw new Error('the browser keeps nothing')
  for (const one of unsent.filter(isOfPhone)) await database.put('outbox', one)
  for (const one of copies.filter(isOfPhone)) await database.put('acknowledged', one)
  keepOwnPhone(phone)
  if (link) keepPersonalLink(link)
  return true
}
