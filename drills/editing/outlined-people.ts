import { amountOf, entriesOf, isPlain, type Plain, wordOf } from '#drills/editing/plain.ts'
import { participantRoles } from '#shared/practice/roles.ts'
import type { OutlinedArrivals, OutlinedCard } from '#shared/practice/scenario-desk.ts'

/** The role cards of a file as a form shows them. */
export const cardsOf = ({ cards }: Plain): OutlinedCard[] =>
  entriesOf(cards).map(({ item, index }) => ({
    index,
    key: wordOf(item.key),
    role: participantRoles.find((role) => role === item.role) ?? 'survivor',
    title: wordOf(item.title),
    who: wordOf(item.who),
    whatHappened: wordOf(item.whatHappened),
    knows: wordOf(item.knows),
    doesNotKnow: wordOf(item.doesNotKnow),
    saysFirst: wordOf(item.saysFirst),
  }))

/** When how many come, and how they are made up, as a form shows it. */
export function comingOf({ volunteers }: Plain): OutlinedArrivals {
  if (!isPlain(volunteers)) return { arrivals: [], kinds: [] }
  const arrivals = entriesOf(volunteers.arrivals).map(({ item, index }) => ({
    index,
    from: wordOf(item.from),
    to: wordOf(item.to),
    people: amountOf(item.people) ?? 0,
  }))
  const kinds = entriesOf(volunteers.kinds).map(({ item, index }) => {
    const measure = item.people === undefined ? ('share' as const) : ('people' as const)
    const value = item[measure]
    return { index, kind: wordOf(item.kind), measure, value: typeof value === 'number' ? value : 0 }
  })
  return { arrivals, kinds }
}
