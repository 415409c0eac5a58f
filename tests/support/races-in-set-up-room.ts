import type { CommandName } from '#shared/commands.ts'
import { decisionForm, issueForm, itemForm, stockForm } from '#tests/support/given-readiness.ts'
import { type Race, same } from '#tests/support/race.ts'

const item =
  (act: (itemId: string) => ReturnType<typeof same>, ...before: 'readiness.markItem'[]): Race =>
  async ({ lead }) => {
    const { itemId, ...form } = itemForm()
    await lead.send('readiness.writeItem', { itemId, ...form })
    for (const type of before) await lead.send(type, { itemId })
    return act(itemId)
  }

const issue =
  (act: (issueId: string) => ReturnType<typeof same>, ...before: 'readiness.settleIssue'[]): Race =>
  async ({ lead }) => {
    const form = issueForm()
    await lead.send('readiness.addIssue', form)
    for (const type of before) await lead.send(type, { issueId: form.issueId })
    return act(form.issueId)
  }

/** What two desks do at once in the set-up room (開設準備室). */
export const racesInSetUpRoom: Partial<Record<CommandName, Race>> = {
  'readiness.adoptLists': async () => same('readiness.adoptLists', {}),
  'readiness.markItem': item((itemId) => same('readiness.markItem', { itemId })),
  'readiness.unmarkItem': item((itemId) => same('readiness.unmarkItem', { itemId }), 'readiness.markItem'),
  'readiness.putAway': item((id) => same('readiness.putAway', { kind: 'checkItem', id })),
  'readiness.bringBack': async ({ lead }) => {
    const form = itemForm()
    await lead.send('readiness.writeItem', form)
    const where = { kind: 'checkItem', id: form.itemId } as const
    await lead.send('readiness.putAway', where)
    return same('readiness.bringBack', where)
  },
  'readiness.withdrawDecision': async ({ lead }) => {
    const { decisionId, ...form } = decisionForm()
    await lead.send('readiness.recordDecision', { decisionId, ...form })
    return same('readiness.withdrawDecision', { decisionId })
  },
  'readiness.declareReady': async () => same('readiness.declareReady', {}),
  'readiness.takeBackReady': async ({ lead }) => {
    await lead.send('readiness.declareReady', {})
    return same('readiness.takeBackReady', {})
  },
  'readiness.takeBackStockCheck': async ({ lead }) => {
    const form = stockForm()
    await lead.send('readiness.writeStock', form)
    await lead.send('readiness.checkStock', { stockId: form.stockId, found: 'fine', count: null })
    return same('readiness.takeBackStockCheck', { stockId: form.stockId })
  },
  'readiness.settleIssue': issue((issueId) => same('readiness.settleIssue', { issueId })),
  'readiness.reopenIssue': issue((issueId) => same('readiness.reopenIssue', { issueId }), 'readiness.settleIssue'),
}
