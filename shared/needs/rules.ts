import type { NeedsPolicy } from '#shared/center/profile.ts'
import type { Problem } from '#shared/core/problem.ts'
import type { GateReason, Need, NeedContact, NeedStatus, SiteSurvey } from '#shared/needs/need.ts'
import {
  dateGone,
  gateClosed,
  livelihoodOutside,
  movedMeanwhile,
  notMetAlready,
  notReadyYet,
  reasonMissing,
  teamOnIt,
  unreachable,
  wrongStep,
} from '#shared/needs/problems.ts'

/** The ways out that stay open until a team is at it. */
const waysOut = ['onHold', 'declined', 'referred', 'cancelled'] as const

/**
 * Where a need may go from where it stands (field guide 12b). A report may arrive on paper for a team whose departure
 * nobody pressed, so 割当 leads to 継続 and 完了 as well; whoever is taken up again starts at 受付 or where the survey left it.
 */
export const needWays: Readonly<Record<NeedStatus, readonly NeedStatus[]>> = {
  received: ['surveyPending', 'surveyScheduled', 'ready', ...waysOut],
  surveyPending: ['received', 'surveyScheduled', 'ready', ...waysOut],
  surveyScheduled: ['received', 'surveyPending', 'surveyScheduled', 'ready', ...waysOut],
  ready: ['received', 'surveyPending', 'assigned', ...waysOut],
  assigned: ['ready', 'inProgress', 'toBeContinued', 'completed', 'cancelled'],
  inProgress: ['assigned', 'ready', 'toBeContinued', 'completed', 'cancelled'],
  toBeContinued: ['surveyPending', 'ready', 'assigned', 'completed', ...waysOut],
  completed: ['toBeContinued'],
  referred: ['received', 'ready', 'toBeContinued'],
  onHold: ['received', 'ready', 'toBeContinued', 'declined', 'referred', 'cancelled'],
  declined: ['received', 'ready', 'toBeContinued'],
  cancelled: ['received', 'ready', 'toBeContinued'],
  merged: [],
}

/** Why a need may not go there from where it stands, or null. */
export function transitionProblem(need: Pick<Need, 'id' | 'number' | 'status'>, to: NeedStatus): Problem | null {
  return needWays[need.status].includes(to)
    ? null
    : wrongStep({ number: need.number, from: need.status, to }, ['need', need.id])
}

/** Statuses in which nothing more is to be done; a device holds only the latest of them. */
export const closedStatuses = [
  'completed',
  'referred',
  'declined',
  'cancelled',
  'merged',
] as const satisfies NeedStatus[]

export function isClosed(status: NeedStatus): boolean {
  return closedStatuses.some((closed) => closed === status)
}

/** Statuses in which the dispatch desk may put a team to a need. */
export function waitsForTeam(status: NeedStatus): boolean {
  return status === 'ready' || status === 'toBeContinued' || status === 'assigned' || status === 'inProgress'
}

/** Where a report leaves the need: the same act that accepts the report writes it (field guide 12b, invariant 1). */
export function statusAfterReport(outcome: 'completed' | 'toBeContinued'): NeedStatus {
  return outcome
}

/** Why someone's picture of a need is out of date, or null; `at` is the center's clock, `HH:MM`. */
export function movedProblem(
  need: Pick<Need, 'number' | 'status' | 'statusBy'>,
  seen: NeedStatus,
  at: string,
): Problem | null {
  if (need.status === seen) return null
  return movedMeanwhile({ number: need.number, status: need.status, by: need.statusBy, at })
}

/**
 * Whether a visit on which nobody was met is one that stands already: the sender had not seen all that were counted, or
 * somebody else wrote one down a short while ago. A survey team has two people, and each may tell the desk.
 */
