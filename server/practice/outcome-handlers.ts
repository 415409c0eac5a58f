import { handle } from '#server/core/handlers.ts'
import { drillFacts, drillOutcomes } from '#server/practice/drill-tables.ts'
import { requireDrill } from '#server/practice/require-drill.ts'
import { recordFacts, recordOutcome } from '#shared/practice/commands.ts'
import type { DrillState } from '#shared/practice/drill-state.ts'

const recordOutcomeHandler = handle(recordOutcome, async (work, { outcomeId, ...decided }) => {
  await requireDrill(work, 'anyTime')
  const outcome = await drillOutcomes.get(work.tx, outcomeId)
  await drillOutcomes.save(work, { ...outcome, ...decided })
  work.describe({ expectation: outcome.title, state: decided.state })
})

const screensWereDark = ({ devicesOff }: DrillState, at: string) =>
  devicesOff !== null && devicesOff.from <= at && (devicesOff.until === null || at < devicesOff.until)

const recordFactsHandler = handle(recordFacts, async (work, { facts }) => {
  const drill = await requireDrill(work, 'anyTime')
  // No device holds a fact: whoever could look it up would not have to find out.
  for (const fact of facts) await drillFacts.write(work, { ...fact, onPaper: screensWereDark(drill, fact.happenedAt) })
})

export const outcomeHandlers = [recordOutcomeHandler, recordFactsHandler]
