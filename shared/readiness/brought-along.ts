import type { AdoptedItem, CheckItem } from '#shared/readiness/check-item.ts'
import { checkLists, mostIssuesAtOnce, mostItemsAdopted } from '#shared/readiness/limits.ts'
import type { OpenIssue } from '#shared/readiness/open-issue.ts'
import { itemsOf } from '#shared/readiness/rules.ts'
import { settledAtHome } from '#shared/texts/readiness-words.ts'
import { usualLists } from '#shared/texts/usual-lists.ts'

/** An issue that a drill begins with, under the id that it has in the center that holds the drill. */
type BroughtIssue = Pick<OpenIssue, 'id' | 'text' | 'who' | 'until' | 'drill'>

/** What a drill begins with from the center that holds it. */
export interface BroughtAlong {
  /** The date on which it is held, by the clock of that center; the drill's own clock tells the scenario's. */
  heldOn: string
  items: AdoptedItem[]
  issues: BroughtIssue[]
}

const desksNamed = new Set(usualLists.map(({ who }) => who))

/** The field says who does it: a desk of the usual lists goes along, a name that somebody wrote stays at home. */
export const deskAlone = (who: string) => (desksNamed.has(who) ? who : '')

function broughtItem({ list, text, who, due, asks, settled, key }: CheckItem): AdoptedItem {
  // What was settled may name people and their telephones; that it is settled is enough to practise with.
  return { list, text, who: deskAlone(who), due, asks, settled: settled === '' ? '' : settledAtHome, key }
}

const broughtIssue = ({ id, text, who, until, drill }: OpenIssue): BroughtIssue => ({
  id,
  text,
  who: deskAlone(who),
  until,
  drill,
})

/** The lists of a center and its open issues, as its drill begins with them: nobody's name, and nothing done yet. */
export function broughtAlong(heldOn: string, items: readonly CheckItem[], issues: readonly OpenIssue[]): BroughtAlong {
  const standing = checkLists.flatMap((list) => itemsOf(items, list))
  const open = issues.filter(({ doneAt }) => doneAt === null)
  return {
    heldOn,
    items: standing.slice(0, mostItemsAdopted).map(broughtItem),
    issues: open.slice(0, mostIssuesAtOnce).map(broughtIssue),
  }
}
