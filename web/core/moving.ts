import { newSecret } from '#shared/core/ids.ts'
import { readOwnJson } from '#shared/core/json.ts'
import { epochHeader } from '#shared/keeping/copies.ts'
import { allAcknowledged } from '#web/core/acknowledged.ts'
import { isOfPhone } from '#web/core/authors.ts'
import { currentEpoch, epochWord, meetEpoch } from '#web/core/epoch.ts'
import { type Acknowledged, type Kept, type KeptPicture, keptDatabase } from '#web/core/kept-database.ts'
import { keepDraft } from '#web/core/kept-draft.ts'
import { acknowledgedHeads, keepFitting } from '#web/core/kept-room.ts'
import { allKept } from '#web/core/outbox.ts'
import {
  keepOwnPhone,
  keepPersonalLink,
  keptPersonalLink,
  ownPhone,
  type PersonalLink,
} from '#web/core/personal-link.ts'
import { picturesOf } from '#web/core/pictures-of.ts'
import type { Refusal } from '#web/core/request.ts'
import { onOpener, talk } from '#web/core/two-windows.ts'

/**
 * What a phone takes along to another address of its center. A browser keeps each address's storage apart, so that the
 * page of the old one hands it to the page of the new one, window to window (docs/decisions/0028).
 */
interface Belongings {
  word: string
  link: PersonalLink | null
  phone: string
  unsent: readonly Kept[]
  copies: readonly Acknowledged[]
  /** The form of the entrance that hands over, and what is typed there but not sent yet. */
  form?: FormLeft | undefined
}

export interface FormLeft {
  path: string
  language: string
  draft: string | null
}

const formPages = ['/reception', '/reservation']

/** Where the new page goes on: the page of a form sends the forms that wait. */
export function placeAfter({ form, link }: Belongings): string {
  if (form && formPages.includes(form.path)) return `${form.path}?lang=${encodeURIComponent(form.language)}`
  return `/me#${link?.token ?? ''}`
}

const unsentHere = async () => (await allKept()).filter((one) => isOfPhone(one) && one.refusal === undefined)

/** How much it is, without reading all of it. */
export async function countBelongings(): Promise<{ unsent: number; copies: number }> {
  const copies = await acknowledgedHeads().catch(() => [])
  return { unsent: (await unsentHere()).length, copies: copies.filter(isOfPhone).length }
}

/** Acts of staff are not among them: those go with their desk (`moving-desk.ts`). */
async function belongings(): Promise<Belongings> {
  return {
    word: epochWord(),
    link: keptPersonalLink(),
    phone: ownPhone(),
    unsent: await unsentHere(),
    copies: (await allAcknowledged()).filter(isOfPhone),
  }
}

/** Long enough for a page over a crowded line and for a person who reads before pressing. */
const patienceMs = 120_000

/** Opens the new address and hands over to it, and to nobody else; false where it never said that it has everything. */
export async function moveTo(origin: string, form?: FormLeft): Promise<boolean> {
  const nonce = newSecret()
  // Nothing of a person stands in the address: which epoch is met, and a word that only these two windows know.
  const opened = window.open(`${origin}/me#moved-${currentEpoch()?.epoch ?? 0}-${nonce}`, '_blank')
  if (!opened) return false
  const mine = { ...(await belongings()), form }
  // Many megabytes are not said over and over, but once, when they are asked for, and one picture at a time.
  const reply = async (said: unknown) => {
    const { nonce: word, wants, only } = (said ?? {}) as { nonce?: unknown; wants?: unknown; only?: unknown }
    if (word !== nonce || wants !== 'pictures') return null
    return {
      pictures: await picturesOf([...mine.unsent, ...mine.copies].filter(({ pictureId }) => pictureId === only)),
    }
  }
  return talk({ opened, origin, nonce, repeated: { belongings: mine }, reply, patienceMs })
}

export interface Offered {
  from: string
  belongings: Belongings
  /** The pictures of what is handed over; only where the old page answers. */
  pictures: () => AsyncIterable<KeptPicture>
  /** Tells the old page that everything is here. */
  confirm: () => void
}

const picturesWithinMs = 60_000

/** Hears what the page that opened this one hands over. */
export function onHandedOver(nonce: string, listener: (offered: Offered) => void): () => void {
  let bring: ((pictures: readonly KeptPicture[]) => void) | undefined
  return onOpener<{ belongings?: Belongings; pictures?: readonly KeptPicture[] }>(nonce, ({ from, said, answer }) => {
    if (said.pictures) bring?.(said.pictures)
    if (!said.belongings) return
    const { unsent, copies } = said.belongings
    const broughtFor = (pictureId: string) =>
      new Promise<readonly KeptPicture[]>((resolve, reject) => {
        bring = resolve
        setTimeout(() => reject(new Error('the old page does not answer')), picturesWithinMs)
        answer({ nonce, wants: 'pictures', only: pictureId })
      })
    async function* pictures(): AsyncIterable<KeptPicture> {
      const here = new Set<string>()
      for (const { pictureId } of [...unsent, ...copies]) {
        if (pictureId === undefined || here.has(pictureId)) continue
        here.add(pictureId)
        // A page of an earlier version brings all of them at the first asking.
        for (const picture of await broughtFor(pictureId)) {
          here.add(picture.id)
          yield picture
        }
      }
    }
    listener({ from, belongings: said.belongings, pictures, confirm: () => answer(`taken ${nonce}`) })
  })
}

/**
 * Asks this center with the mark that the old page has met. False where this is an older copy: only a center that holds
 * the same secret says so, therefore the word is believed and fences it off.
 */
export async function isLaterThan(word: string): Promise<boolean> {
  const answer = await fetch('/api/clock', { headers: word === '' ? {} : { [epochHeader]: word } })
  if (answer.ok) return true
  const { problem } = readOwnJson<{ problem?: Refusal }>(await answer.text())
  if (!problem?.code.startsWith('keeping.')) throw new Error('this center does not answer')
  meetEpoch(word)
  return false
}

/** Puts what was handed over where this address keeps it; false where this center is older than the one met before. */
export async function takeOver({ belongings: taken, pictures }: Pick<Offered, 'belongings' | 'pictures'>) {
  const { word, link, phone, unsent, copies } = taken
  if (!(await isLaterThan(word))) return false
  if (!(await keptDatabase())) throw new Error('the browser keeps nothing')
  // First of all: an act whose picture is not there yet would be refused.
  for await (const picture of pictures()) await keepFitting('pictures', picture)
  for (const one of unsent.filter(isOfPhone)) await keepFitting('outbox', one)
  for (const one of copies.filter(isOfPhone)) await keepFitting('acknowledged', one)
  keepOwnPhone(phone)
  if (link) keepPersonalLink(link)
  if (taken.form?.draft) keepDraft(taken.form.draft)
  return true
}
