import writeXlsxFile from 'write-excel-file/node'
import { toCsv } from '#shared/core/csv.ts'
import type { ExportFormat } from '#shared/privacy/exports.ts'
import { exportWords } from '#shared/texts/exports.ts'

type Cell = string | number | null

/** What a workbook cannot hold: every control sign but tab and line end. */
const writable = (text: string) =>
  text.replace(/[\p{Cc}\ufffe\uffff]/gu, (sign) => ('\t\n\r'.includes(sign) ? sign : ''))

/** Every text is written as a text: a workbook takes nothing for a formula that is not marked as one. */
function cellOf(cell: Cell) {
  if (cell === null || cell === '') return null
  if (typeof cell === 'number') return { type: Number, value: cell }
  return { type: String, value: writable(cell) }
}

/** The red of the frame around a drill's screens and sheets. */
const drillRed = '#C00018'

async function workbook(
  heads: readonly string[],
  rows: readonly Cell[][],
  isDrill: boolean,
): Promise<Uint8Array<ArrayBuffer>> {
  const colour = isDrill ? { color: drillRed } : {}
  const head = heads.map((value) => ({ type: String, value, fontWeight: 'bold' as const, ...colour }))
  const sheet = [head, ...rows.map((row) => row.map(cellOf))]
  return new Uint8Array(await writeXlsxFile(sheet, { stickyRowsCount: 1 }).toBuffer())
}

const types: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A file loses its name sooner than its content: a drill's says so in both. */
const marked = ([first = '', ...rest]: readonly string[]) => [`【${exportWords.drill}】${first}`, ...rest]

interface List {
  name: string
  heads: readonly string[]
  rows: readonly Cell[][]
  isDrill: boolean
}

/** A list as a file that is saved under this name. */
export async function exportFile(format: ExportFormat, { name, heads, rows, isDrill }: List): Promise<Response> {
  const first = isDrill ? marked(heads) : heads
  const body = format === 'csv' ? toCsv([first, ...rows]) : await workbook(first, rows, isDrill)
  const headers = {
    'content-type': types[format],
    'content-disposition': `attachment; filename="export.${format}"; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
  }
  return new Response(body, { headers })
}
