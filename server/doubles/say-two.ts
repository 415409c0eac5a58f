import { handle } from '#server/core/handlers.ts'
import { refuseTaken } from '#server/database/record-table.ts'
import { notDoubles } from '#server/doubles/merges.ts'
import { refuseOtherDesk } from '#server/doubles/unmerge.ts'
import { sayTheyAreTwo, takeBackTwo } from '#shared/doubles/commands.ts'
import { twoProblem } from '#shared/doubles/rules.ts'

export const sayTheyAreTwoHandler = handle(sayTheyAreTwo, async (work, { notDoubleId, kind, oneId, otherId }) => {
  refuseOtherDesk(work, kind)
  await refuseTaken(notDoubles, work.tx, notDoubleId)
  const problem = twoProblem(oneId, otherId)
  if (problem) throw problem
  const said = { kind, oneId, otherId, byName: work.actorName, at: work.now, undoneAt: null }
  await notDoubles.add(work, { id: notDoubleId, ...said })
})

export const takeBackTwoHandler = handle(takeBackTwo, async (work, { notDoubleId }) => {
  const said = await notDoubles.get(work.tx, notDoubleId)
  refuseOtherDesk(work, said.kind)
  await notDoubles.save(work, { ...said, undoneAt: said.undoneAt ?? work.now })
})
