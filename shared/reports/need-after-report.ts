import type { Problem } from '#shared/core/problem.ts'
import type { Need } from '#shared/needs/need.ts'
import { statusAfterReport } from '#shared/needs/rules.ts'
import { needMovedOn } from '#shared/reports/problems.ts'
import type { Report } from '#shared/reports/report.ts'

interface Hearing {
  /** Another team is still out for this need: only the last report decides. */
  othersAtWork: boolean
  /** Somebody should look after the household. */
  watch: boolean
  at: string
  by: string
}

/**
 * The need as a report leaves it: done, or to be continued with the people it wants next (field guide 12b). What a team
 * has done is a fact, so the report is not asked whether the need's state allowed it: a need that was cancelled while
 * its team was at work is done all the same.
 */
export function needAfterReport(
  need: Need,
  report: Pick<Report, 'outcome' | 'nextHeadcount'>,
  { othersAtWork, watch, at, by }: Hearing,
): Need {
  const status = othersAtWork ? 'inProgress' : statusAfterReport(report.outcome)
  const wanted = othersAtWork ? need.headcount : wantedNext(report, need.headcount)
  return {
    ...need,
    status,
    statusBy: by,
    statusAt: at,
    before: null,
    headcount: wanted,
    watch: need.watch || watch,
    completedAt: status === 'completed' ? at : null,
    finishedAt: status === 'completed' ? at : null,
  }
}

/** What a report changes of its need, and by which one knows that nobody has moved the need on since. */
export const reportedFields = ['status', 'statusBy', 'statusAt', 'headcount', 'watch'] as const

/** What a report made of its need. */
export interface Reported {
  needId: string
  was: Pick<Need, (typeof reportedFields)[number]>
  became: Pick<Need, (typeof reportedFields)[number]>
}

/** A report that was heard, whether it asked to look after the household, and what it made of the need. */
export interface Heard {
  report: Report
  watch: boolean
  /** Unknown of what was heard before the center noted it. */
  reported: Reported | undefined
}

const inOrder = (heard: readonly Heard[]) =>
  heard.toSorted((one, other) => (one.report.acceptedAt ?? '').localeCompare(other.report.acceptedAt ?? ''))

type Step = Pick<Need, 'status' | 'statusBy' | 'statusAt'>

const isSameStep = (one: Step, other: Step) =>
  one.status === other.status && one.statusBy === other.statusBy && one.statusAt === other.statusAt

/** A need that a desk has moved on since its last report: what the report made of it is no longer what stands there. */
export function movedOnProblem(need: Need, mine: Heard, others: readonly Heard[]): Problem | null {
  if (!mine.reported) return null
  const stands = [mine, ...others].some(
    ({ reported }) => reported?.needId === need.id && isSameStep(reported.became, need),
  )
  return stands ? null : needMovedOn({ need: need.number, status: need.status }, ['need', need.id])
}

/** Whether this is the last report that was heard of its need: it alone decides. */
export const isLastHeard = (mine: Heard, others: readonly Heard[]) =>
  inOrder([...others, mine]).at(-1)?.report.id === mine.report.id

const wantedNext = ({ outcome, nextHeadcount }: Pick<Report, 'outcome' | 'nextHeadcount'>, before: number) =>
  outcome === 'toBeContinued' && nextHeadcount > 0 ? nextHeadcount : before

type Said = Pick<Need, 'headcount' | 'watch'>

/** What one report after the other says, from what was there before the first. */
function saidBy(heard: readonly Heard[], before: Said) {
  let said = before
  return heard.map(({ report, watch }) => {
    const was = said
    said = { headcount: wantedNext(report, was.headcount), watch: was.watch || watch }
    return { id: report.id, was, became: said }
  })
}

/**
 * The people and the 見守り that a need has once a report of it is taken away: as before its first report, with what the
 * others said since. What a desk wrote over them stays.
 */
function saidWithout(need: Need, mine: Heard, others: readonly Heard[]) {
  const noted = inOrder([mine, ...others]).map(({ reported }) => reported)
  const before: Said = noted[0]?.was ?? need
  const left: Said = noted.at(-1)?.became ?? need
  const steps = saidBy(inOrder(others), before)
  const said = steps.at(-1)?.became ?? before
  return {
    steps,
    headcount: need.headcount === left.headcount ? said.headcount : need.headcount,
    watch: need.watch === left.watch ? said.watch : need.watch,
  }
}

interface Without {
  need: Need
  /** What the other reports have made of the need, now that this one is not among them. */
  others: readonly { id: string; reported: Reported }[]
}

/**
 * A need as it is without a report that was wrongly heard for it: at work while a report of its own is still to come,
 * otherwise as its last report left it, or as it was before anybody went there.
 */
export function needWithoutReport(
  need: Need,
  { mine, others }: { mine: Heard; others: readonly Heard[] },
  { stillToCome, at, by }: { stillToCome: boolean; at: string; by: string },
): Without {
  const last = inOrder(others).at(-1)?.report
  const untouched = need.visits > 0 ? 'toBeContinued' : 'ready'
  const status = stillToCome ? 'inProgress' : (last?.outcome ?? untouched)
  const doneAt = last?.outcome === 'completed' ? last.acceptedAt : null
  const { steps, headcount, watch } = saidWithout(need, mine, others)
  const after: Need = {
    ...need,
    status,
    statusBy: by,
    statusAt: at,
    before: null,
    headcount,
    watch,
    completedAt: status === 'completed' ? doneAt : null,
    finishedAt: doneAt,
  }
  return {
    need: after,
    others: steps.map(({ id, was, became }) => ({
      id,
      reported: { needId: need.id, was: { ...need, ...was }, became: { ...after, ...became } },
    })),
  }
}

/** A need as it was before a report that is corrected and stays with it. */
export function needBeforeReport(need: Need, mine: Heard, others: readonly Heard[]): Need {
  const { headcount, watch } = saidWithout(need, mine, others)
  return { ...need, headcount, watch }
}
