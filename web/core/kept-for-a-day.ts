import type { Acknowledged } from '#web/core/kept-database.ts'

const dayMs = 24 * 3_600_000

/** An acknowledged act without what it says: of a day's thousands only these are ever in memory together. */
export type AcknowledgedHead = Pick<Acknowledged, 'id' | 'type' | 'author' | 'center' | 'epoch' | 'seq' | 'at'> & {
  pictureId?: string | undefined
}

export function headOf({ id, type, author, center, epoch, seq, at, pictureId }: Acknowledged): AcknowledgedHead {
  return { id, type, author, center, epoch, seq, at, pictureId }
}

/** Whether a day has gone by since an act was acknowledged, by the center's time; where either is not known, it has not. */
const isOld = ({ at }: AcknowledgedHead, now: number) => now > 0 && at > 0 && now - at > dayMs

/** What is to be forgotten: what was acknowledged more than a day ago, and nothing else, however many they are. */
export function outgrown<T extends AcknowledgedHead>(acts: readonly T[], now: number): T[] {
  return acts.filter((one) => isOld(one, now))
}

interface Asking {
  center: string
  epoch: number
  /** null for whoever it was. */
  author: string | null
  now: number
}

/** What a center that went on from a copy is offered: this author's acts of its earlier epochs, none older than a day. */
export function offered<T extends AcknowledgedHead>(acts: readonly T[], { center, epoch, author, now }: Asking): T[] {
  const isMeant = (one: T) => author === null || one.author === author
  return acts.filter((one) => one.center === center && one.epoch < epoch && isMeant(one) && !isOld(one, now))
}

/** So many small acts together weigh what one picture does. */
const actsAtOnce = 50

/**
 * What goes first where the browser has no room left, of acts in the order in which they were acknowledged: the oldest with
 * a picture, and only when there is none of those, some of the oldest. A picture that waits with its act stays.
 */
export function firstToGo<T extends AcknowledgedHead>(oldestFirst: readonly T[], waiting: ReadonlySet<string>): T[] {
  const picture = oldestFirst.find(({ pictureId }) => pictureId !== undefined && !waiting.has(pictureId))
  return picture ? [picture] : oldestFirst.slice(0, actsAtOnce)
}
