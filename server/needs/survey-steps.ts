import { today } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { moveNeed } from '#server/needs/needs.ts'
import { latestSurvey, siteSurveys } from '#server/needs/site-surveys.ts'
import { needAsSeen, refuse, sayReason, takeStep } from '#server/needs/steps.ts'
import { changedMeanwhile } from '#shared/core/problems.ts'
import { addDays, clockOf, timeZone } from '#shared/core/time.ts'
import { decideSurvey, recordNotMet, recordSurvey, scheduleSurvey } from '#shared/needs/commands.ts'
import type { Need, NeedStatus, SiteSurvey } from '#shared/needs/need.ts'
import {
  dateProblem,
  gateAfter,
  gateReasonsOf,
  notMetProblem,
  readyProblem,
  surveyAnswerProblem,
  teamOnItProblem,
  transitionProblem,
} from '#shared/needs/rules.ts'

const afterDecision = { needed: 'surveyPending', notNeeded: 'ready', unsure: 'received' } as const

export const decideSurveyHandler = handle(decideSurvey, async (work, { decision, ...seen }) => {
  const need = await needAsSeen(work, seen)
  refuse(teamOnItProblem(need))
  const to = afterDecision[decision]
  if (to !== need.status) refuse(transitionProblem(need, to))
  if (to === 'ready') refuse(readyProblem(need, work.profile.needs))
  const changed: Need = { ...need, survey: decision }
  const reasons = gateReasonsOf(changed, await latestSurvey(work.tx, need.id), work.profile.needs)
  await takeStep(work, need, to, {
    survey: decision,
    gate: gateAfter(need.gate, reasons),
    surveyOn: null,
    surveyTime: '',
  })
})

export const scheduleSurveyHandler = handle(scheduleSurvey, async (work, { on, time, ...seen }) => {
  const need = await needAsSeen(work, seen)
  refuse(transitionProblem(need, 'surveyScheduled') ?? dateProblem(on, today(work)))
  const changes = { survey: 'needed', surveyOn: on, surveyTime: time } as const
  const reasons = gateReasonsOf({ ...need, ...changes }, await latestSurvey(work.tx, need.id), work.profile.needs)
  await takeStep(work, need, 'surveyScheduled', { ...changes, gate: gateAfter(need.gate, reasons) })
})

/** The same visit, told by a second person who had not seen the first: they hear who wrote it down, and when. */
async function refuseIfTold(work: UnitOfWork, need: Need, seenNotMet: number): Promise<void> {
  const last = (await siteSurveys.where(work.tx, { needId: need.id, met: false })).at(-1)
  const now = { by: work.actorName, at: work.happenedAt, seenNotMet }
  refuse(notMetProblem(need, last, now, work.profile.needs))
}

export const recordNotMetHandler = handle(recordNotMet, async (work, { surveyId, note, seenNotMet, ...seen }) => {
  const need = await needAsSeen(work, seen)
  await refuseIfTold(work, need, seenNotMet)
  const to = 'surveyPending'
  if (to !== need.status) refuse(transitionProblem(need, to))
  const { headcount, work: job, tools, dangers, sticker, roofWork } = need
  const kept = { headcount, work: job, tools, dangers, sticker, roofWork }
  const visit: SiteSurvey = {
    id: surveyId,
    needId: need.id,
    at: work.happenedAt,
    surveyedBy: work.actorName,
    met: false,
    mayEnter: 'no',
    ...kept,
    note,
  }
  await siteSurveys.add(work, visit)
  await takeStep(work, need, to, { notMetCount: need.notMetCount + 1, surveyOn: null, surveyTime: '' })
})

export const recordSurveyHandler = handle(recordSurvey, async (work, input) => {
  const { from, reviewOn, surveyId, basedOnVersion, ...found } = input
  const need = await needAsSeen(work, { needId: found.needId, from })
  if (need.version !== basedOnVersion) {
    const first = { by: need.changedBy, at: clockOf(need.changedAt, timeZone), act: 'needs.changeNeed' }
    throw changedMeanwhile({ first })
  }
  refuse(surveyAnswerProblem(need.number, found))
  refuse(dateProblem(reviewOn, today(work)))
  const survey: SiteSurvey = { id: surveyId, at: work.happenedAt, met: true, ...found }
  const { headcount, work: job, tools, dangers, roofWork } = found
  const sticker = found.sticker === 'unknown' ? need.sticker : found.sticker
  const changed: Need = { ...need, headcount, work: job, tools, dangers, roofWork, sticker, survey: 'needed' }
  const policy = work.profile.needs
  const gate = gateAfter(need.gate, gateReasonsOf(changed, survey, policy))
  const blocked = readyProblem(changed, policy) !== null
  const to: NeedStatus = found.mayEnter === 'no' ? 'onHold' : blocked ? 'received' : 'ready'
  refuse(transitionProblem(need, to))
  await siteSurveys.add(work, survey)
  const held = { ...need.outcome, reviewOn: reviewOn ?? addDays(today(work), 1) }
  const outcome = to === 'onHold' ? held : need.outcome
  await moveNeed(work, need, to, { ...changed, gate, outcome, before: null })
  if (to === 'onHold')
    await sayReason(work, need.id, { reason: found.note.slice(0, 200), earlier: '', earlierReferredTo: '' })
  work.describe({ headcount, mayEnter: found.mayEnter })
  return { status: to }
})
