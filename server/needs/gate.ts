import { handle } from '#server/core/handlers.ts'
import { getStandingNeed, needs } from '#server/needs/needs.ts'
import { sayReason } from '#server/needs/steps.ts'
import { closeGate, openGate } from '#shared/needs/commands.ts'
import { gateChanged, gateNotClosed } from '#shared/needs/problems.ts'

export const openGateHandler = handle(openGate, async (work, { needId, reasons, decidedBy, because }) => {
  const need = await getStandingNeed(work.tx, needId)
  if (need.gate.closedBy.length === 0) throw gateNotClosed({ number: need.number }, ['need', need.id])
  if (need.gate.closedBy.some((reason) => !reasons.includes(reason))) {
    throw gateChanged({ number: need.number, reasons: need.gate.closedBy }, ['need', need.id])
  }
  // Otherwise the second would take the first one's name and reason away.
  if (need.gate.openedAt !== null) throw gateNotClosed({ number: need.number }, ['need', need.id])
  const { closedBy } = need.gate
  await needs.save(work, { ...need, gate: { closedBy, openedBy: decidedBy, openedAt: work.happenedAt } })
  await sayReason(work, need.id, { openedBecause: because })
  work.describe({ need: need.number, reasons: closedBy.join(' ') })
})

export const closeGateHandler = handle(closeGate, async (work, { needId }) => {
  const need = await getStandingNeed(work.tx, needId)
  const { closedBy } = need.gate
  await needs.save(work, { ...need, gate: { closedBy, openedBy: null, openedAt: null } })
  await sayReason(work, need.id, { openedBecause: '' })
  work.describe({ need: need.number })
})
