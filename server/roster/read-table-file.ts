import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { withoutGuard } from '#shared/core/csv.ts'
import { dateOf } from '#shared/core/time.ts'

/** A table as it stood in a file: its cells as text, and the line each row has there. */
export interface TableFile {
  rows: readonly { line: number; cells: readonly string[] }[]
}

/** Why a file could not be read; the screen has the sentences. */
export type TableFileFault = 'empty' | 'notATable' | 'tooManyRows' | 'unreadableCharacters' | 'notAWorkbook'

/** A file that could not be read, with why. */
export class TableFileProblem extends Error {
  readonly fault: TableFileFault

  constructor(fault: TableFileFault) {
    super(fault)
    this.fault = fault
  }
}

/** More than the roster of any ward; a file beyond it is a mistake. */
const mostRows = 50_000

/** Every XLSX file is a ZIP archive. */
const isWorkbook = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03

/** The old XLS format, and files that office programs lock with a password. */
const isOldWorkbook = (bytes: Uint8Array) => bytes[0] === 0xd0 && bytes[1] === 0xcf

/**
 * The text of a CSV file. Excel in Japan writes Shift_JIS (CP932) unless told otherwise; UTF-8 is tried first because
 * Japanese text in Shift_JIS is practically never valid UTF-8.
 */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    try {
      return new TextDecoder('shift_jis', { fatal: true }).decode(bytes)
    } catch {
      throw new TableFileProblem('unreadableCharacters')
    }
  }
}

/** A table copied from a spreadsheet is parted by tabs. */
function delimiterOf(text: string): string {
  const [head = ''] = text.split(/\r?\n/, 1)
  return head.split('\t').length > head.split(',').length ? '\t' : ','
}

function readCsv(bytes: Uint8Array): TableFile {
  const text = textOf(bytes)
  if (text.includes('\u0000')) throw new TableFileProblem('notATable')
  try {
    const read = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
      // A space between a closing quote and the comma is common in lists made by hand.
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return {
      rows: read.map(({ record, info }) => ({
        line: info.lines,
        cells: record.map((cell) => withoutGuard(cell).trim()),
      })),
    }
  } catch {
    throw new TableFileProblem('notATable')
  }
}

/** A cell of a workbook as text. Of a formula only its last result is in the file, and nothing here ever counts it. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return dateOf(cell.toISOString(), 'UTC')
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  return typeof cell === 'string' ? cell.trim() : ''
}

async function readWorkbook(bytes: Uint8Array): Promise<TableFile> {
  try {
    const rows = await readSheet(Buffer.from(bytes))
    return { rows: rows.map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) })) }
  } catch {
    throw new TableFileProblem('notAWorkbook')
  }
}

/** Reads a CSV (UTF-8, with or without its mark, or CP932), a table parted by tabs, or the first sheet of an XLSX. */
export async function readTableFile(bytes: Uint8Array): Promise<TableFile> {
  if (bytes.length === 0) throw new TableFileProblem('empty')
  if (isOldWorkbook(bytes)) throw new TableFileProblem('notAWorkbook')
  const { rows } = isWorkbook(bytes) ? await readWorkbook(bytes) : readCsv(bytes)
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (filled.length === 0) throw new TableFileProblem('empty')
  if (filled.length > mostRows) throw new TableFileProblem('tooManyRows')
  return { rows: filled }
}
