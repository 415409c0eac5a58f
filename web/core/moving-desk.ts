import { newSecret } from '#shared/core/ids.ts'
import type { CenterProofs } from '#shared/keeping/reads.ts'
import { allAcknowledged } from '#web/core/acknowledged.ts'
import { ask } from '#web/core/ask.ts'
import { isOfStaff } from '#web/core/authors.ts'
import { currentEpoch, epochWord } from '#web/core/epoch.ts'
import type { Acknowledged, Kept, KeptPicture } from '#web/core/kept-database.ts'
import { acknowledgedHeads } from '#web/core/kept-room.ts'
import { allKept } from '#web/core/outbox.ts'
import { picturesOf } from '#web/core/pictures-of.ts'
import { bringQrReader } from '#web/core/qr-reader.ts'
import { talk } from '#web/core/two-windows.ts'

/** What a desk takes along to another address of its center: the acts of everyone who sat here (docs/decisions/0028). */
export interface DeskBelongings {
  word: string
  unsent: readonly Kept[]
  copies: readonly Acknowledged[]
  pictures: readonly KeptPicture[]
}

/** What the page at the new address says, once somebody of the center has signed in there. */
interface NewDeskSays {
  nonce?: unknown
  proof?: unknown
}

/** What the page at the old address says: its word at first, and what it hands over where the answer was right. */
export interface OldDeskSays {
  challenge?: string
  proof?: string
  belongings?: DeskBelongings
}

/** What concerns this very file is never done to another one. */
const mayGo = (kept: Pick<Kept, 'author' | 'type' | 'refusal'>) =>
  isOfStaff(kept) && kept.refusal === undefined && !kept.type.startsWith('keeping.')

/** How many acts go, without reading what they say or bring. */
export async function countDeskActs(): Promise<{ unsent: number; copies: number }> {
  const copies = await acknowledgedHeads().catch(() => [])
  return { unsent: (await allKept()).filter(mayGo).length, copies: copies.filter(mayGo).length }
}

async function deskBelongings(): Promise<DeskBelongings> {
  const acts = { unsent: (await allKept()).filter(mayGo), copies: (await allAcknowledged()).filter(mayGo) }
  return { word: epochWord(), ...acts, pictures: await picturesOf([...acts.unsent, ...acts.copies]) }
}

let prepared: (CenterProofs & { challenge: string }) | null = null

/** While the center still answers: asks how it will be known at another address. What is not asked now cannot be later. */
export async function prepareToMove(): Promise<void> {
  if (prepared) return
  void bringQrReader()
  const challenge = newSecret()
  const reply = await ask('keeping.proveCenter', { word: challenge })
  if (reply.kind === 'done') prepared = { ...reply.body, challenge }
}

export type Moved = 'moved' | 'silent' | 'notOpened' | 'unprepared'

/** Somebody has to find their badge, sign in, read and press. */
const patienceMs = 20 * 60_000

/**
 * Opens the new address, and hands over once its center has shown that it is the same one: a desk that nobody watches
 * would otherwise tell all it holds to whatever address a stranger types.
 */
export async function moveDeskTo(origin: string): Promise<Moved> {
  if (!prepared) return 'unprepared'
  const { challenge, toOld, toNew } = prepared
  const nonce = newSecret()
  const opened = window.open(`${origin}/moved#moved-${currentEpoch()?.epoch ?? 0}-${nonce}`, '_blank')
  if (!opened) return 'notOpened'
  const reply = async (said: unknown) => {
    const { nonce: word, proof } = (said ?? {}) as NewDeskSays
    if (word !== nonce || proof !== toOld) return null
    return { proof: toNew, belongings: await deskBelongings() }
  }
  const taken = await talk({ opened, origin, nonce, repeated: { challenge }, reply, patienceMs })
  return taken ? 'moved' : 'silent'
}
