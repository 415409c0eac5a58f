import { today } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import { countFates, type ImportShelf } from '#server/roster/import-shelf.ts'
import { understandRow } from '#server/roster/plan-import.ts'
import { applyImport } from '#shared/roster/import-commands.ts'
import type { RowPlan } from '#shared/roster/import-plan.ts'
import { importGone } from '#shared/roster/import-problems.ts'

/** Few enough that whoever checks in meanwhile does not feel it. */
export const rowsOfPart = 100

/** Takes the rows of one part. Each is planned anew: the roster may have changed since the preview. */
export const applyImportHandler = (shelf: ImportShelf) =>
  handle(applyImport, async (work, { importId, part }) => {
    const list = shelf.find(importId, work.now)
    if (!list) throw importGone({})
    const from = part * rowsOfPart
    const done: RowPlan[] = []
    for (const [index, one] of list.rows.slice(from, from + rowsOfPart).entries()) {
      const preview = list.plans[from + index]
      const { row } = understandRow(one, list.columns, today(work))
      if (row === null || preview === undefined || preview.rowFault === 'doubleInFile') {
        if (preview) done.push(preview)
        continue
      }
      const plan = await row.plan(work.tx)
      if (plan.fate === 'new' || plan.fate === 'changed') await row.write(work, plan.knownId)
      done.push(plan)
    }
    const counts = countFates(done)
    work.describe({
      kind: list.columns.kind,
      part: part + 1,
      parts: Math.ceil(list.rows.length / rowsOfPart),
      ...counts,
    })
    return { counts }
  })
