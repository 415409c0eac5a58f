import { today } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { getStandingNeed, moveNeed, needReasons, needs } from '#server/needs/needs.ts'
import { latestSurvey } from '#server/needs/site-surveys.ts'
import { needAsSeen, refuse, sayReason, takeStep } from '#server/needs/steps.ts'
import { addDays } from '#shared/core/time.ts'
import {
  answerRequester,
  cancelNeed,
  declineNeed,
  putOnHold,
  referNeed,
  reopenNeed,
  takeBackStep,
} from '#shared/needs/commands.ts'
import type { Need, NeedOutcome } from '#shared/needs/need.ts'
import { nothingToAnswer, nothingToTakeBack } from '#shared/needs/problems.ts'
import {
  awaitsAnswer,
  dateProblem,
  gateAfter,
  gateReasonsOf,
  statusWhenTakenUp,
  teamOnItProblem,
} from '#shared/needs/rules.ts'

const noOutcome: NeedOutcome = { answerBy: null, answeredAt: null, reviewOn: null }

/** By when the requester hears: the day that was named, or the profile's number of days from now. */
const answerDay = (work: UnitOfWork, named: string | null) =>
  named ?? addDays(today(work), work.profile.needs.answerWithinDays)

export const putOnHoldHandler = handle(putOnHold, async (work, { reason, reviewOn, ...seen }) => {
  const need = await needAsSeen(work, seen)
  refuse(teamOnItProblem(need) ?? dateProblem(reviewOn, today(work)))
  await takeStep(work, need, 'onHold', { outcome: { ...noOutcome, reviewOn } }, { reason, referredTo: '' })
})

export const declineNeedHandler = handle(declineNeed, async (work, { reason, referredTo, answerBy, ...seen }) => {
  const need = await needAsSeen(work, seen)
  refuse(teamOnItProblem(need) ?? dateProblem(answerBy, today(work)))
  const outcome = { ...noOutcome, answerBy: answerDay(work, answerBy) }
  await takeStep(work, need, 'declined', { outcome }, { reason, referredTo })
})

export const referNeedHandler = handle(referNeed, async (work, { reason, referredTo, answerBy, ...seen }) => {
  const need = await needAsSeen(work, seen)
  refuse(teamOnItProblem(need) ?? dateProblem(answerBy, today(work)))
  const outcome = { ...noOutcome, answerBy: answerDay(work, answerBy) }
  await takeStep(work, need, 'referred', { outcome }, { reason, referredTo })
})

export const cancelNeedHandler = handle(cancelNeed, async (work, { reason, ...seen }) => {
  const need = await needAsSeen(work, seen)
  refuse(teamOnItProblem(need))
  await takeStep(work, need, 'cancelled', { outcome: noOutcome }, { reason, referredTo: '' })
})

export const answerRequesterHandler = handle(answerRequester, async (work, { needId }) => {
  const need = await getStandingNeed(work.tx, needId)
  if (!awaitsAnswer(need)) throw nothingToAnswer({ number: need.number }, ['need', need.id])
  await needs.save(work, { ...need, outcome: { ...need.outcome, answeredAt: work.happenedAt } })
  work.describe({ need: need.number })
})

export const reopenNeedHandler = handle(reopenNeed, async (work, { reason, ...seen }) => {
  const need = await needAsSeen(work, seen)
  const survey = await latestSurvey(work.tx, need.id)
  const to = statusWhenTakenUp(need, survey, work.profile.needs)
  await moveNeed(work, need, to, { outcome: noOutcome })
  await sayReason(work, need.id, { reason, referredTo: '', earlier: '', earlierReferredTo: '' })
})

export const takeBackStepHandler = handle(takeBackStep, async (work, seen) => {
  const need = await needAsSeen(work, seen)
  const { before } = need
  if (before === null || before.stepTo !== need.status)
    throw nothingToTakeBack({ number: need.number }, ['need', need.id])
  const { stepTo: _, ...earlier } = before
  const restored: Need = { ...need, ...earlier, before: null, statusBy: work.actorName, statusAt: work.now }
  const reasons = gateReasonsOf(restored, await latestSurvey(work.tx, need.id), work.profile.needs)
  await needs.save(work, { ...restored, gate: gateAfter(need.gate, reasons) })
  const { earlier: reason, earlierReferredTo: referredTo } = await needReasons.get(work.tx, need.id)
  await sayReason(work, need.id, { reason, referredTo, earlier: '', earlierReferredTo: '' })
  work.describe({ need: need.number, status: restored.status })
})
