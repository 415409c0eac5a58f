/**
 * Text that a spreadsheet could take for a formula. Names and notes are typed by strangers on their phones, and the
 * file is opened on a desk's machine (OWASP, CSV injection); Japanese Excel reads the full-width signs as well.
 */
const formulaStart = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/

/** Inside the quotes it makes a text of the cell; an apostrophe would become part of the text (OWASP). */
const guard = '\t'

function cellText(cell: string | number | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  return formulaStart.test(cell) ? `${guard}${cell}` : cell
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

/** A cell as it was before it was written, for whoever reads such a file back in. */
export const withoutGuard = (cell: string): string =>
  cell.startsWith(guard) && formulaStart.test(cell.slice(1)) ? cell.slice(1) : cell

/**
 * A table as a CSV file (RFC 4180) that Excel opens in Japanese: UTF-8 with its byte order mark, lines ended by CR LF.
 * Every cell stands in quotes; a text that begins like a formula gets a tab in front, within them. Telephone numbers
 * should come with their hyphens, since Excel drops the first 0 of digits alone.
 */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map((cell) => quoted(cellText(cell))).join(',')}\r\n`).join('')}`
}
