import type { Problem } from '#shared/core/problem.ts'
import { addDays } from '#shared/core/time.ts'
import { alreadyClosed, dayStillOpen, needsStillOpen, notClosed, postponedTooFar } from '#shared/privacy/problems.ts'
import type { ActivationClosing, ErasureNotice, RetentionRule } from '#shared/privacy/retention.ts'

/** So long is everybody told before anything is erased by itself. */
const noticeDays = 14

/** On so many days since the notice must the server have run with its clock untouched. */
const runningDaysNeeded = 3

/** Erasing can be put off by a year at a time. */
const mostPostponedDays = 366

/** A date so many months later; where the month is shorter, its last day. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const at = year * 12 + (month - 1) + months
  const first = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`
  const next = `${Math.floor((at + 1) / 12)}-${String(((at + 1) % 12) + 1).padStart(2, '0')}-01`
  const last = Number(addDays(next, -1).slice(8))
  return `${first.slice(0, 8)}${String(Math.min(day, last)).padStart(2, '0')}`
}

/** From when the data of a closed activation is no longer needed. */
export const activationDue = ({ closedOn }: ActivationClosing, rule: RetentionRule): string =>
  addDays(closedOn, rule.personalDays)

/** From when somebody of the roster is no longer kept: some months after the fiscal year they were renewed for. */
export const rosterDue = (renewedFor: number, { rosterMonths }: RetentionRule): string =>
  addMonths(`${renewedFor + 1}-03-31`, rosterMonths)

export interface Due {
  /** When the data was due by the rule; null where nothing is, as when the center was opened again. */
  on: string | null
  people: number
  households: number
}

export type Step =
  | { step: 'nothing' }
  | { step: 'withdraw' }
  | { step: 'announce'; eraseOn: string }
  | { step: 'countDay' }
  | { step: 'erase' }

const nothing = { step: 'nothing' } as const

/** What is on the calendar is not enough: the notice has stood, and the server has run on days of its own. */
function stepOfNotice(notice: ErasureNotice, today: string, ranForAnHour: boolean): Step {
  const after = [notice.eraseOn, notice.postponedTo ?? '', addDays(notice.noticedOn, noticeDays)]
  const isTime = after.every((date) => today >= date)
  if (isTime && notice.runningDays >= runningDaysNeeded && ranForAnHour) return { step: 'erase' }
  if (ranForAnHour && (notice.lastRunningOn === null || notice.lastRunningOn < today)) return { step: 'countDay' }
  return nothing
}

/**
 * What the server does on its own today. A clock that jumps ahead makes a notice and nothing else; where it jumps back
 * before the notice, the notice goes.
 */
export function retentionStep(
  due: Due,
  notice: ErasureNotice | undefined,
  { today, ranForAnHour }: { today: string; ranForAnHour: boolean },
): Step {
  const standing = notice?.doneOn === null ? notice : undefined
  const isEmpty = due.on === null || due.people + due.households === 0
  if (standing) {
    if (isEmpty || today < standing.noticedOn) return { step: 'withdraw' }
    return stepOfNotice(standing, today, ranForAnHour)
  }
  return due.on === null || isEmpty ? nothing : stepBefore(due.on, today)
}

function stepBefore(dueOn: string, today: string): Step {
  if (today < addDays(dueOn, -noticeDays)) return nothing
  const soonest = addDays(today, noticeDays)
  return { step: 'announce', eraseOn: dueOn > soonest ? dueOn : soonest }
}

/** Why the activation cannot be closed now, or null. */
export function closingProblem(
  now: ActivationClosing | undefined,
  { openDay, openNeeds }: { openDay: string | null; openNeeds: number },
): Problem | null {
  if (now?.reopenedAt === null) return alreadyClosed({ on: now.closedOn }, ['activationClosing', now.id])
  if (openDay !== null) return dayStillOpen({ date: openDay })
  return openNeeds > 0 ? needsStillOpen({ count: openNeeds }) : null
}

export function reopeningProblem(now: ActivationClosing | undefined): Problem | null {
  return now?.reopenedAt === null ? null : notClosed({}, now && ['activationClosing', now.id])
}

/** Why erasing cannot be put off to that day, or null. */
export function postponingProblem(notice: ErasureNotice, to: string, today: string): Problem | null {
  const latest = addDays(today, mostPostponedDays)
  return to > notice.eraseOn && to <= latest ? null : postponedTooFar({ from: notice.eraseOn, to: latest })
}
