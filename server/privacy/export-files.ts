import writeXlsxFile from 'write-excel-file/node'
import { toCsv } from '#shared/core/csv.ts'
import type { ExportFormat } from '#shared/privacy/exports.ts'

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

async function workbook(heads: readonly string[], rows: readonly Cell[][]): Promise<Uint8Array<ArrayBuffer>> {
  const head = heads.map((value) => ({ type: String, value, fontWeight: 'bold' as const }))
  const sheet = [head, ...rows.map((row) => row.map(cellOf))]
  return new Uint8Array(await writeXlsxFile(sheet, { stickyRowsCount: 1 }).toBuffer())
}

const types: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A list as a file that is saved under this name. */
export async function exportFile(
  format: ExportFormat,
  { name, heads, rows }: { name: string; heads: readonly string[]; rows: readonly Cell[][] },
): Promise<Response> {
  const body = format === 'csv' ? toCsv([heads, ...rows]) : await workbook(heads, rows)
  const headers = {
    'content-type': types[format],
    'content-disposition': `attachment; filename="export.${format}"; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
  }
  return new Response(body, { headers })
}
