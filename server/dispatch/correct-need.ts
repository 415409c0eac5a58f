import { handle } from '#server/core/handlers.ts'
import { refuseTaken } from '#server/database/record-table.ts'
import { countVisit } from '#server/dispatch/depart.ts'
import { drawUpSheet } from '#server/dispatch/issue-work-order.ts'
import { getSheet, saveSheetAs, workOrders } from '#server/dispatch/work-orders.ts'
import { getNeed, moveNeed } from '#server/needs/needs.ts'
import { giveNeed } from '#server/teams/members.ts'
import { getTeam, saveTeam } from '#server/teams/teams.ts'
import { assert } from '#shared/core/assert.ts'
import { correctNeedOfTeam } from '#shared/dispatch/commands.ts'
import { correctNeedProblem } from '#shared/dispatch/rules.ts'

export const correctNeedHandler = handle(correctNeedOfTeam, async (work, input) => {
  await refuseTaken(workOrders, work.tx, input.workOrderId)
  const team = await getTeam(work.tx, input.teamId)
  const wrong = await getNeed(work.tx, team.needId ?? input.fromNeedId)
  const problem = correctNeedProblem(team, wrong, { seen: input.fromNeedId, to: input.needId })
  if (problem) throw problem
  assert(team.workOrderId, 'a team that is out carries a sheet')
  const before = await getSheet(work.tx, team.workOrderId)
  const given = await giveNeed(work, team, input.needId, input)
  const right = await getNeed(work.tx, input.needId)
  const { reasonForTeam, returnBy } = before.workOrder
  const wishes = { workOrderId: input.workOrderId, reasonForTeam, returnBy, cautions: '' }
  const sheet = await drawUpSheet(work, given, right, wishes)
  await saveSheetAs(work, before, 'void')
  await saveSheetAs(work, sheet, 'out')
  await countVisit(work, wrong.id, -1)
  // A need comes to be at work by way of its team, also where the team stands before it already.
  if (right.status === 'ready' || right.status === 'toBeContinued') await moveNeed(work, right, 'assigned')
  await countVisit(work, right.id, 1)
  // What the leader said of the other house says nothing of this one.
  await saveTeam(work, { ...given, workOrderId: input.workOrderId, signal: null, signalAt: null })
  const { number, version } = sheet.workOrder
  work.describe({
    team: team.number,
    wrong: wrong.number,
    need: right.number,
    sheet: number,
    version,
    reason: input.reason,
  })
  return { number, version }
})
