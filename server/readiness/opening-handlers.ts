import { getCenter } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import { openingDecisions, readyMarks } from '#server/readiness/readiness-tables.ts'
import { declareReady, recordDecision, takeBackReady, withdrawDecision } from '#shared/readiness/commands.ts'
import { decisionWithdrawn, notReady } from '#shared/readiness/problems.ts'
import { minutesToOpen, readyProblem, setUpBegan } from '#shared/readiness/rules.ts'

const recordDecisionHandler = handle(recordDecision, async (work, { decisionId, ...said }) => {
  const written = { decidedAt: work.happenedAt, writtenBy: work.actorName, withdrawnAt: null, withdrawnBy: '' }
  await openingDecisions.add(work, { id: decisionId, ...said, ...written })
  work.describe({ outcome: said.outcome })
})

const withdrawDecisionHandler = handle(withdrawDecision, async (work, { decisionId }) => {
  const decision = await openingDecisions.get(work.tx, decisionId)
  if (decision.withdrawnAt !== null) throw decisionWithdrawn({}, ['openingDecision', decisionId])
  await openingDecisions.save(work, { ...decision, withdrawnAt: work.now, withdrawnBy: work.actorName })
  work.describe({ outcome: decision.outcome })
})

const declareReadyHandler = handle(declareReady, async (work) => {
  const center = await getCenter(work.tx)
  const problem = readyProblem(await readyMarks.find(work.tx, center.activationId))
  if (problem) throw problem
  const begunAt = setUpBegan(center, await openingDecisions.where(work.tx, {}))
  const mark = { id: center.activationId, begunAt, readyAt: work.happenedAt, readyBy: work.actorName }
  await readyMarks.save(work, mark)
  work.describe({ minutes: minutesToOpen(mark) })
})

const takeBackReadyHandler = handle(takeBackReady, async (work) => {
  const { activationId } = await getCenter(work.tx)
  const mark = await readyMarks.find(work.tx, activationId)
  if (!mark?.readyAt) throw notReady({}, ['readyMark', activationId])
  await readyMarks.save(work, { ...mark, readyAt: null, readyBy: '' })
})

export const openingHandlers = [
  recordDecisionHandler,
  withdrawDecisionHandler,
  declareReadyHandler,
  takeBackReadyHandler,
]
