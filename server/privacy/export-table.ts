import { revealedBy, writeLook } from '#server/access/access-log.ts'
import { waitingActs } from '#server/access/waiting-acts.ts'
import { days, getCenter } from '#server/center/centers.ts'
import { type Actor, actorId, audiencesOfActor } from '#server/core/actor.ts'
import { handle } from '#server/core/handlers.ts'
import type { RouteContext } from '#server/core/slice.ts'
import type { WorkTx } from '#server/core/unit-of-work.ts'
import type { Exported } from '#server/privacy/export-columns.ts'
import { exportFile } from '#server/privacy/export-files.ts'
import { groupsExport, rosterExport } from '#server/privacy/export-roster.ts'
import { attendancesExport, needsExport } from '#server/privacy/export-work.ts'
import { mayHold } from '#shared/access/audiences.ts'
import { revealedMinutes } from '#shared/access/look.ts'
import { notAllowed } from '#shared/core/problems.ts'
import { addMinutes, dateOf, timeZone } from '#shared/core/time.ts'
import { exportTable } from '#shared/privacy/commands.ts'
import {
  type ExportTable,
  exportFormats,
  exportName,
  fetchHours,
  personalKinds,
  readExportName,
} from '#shared/privacy/exports.ts'
import { exportWords as words } from '#shared/texts/exports.ts'

const tables: Readonly<Record<ExportTable, Exported>> = {
  roster: rosterExport,
  attendances: attendancesExport,
  needs: needsExport,
  groups: groupsExport,
}

/** What is saved is held too: whose desk does not hold how people are reached gets no file of it. */
function refuseUnheld(actor: Actor, table: ExportTable, personal: boolean): void {
  if (!personal) return
  const own = audiencesOfActor(actor)
  if (!personalKinds[table].every((kind) => mayHold(kind, own))) throw notAllowed({})
}

/** Changes nothing but the two logs. */
export const exportTableHandler = handle(exportTable, async (work, { exportId, table, dayId, personal, because }) => {
  refuseUnheld(work.actor, table, personal)
  const { activationId } = await getCenter(work.tx)
  if (dayId !== null) await days.get(work.tx, dayId)
  const recordId = dayId ?? activationId
  const recordKind = exportName(table, personal)
  await writeLook(work, { id: exportId, what: 'export', recordKind, recordId, why: 'work' })
  const rows = await tables[table].count(work.tx, { activationId, dayId })
  const columns = tables[table].heads(personal).length
  work.describe({ table, rows, columns, personal: personal ? 1 : 0, because: personal ? because : '' })
})

/**
 * For how long a list may be fetched after it was written down. One that waited for another lead, or for a day, is
 * written down while whoever asked for it is elsewhere: they have a day for it, under the same id.
 */
async function fetchMinutes(tx: WorkTx, exportId: string): Promise<number> {
  const act = await waitingActs.find(tx, exportId)
  return act?.type === exportTable.name && act.status === 'done' ? fetchHours * 60 : revealedMinutes
}

/** The list that this person wrote down to take out a moment ago. */
async function readExport({ center }: RouteContext, actor: Actor, exportId: string) {
  const now = center.clock.now()
  return center.read(async (tx) => {
    const since = addMinutes(now, -(await fetchMinutes(tx, exportId)))
    const taken = await revealedBy(tx, { id: exportId, what: 'export', actorId: actorId(actor), since })
    const named = readExportName(taken?.recordKind ?? '')
    if (!taken || !named) throw notAllowed({})
    const { table, personal } = named
    refuseUnheld(actor, table, personal)
    const { activationId, kind } = await getCenter(tx)
    const dayId = table === 'attendances' ? taken.recordId : null
    const date = dayId === null ? dateOf(now, timeZone) : (await days.get(tx, dayId)).date
    const parts = [
      ...(kind === 'drill' ? [words.drill] : []),
      words.tables[table] ?? table,
      ...(personal ? [words.personal] : []),
      date,
    ]
    const rows = await tables[table].rows(tx, { activationId, dayId }, personal)
    return { name: parts.join('_'), heads: tables[table].heads(personal), rows, isDrill: kind === 'drill' }
  })
}

/** `GET /exports/table.xlsx?export={id}`: for whoever has just written down that they take it. */
export function addExportRoutes(route: RouteContext): void {
  const { may } = exportTable
  const holds = ['registration', 'attendance', 'need', 'registeredGroup'] as const
  const asks = 'what the asker has just written down to take'
  for (const format of exportFormats)
    route.routes.open(
      { method: 'get', path: `/exports/table.${format}`, may, holds, asks, stepUp: true },
      async (context, actor) => exportFile(format, await readExport(route, actor, context.req.query('export') ?? '')),
    )
}
