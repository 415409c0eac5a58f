import { days, findOpenDay } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import { eraseLists } from '#server/groups/list-pictures.ts'
import { eraseRemovedPictures } from '#server/photos/erase-pictures.ts'
import { readDayRecords } from '#server/reports/day-records.ts'
import { closeDayProblem, openItems } from '#shared/reports/close-of-day.ts'
import { closeDay, exportSummary, reopenDay } from '#shared/reports/commands.ts'
import { dayIsClosed, dayIsOpen } from '#shared/reports/problems.ts'

export const closeDayHandler = handle(closeDay, async (work, { dayId, explanations }) => {
  const day = await days.get(work.tx, dayId)
  if (day.status === 'closed') throw dayIsClosed({ date: day.date }, ['day', day.id])
  const problem = closeDayProblem(openItems(await readDayRecords(work.tx, day)), explanations)
  if (problem) throw problem
  await days.save(work, { ...day, status: 'closed', publicReception: false, closedAt: work.now })
  await eraseRemovedPictures(work)
  await eraseLists(work, { dayId })
  work.describe({ date: day.date, day: day.number, ...explanations })
})

export const reopenDayHandler = handle(reopenDay, async (work, { dayId, reason }) => {
  const day = await days.get(work.tx, dayId)
  const open = await findOpenDay(work.tx)
  if (open) throw dayIsOpen({ date: open.date }, ['day', open.id])
  await days.save(work, { ...day, status: 'open', closedAt: null })
  work.describe({ date: day.date, day: day.number, reason })
})

export const exportSummaryHandler = handle(exportSummary, async (work, { dayId }) => {
  const day = await days.get(work.tx, dayId)
  work.describe({ date: day.date, day: day.number })
})
