import { handle } from '#server/core/handlers.ts'
import { refuseIfChanged } from '#server/core/refuse-if-written.ts'
import { plannedEvents, stockItems } from '#server/readiness/readiness-tables.ts'
import { checkStock, planEvent, takeBackStockCheck, writeStock } from '#shared/readiness/commands.ts'
import { countMissing, nothingToTakeBack } from '#shared/readiness/problems.ts'
import { stockCode } from '#shared/readiness/rules.ts'

const writeStockHandler = handle(writeStock, async (work, { stockId, basedOnSeq, ...written }) => {
  await refuseIfChanged(work, stockItems, stockId, basedOnSeq)
  const before = await stockItems.find(work.tx, stockId)
  // A label may be on a thing that was put away: no number is given out twice.
  const number = before?.number ?? (await stockItems.max(work.tx, 'number', {})) + 1
  const fresh = { look: null, before: null, removedAt: null }
  await stockItems.save(work, { ...fresh, ...before, ...written, id: stockId, number })
  work.describe({ stock: stockCode(number), name: written.name })
})

const checkStockHandler = handle(checkStock, async (work, { stockId, found, count }) => {
  const item = await stockItems.get(work.tx, stockId)
  if (found === 'counted' && count === null) throw countMissing({})
  const now = { fine: item.count, counted: count ?? 0, missing: item.count }[found]
  const look = { at: work.happenedAt, by: work.actorName, found, count: now }
  const before = { look: item.look, count: item.count }
  await stockItems.save(work, { ...item, count: now, look, before })
  work.describe({ stock: stockCode(item.number), name: item.name, found, count: now })
})

const takeBackStockCheckHandler = handle(takeBackStockCheck, async (work, { stockId }) => {
  const item = await stockItems.get(work.tx, stockId)
  if (item.before === null) throw nothingToTakeBack({ name: item.name }, ['stockItem', stockId])
  await stockItems.save(work, { ...item, ...item.before, before: null })
  work.describe({ stock: stockCode(item.number), name: item.name })
})

const planEventHandler = handle(planEvent, async (work, { eventId, basedOnSeq, ...written }) => {
  await refuseIfChanged(work, plannedEvents, eventId, basedOnSeq)
  const before = await plannedEvents.find(work.tx, eventId)
  await plannedEvents.save(work, { removedAt: null, ...before, ...written, id: eventId })
  work.describe({ title: written.title, date: written.date })
})

export const stockHandlers = [writeStockHandler, checkStockHandler, takeBackStockCheckHandler, planEventHandler]
