import type { Acknowledged } from '#web/core/kept-database.ts'

const dayMs = 24 * 3_600_000
const mostActs = 2000
const mostPictures = 30

/** Whether a day has gone by since an act was acknowledged, by the center's time; where either is not known, it has not. */
const isOld = ({ at }: Acknowledged, now: number) => now > 0 && at > 0 && now - at > dayMs

/** What is to be forgotten of acts in the order in which they were acknowledged: the too old and the too many. */
export function outgrown(oldestFirst: readonly Acknowledged[], now: number): Acknowledged[] {
  const newestFirst = [...oldestFirst].reverse()
  const old = newestFirst.filter((one, place) => place >= mostActs || isOld(one, now))
  const pictures = newestFirst.filter(({ pictureId }) => pictureId !== undefined).slice(mostPictures)
  return [...new Set([...old, ...pictures])]
}

interface Asking {
  center: string
  epoch: number
  /** null for whoever it was. */
  author: string | null
  now: number
}

/** What a center that went on from a copy is offered: this author's acts of its earlier epochs, none older than a day. */
export function offered(acts: readonly Acknowledged[], { center, epoch, author, now }: Asking): Acknowledged[] {
  const isMeant = (one: Acknowledged) => author === null || one.author === author
  return acts.filter((one) => one.center === center && one.epoch < epoch && isMeant(one) && !isOld(one, now))
}
