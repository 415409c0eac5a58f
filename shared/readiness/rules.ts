import type { Center } from '#shared/center/center.ts'
import type { Problem } from '#shared/core/problem.ts'
import { addDays, dateOf, minutesBetween } from '#shared/core/time.ts'
import type { CheckItem } from '#shared/readiness/check-item.ts'
import {
  type CheckList,
  expiryWarningDays,
  setUpBeforeDecisionMinutes,
  stockCheckDays,
} from '#shared/readiness/limits.ts'
import type { OpenIssue } from '#shared/readiness/open-issue.ts'
import type { OpeningDecision, ReadyMark } from '#shared/readiness/opening-decision.ts'
import { alreadyReady, itemDone, itemNotDone } from '#shared/readiness/problems.ts'
import type { StockItem } from '#shared/readiness/stock-item.ts'

type Standing = { removedAt: string | null }
export const stands = ({ removedAt }: Standing) => removedAt === null

export function markProblem({ id, text, doneAt }: CheckItem): Problem | null {
  return doneAt === null ? null : itemDone({ text }, ['checkItem', id])
}

export function unmarkProblem({ id, text, doneAt }: CheckItem): Problem | null {
  return doneAt === null ? itemNotDone({ text }, ['checkItem', id]) : null
}

export function readyProblem(mark: ReadyMark | undefined): Problem | null {
  return mark?.readyAt ? alreadyReady({ at: mark.readyAt }, ['readyMark', mark.id]) : null
}

/** The items of a list as they are worked through. */
export function itemsOf<I extends Pick<CheckItem, 'list' | 'rank' | 'removedAt'>>(
  items: readonly I[],
  list: CheckList,
): I[] {
  return items.filter((item) => item.list === list && stands(item)).toSorted((one, other) => one.rank - other.rank)
}

/**
 * When the set-up began. A drill begins with its center, a disaster with the center or with the first decision, whichever
 * came first; a center that was kept ready in ordinary times begins with the decision.
 */
export function setUpBegan(
  { kind, openedAt }: Pick<Center, 'kind' | 'openedAt'>,
  decisions: readonly Pick<OpeningDecision, 'decidedAt' | 'withdrawnAt'>[],
): string {
  const times = decisions.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ decidedAt }) => decidedAt)
  const first = times.toSorted()[0]
  if (kind === 'drill' || first === undefined) return openedAt
  const keptReady = minutesBetween(openedAt, first) > setUpBeforeDecisionMinutes
  return keptReady || first < openedAt ? first : openedAt
}

/** 開設までの時間, in minutes; null while the center is not ready. */
export function minutesToOpen(mark: Pick<ReadyMark, 'begunAt' | 'readyAt'> | undefined): number | null {
  return mark?.readyAt ? Math.max(0, minutesBetween(mark.begunAt, mark.readyAt)) : null
}

/** What of a drill's list comes to the list of the center that holds it: what is new there, and what was dealt with. */
export interface IssuesOfDrill {
  fresh: OpenIssue[]
  dealtWith: OpenIssue[]
}

export function issuesOfDrill(inDrill: readonly OpenIssue[], here: readonly OpenIssue[]): IssuesOfDrill {
  const known = new Map(here.map((issue) => [issue.id, issue]))
  const isOpen = ({ doneAt }: OpenIssue) => doneAt === null
  const isOpenHere = ({ id }: OpenIssue) => known.get(id)?.doneAt === null
  return {
    fresh: inDrill.filter((issue) => isOpen(issue) && !issue.fromBefore && !known.has(issue.id)),
    dealtWith: inDrill.filter((issue) => !isOpen(issue) && issue.fromBefore && isOpenHere(issue)),
  }
}

export type StockDue = 'missing' | 'expired' | 'expiring' | 'toReturn' | 'unchecked'

/** When a thing is looked at again; null where nobody has looked yet. */
export const lookAgainOn = ({ look }: Pick<StockItem, 'look'>, zone: string): string | null =>
  look && addDays(dateOf(look.at, zone), stockCheckDays)

const lookedWithinYear = (item: Pick<StockItem, 'look'>, today: string, zone: string) =>
  (lookAgainOn(item, zone) ?? today) > today

/** Why a thing of the stock is on the list of what is to be done, the worst first; null where nothing is. */
export function stockDue(
  item: Pick<StockItem, 'look' | 'expiresOn' | 'returnOn'>,
  today: string,
  zone: string,
): StockDue | null {
  const reached = (date: string | null, by: string) => date !== null && date <= by
  if (item.look?.found === 'missing') return 'missing'
  if (reached(item.expiresOn, addDays(today, -1))) return 'expired'
  if (reached(item.returnOn, today)) return 'toReturn'
  if (!lookedWithinYear(item, today, zone)) return 'unchecked'
  return reached(item.expiresOn, addDays(today, expiryWarningDays)) ? 'expiring' : null
}

/** B-012: what stands on the label. */
export const stockCode = (number: number): string => `B-${String(number).padStart(3, '0')}`

/** The number of a label, as it is typed, or read by a scanner with its whole address; null where there is none. */
export function stockNumberIn(text: string): number | null {
  const found = /(?:^|#stock-|^b-?)0*(\d{1,6})$/i.exec(text.normalize('NFKC').trim())
  return found?.[1] ? Number(found[1]) : null
}
