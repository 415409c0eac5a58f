import type { Context } from 'hono'
import { answerRead } from '#server/core/reads.ts'
import type { RouteContext, Slice } from '#server/core/slice.ts'
import { applyImportHandler, rowsOfPart } from '#server/roster/apply-import.ts'
import { countFates, ImportShelf } from '#server/roster/import-shelf.ts'
import { planRows } from '#server/roster/plan-import.ts'
import { readTableFile, TableFileProblem } from '#server/roster/read-table-file.ts'
import { toCsv } from '#shared/core/csv.ts'
import { malformed } from '#shared/core/problems.ts'
import { dateOf, timeZone } from '#shared/core/time.ts'
import {
  headingOf,
  type ImportColumns,
  type ImportKind,
  importFields,
  readColumns,
} from '#shared/roster/import-columns.ts'
import { applyImport } from '#shared/roster/import-commands.ts'
import type { RowPlan } from '#shared/roster/import-plan.ts'
import { columnsUnfit, importGone, listUnreadable } from '#shared/roster/import-problems.ts'
import { previewImport } from '#shared/roster/import-reads.ts'

const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** So many rows of the preview at a time. */
const linesOfAnswer = 100

function refuseUnfit(head: readonly string[], { kind, missing, doubled }: ImportColumns): void {
  if (missing.length === 0 && doubled.length === 0) return
  throw columnsUnfit({
    missing: missing.map((field) => headingOf(kind, field)),
    doubled: doubled.flatMap(({ headings }) => headings),
    seen: head
      .filter((heading) => heading !== '')
      .map((heading) => heading.slice(0, 30))
      .slice(0, 40),
  })
}

async function rowsOf(bytes: Uint8Array) {
  try {
    return (await readTableFile(bytes)).rows
  } catch (error) {
    throw error instanceof TableFileProblem ? listUnreadable({ fault: error.fault }) : error
  }
}

/** The headings of a list alone, for whoever begins one. */
function template(context: Context, kind: ImportKind): Response {
  const headings = importFields[kind].map((field) => headingOf(kind, field))
  return context.body(toCsv([headings]), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${kind === 'group' ? 'groups' : 'roster'}.csv"`,
  })
}

/** `PUT /imports/{id}`: puts a list down to be looked at; the same file under the same id changes nothing. */
function importRoutes(shelf: ImportShelf, { routes, center }: RouteContext): void {
  const { may } = applyImport
  routes.open({ method: 'put', path: '/imports/:id', may }, async (context, actor) => {
    const importId = context.req.param('id')
    if (!idShape.test(importId)) throw malformed({})
    const [first, ...rows] = await rowsOf(new Uint8Array(await context.req.arrayBuffer()))
    const head = first?.cells ?? []
    const columns = readColumns(head)
    refuseUnfit(head, columns)
    const now = center.clock.now()
    const plans = await center.read((tx) => planRows(tx, rows, columns, dateOf(now, timeZone)))
    const putBy = actor.kind === 'staff' ? actor.staffId : ''
    shelf.put(importId, { putBy, putAt: now, head, columns, rows, plans })
    return context.json({ rows: rows.length })
  })

  routes.open({ method: 'get', path: '/imports/template.csv', may }, (context) => template(context, 'person'))
  routes.open({ method: 'get', path: '/imports/group-template.csv', may }, (context) => template(context, 'group'))
}

/** A row as the preview shows it: who it is in the center's own records stays on the server. */
const lineOf = ({ line, name, fate, changes, faults, rowFault, sameAsLine }: RowPlan) => ({
  line,
  name,
  fate,
  changes: [...changes],
  faults: [...faults],
  rowFault,
  sameAsLine,
})

const previewReader = (shelf: ImportShelf) =>
  answerRead(previewImport, async ({ now, actor }, { importId, show, from }) => {
    const list = shelf.find(importId, now)
    if (!list || actor.kind !== 'staff' || list.putBy !== actor.staffId) throw importGone({})
    const shown = show === 'all' ? list.plans : list.plans.filter(({ fate }) => fate === show)
    const known = list.columns.fields.flatMap((field, index) =>
      field === null ? [] : [{ heading: list.head[index] ?? '', field }],
    )
    return {
      kind: list.columns.kind,
      counts: countFates(list.plans),
      parts: Math.ceil(list.rows.length / rowsOfPart),
      columns: known,
      ignored: [...list.columns.ignored],
      lines: shown.slice(from, from + linesOfAnswer).map(lineOf),
      total: shown.length,
    }
  })

/** 名簿の取り込み: what brings lists into the roster. Each center has a shelf of its own. */
export function importParts(): Required<Pick<Slice, 'handlers' | 'reads' | 'routes'>> {
  const shelf = new ImportShelf()
  return {
    handlers: [applyImportHandler(shelf)],
    reads: [previewReader(shelf)],
    routes: (route) => importRoutes(shelf, route),
  }
}
