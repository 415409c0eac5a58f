/** One line of a pasted table: its place in the text, from 1, and its cells. */
export interface Line {
  line: number
  cells: string[]
}

/** Tabs come from a spreadsheet, commas from a file; names alone stand one on a line. */
function separatorOf(text: string): string {
  if (text.includes('\t')) return '\t'
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.filter((line) => line.includes(',')).length * 2 > lines.length ? ',' : '\t'
}

/** The end of a quoted cell: what it says, and where it ends. A quote that is never closed ends with the text. */
function quotedCell(text: string, start: number): { cell: string; end: number } {
  let cell = ''
  let at = start + 1
  while (at < text.length) {
    if (text[at] !== '"') cell += text[at++]
    else if (text[at + 1] === '"') {
      cell += '"'
      at += 2
    } else return { cell, end: at + 1 }
  }
  return { cell, end: at }
}

const isEnd = (sign: string | undefined, separator: string) => sign === undefined || sign === separator || sign === '\n'

/** A table as a spreadsheet copies it (tabs) or as a file has it (commas), quoted cells with line breaks included. */
export function cellsOf(pasted: string): Line[] {
  const text = pasted.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const separator = separatorOf(text)
  const lines: Line[] = []
  let current: Line = { line: 1, cells: [] }
  let row = 1
  let at = 0
  while (at <= text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : null
    let end = quoted?.end ?? at
    while (!isEnd(text[end], separator)) end++
    const cell = quoted ? quoted.cell + text.slice(quoted.end, end) : text.slice(at, end)
    current.cells.push(cell)
    row += cell.split('\n').length - 1
    if (text[end] !== separator) {
      lines.push(current)
      row++
      current = { line: row, cells: [] }
    }
    at = end + 1
  }
  return lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
}