export function notMetProblem(
  need: Pick<Need, 'id' | 'number' | 'notMetCount'>,
  last: Pick<SiteSurvey, 'id' | 'surveyedBy' | 'at'> | undefined,
  now: { by: string; at: string; seenNotMet: number },
  { sameVisitMinutes: minutes }: Pick<NeedsPolicy, 'sameVisitMinutes'>,
): Problem | null {
  const apart = last ? Math.abs(Date.parse(now.at) - Date.parse(last.at)) : Number.POSITIVE_INFINITY
  const isSameVisit = last !== undefined && last.surveyedBy !== now.by && apart < minutes * 60_000
  if (!isSameVisit && need.notMetCount <= now.seenNotMet) return null
  return notMetAlready({ number: need.number, count: need.notMetCount, minutes }, last && ['siteSurvey', last.id])
}

/** Why a needs desk may not take this need aside: a team is assigned or at work. */
export function teamOnItProblem(need: Pick<Need, 'id' | 'number' | 'teamIds' | 'status'>): Problem | null {
  const busy = need.status === 'assigned' || need.status === 'inProgress'
  return busy ? teamOnIt({ number: need.number, teams: need.teamIds.length }, ['need', need.id]) : null
}

type Sheet = Pick<Need, 'number' | 'headcount' | 'work' | 'hasPlace' | 'livelihood'>

/** What a team would lack. */
function readyGaps(need: Omit<Sheet, 'livelihood' | 'number'>): ('headcount' | 'work' | 'place')[] {
  const gaps: ('headcount' | 'work' | 'place')[] = []
  if (need.headcount < 1) gaps.push('headcount')
  if (need.work.trim() === '') gaps.push('work')
  if (!need.hasPlace) gaps.push('place')
  return gaps
}

/** Why a need cannot be made ready for dispatch yet, or null. */
export function readyProblem(need: Sheet, policy: NeedsPolicy): Problem | null {
  if (need.livelihood && policy.livelihood === 'decline') return livelihoodOutside({ number: need.number })
  const missing = readyGaps(need)
  return missing.length > 0 ? notReadyYet({ number: need.number, missing }) : null
}

/** The state a need gets at intake: nothing is decided that the phone desk has not decided. */
export function statusAtIntake(need: Sheet & Pick<Need, 'survey'>, policy: NeedsPolicy): NeedStatus {
  if (need.survey === 'needed') return 'surveyPending'
  return need.survey === 'notNeeded' && readyProblem(need, policy) === null ? 'ready' : 'received'
}

/** Where a need that was put aside is taken up again. */
export function statusWhenTakenUp(
  need: Sheet & Pick<Need, 'status' | 'survey' | 'visits'>,
  survey: Pick<SiteSurvey, 'met' | 'mayEnter'> | undefined,
  policy: NeedsPolicy,
): NeedStatus {
  if (need.status === 'completed') return 'toBeContinued'
  const surveyed = need.survey === 'notNeeded' || (survey?.met === true && survey.mayEnter !== 'no')
  if (!surveyed || readyProblem(need, policy) !== null) return 'received'
  return need.visits > 0 ? 'toBeContinued' : 'ready'
}

/** The gravest first; no list of zod's is read here, for phones load these rules. */
const gateOrder: readonly GateReason[] = ['redSticker', 'yellowSticker', 'roofWork', 'surveyUnresolved', 'mayNotEnter']

type GatedNeed = Pick<Need, 'sticker' | 'roofWork' | 'survey'>
type Visit = Pick<SiteSurvey, 'met' | 'mayEnter'>

/** An undecided survey counts as wanted where the profile makes surveys a duty. */
function surveyWanted({ survey }: Pick<Need, 'survey'>, policy: NeedsPolicy): boolean {
  return survey === 'needed' || (survey === 'unsure' && policy.surveyRequired)
}

/**
 * Why volunteers may not be sent yet (field guide 8 and 12b, invariant 2). Red and yellow are closed in principle, roof
 * work is for technical groups, and what needs a survey waits for one. The A4 sheet about falling objects is no reason:
 * it says nothing about the building.
 */
