import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toCsv, withoutGuard } from '#shared/core/csv.ts'

/** Reads a CSV file by the letter of RFC 4180, so that what was written is judged by another hand. */
function readCsv(file: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
  cells.lastIndex = 1
  for (let cell = cells.exec(file); cell; cell = cells.exec(file)) {
    row.push(cell[1]?.replaceAll('""', '"') ?? cell[2] ?? '')
    if (cell[3] === '\r\n') {
      rows.push(row)
      row = []
    }
    if (cells.lastIndex === file.length) break
  }
  return rows
}

describe('a table as CSV', () => {
  test('begins with the byte order mark and ends its lines with CR LF', () => {
    expect(
      toCsv([
        ['番号', '氏名'],
        [47, '髙橋 花子'],
      ]),
    ).toBe('\ufeff"番号","氏名"\r\n"47","髙橋 花子"\r\n')
    expect(toCsv([])).toBe('\ufeff')
  })

  test.each<[string | number | null, string]>([
    ['a,b', '"a,b"'],
    ['言った "はい"', '"言った ""はい"""'],
    ['1行目\n2行目', '"1行目\n2行目"'],
    [' 前に空白', '" 前に空白"'],
    [null, '""'],
    ['', '""'],
    [0, '"0"'],
    [-3, '"-3"'],
    [2.5, '"2.5"'],
    [Number.NaN, '""'],
    [Number.POSITIVE_INFINITY, '""'],
    ['090-1234-5678', '"090-1234-5678"'],
  ])('%j is written %j', (cell, written) => {
    expect(toCsv([[cell]])).toBe(`\ufeff${written}\r\n`)
  })

  test.each([
    '=1+1',
    '+819012345678',
    '-3',
    '@SUM(A1)',
    '＝１＋１',
    '＋１',
    '－１',
    '＠cmd',
    '\t=1',
    '\r=1',
    '\nx',
    ' =1',
    '　＝1',
    '\u200b=1',
    '=HYPERLINK("http://example.com","見る")',
  ])('%j cannot become a formula', (cell) => {
    expect(readCsv(toCsv([[cell]]))).toEqual([[`\t${cell}`]])
  })

  test('every table is read back as it was, and no text cell begins like a formula', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.array(fc.constantFrom(...'"\',\r\n\t =+-@＝＋－＠a'), { maxLength: 6 }).map((signs) => signs.join('')),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const read = readCsv(toCsv(rows))
        expect(read.map((row) => row.length)).toEqual(rows.map((row) => row.length))
        for (const [y, row] of rows.entries())
          for (const [x, text] of row.entries()) {
            const written = read[y]?.[x] ?? ''
            expect([text, `\t${text}`]).toContain(written)
            expect(written).not.toMatch(/^[=+\-@\r\n＝＋－＠]/)
            expect(withoutGuard(written)).toBe(text)
          }
      }),
    )
  })
})