export function gateReasonsOf(need: GatedNeed, survey: Visit | undefined, policy: NeedsPolicy): GateReason[] {
  const holds = {
    redSticker: need.sticker === 'red',
    yellowSticker: need.sticker === 'yellow',
    roofWork: need.roofWork,
    surveyUnresolved: surveyWanted(need, policy) && survey?.met !== true,
    mayNotEnter: survey?.met === true && survey.mayEnter === 'no',
  }
  return gateOrder.filter((reason) => holds[reason])
}

/** The gate after a change: an opening holds only for the reasons it was given for. */
export function gateAfter(gate: Need['gate'], reasons: GateReason[]): Need['gate'] {
  const isNew = reasons.some((reason) => !gate.closedBy.includes(reason))
  if (reasons.length > 0 && !isNew) return { ...gate, closedBy: reasons }
  return { closedBy: reasons, openedBy: null, openedAt: null }
}

/**
 * The gate after the center took another form. Nothing new is known of the house, so what a person opened by name stays
 * open, and a team that has the need already goes with the sheet it was given.
 */
export function gateUnderPolicy(need: Pick<Need, 'gate' | 'status'>, reasons: GateReason[]): Need['gate'] {
  const onItsWay = need.status === 'assigned' || need.status === 'inProgress'
  return onItsWay ? need.gate : { ...need.gate, closedBy: reasons }
}

export function isGateOpen({ gate }: Pick<Need, 'gate'>): boolean {
  return gate.closedBy.length === 0 || gate.openedBy !== null
}

/** Why no team may leave and no work order be printed for this need, or null. */
export function dispatchGateProblem(need: Pick<Need, 'number' | 'gate'>): Problem | null {
  return isGateOpen(need) ? null : gateClosed({ number: need.number, reasons: need.gate.closedBy })
}

/** A need whose requester was turned away or passed on, and has not been told yet. */
export function awaitsAnswer(need: Pick<Need, 'status' | 'outcome'>): boolean {
  return (need.status === 'declined' || need.status === 'referred') && need.outcome.answeredAt === null
}

/** Whether the date by which the requester was to hear has gone by; dates are `YYYY-MM-DD`. */
export function answerOverdue(need: Pick<Need, 'status' | 'outcome'>, today: string): boolean {
  return awaitsAnswer(need) && need.outcome.answerBy !== null && need.outcome.answerBy < today
}

/** A need on hold is looked at again on its day. */
export function reviewDue(need: Pick<Need, 'status' | 'outcome'>, today: string): boolean {
  return need.status === 'onHold' && (need.outcome.reviewOn === null || need.outcome.reviewOn <= today)
}

export function reasonProblem(number: number, reason: string): Problem | null {
  return reason.trim() === '' ? reasonMissing({ number }) : null
}

export function dateProblem(date: string | null, today: string): Problem | null {
  return date !== null && date < today ? dateGone({ date }) : null
}

/** Why a survey cannot be recorded like this, or null: a yes says how many and what, a no says why. */
export function surveyAnswerProblem(
  number: number,
  answer: Pick<SiteSurvey, 'mayEnter' | 'headcount' | 'work' | 'note'>,
): Problem | null {
  if (answer.mayEnter === 'no') return reasonProblem(number, answer.note)
  const missing = readyGaps({ ...answer, hasPlace: true })
  return missing.length > 0 ? notReadyYet({ number, missing }) : null
}

type Contact = Pick<NeedContact, 'townId' | 'addressLine' | 'landmark' | 'lat' | 'lng'>

/** Whether a team could find it: a pin, or a town with something more than its name. */
export function hasPlace({ townId, addressLine, landmark, lat, lng }: Contact): boolean {
  if (lat !== null && lng !== null) return true
  return townId !== null && (addressLine.trim() !== '' || landmark.trim() !== '')
}

/** The one thing an intake needs: some way to answer or to get there. */
export function reachProblem(contact: Contact & Pick<NeedContact, 'hasPhone' | 'replyTo'>): Problem | null {
  const { hasPhone, replyTo, addressLine, landmark, lat } = contact
  const reachable = hasPhone || lat !== null || [replyTo, addressLine, landmark].some((way) => way.trim() !== '')
  return reachable ? null : unreachable({})
}
