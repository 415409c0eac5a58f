import { expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { readTableFile } from '#server/roster/read-table-file.ts'
import { readColumns } from '#shared/roster/import-columns.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const cellsOf = async (bytes: Uint8Array) => (await readTableFile(bytes)).rows.map(({ cells }) => cells)

// 氏名,電話 / 髙橋,090-1234-5678 in CP932, where 髙 is an extension of NEC and IBM (0xFBFC).
const cp932 = Uint8Array.from([
  0x8e,
  0x81,
  0x96,
  0xbc,
  0x2c,
  0x93,
  0x64,
  0x98,
  0x62,
  0x0d,
  0x0a,
  0xfb,
  0xfc,
  0x8b,
  0xb4,
  0x2c,
  ...utf8('090-1234-5678\r\n'),
])

test.each([
  ['UTF-8', utf8('氏名,電話\n髙橋,090-1234-5678\n')],
  ['UTF-8 with its mark', utf8('\ufeff氏名,電話\r\n髙橋,090-1234-5678\r\n')],
  ['CP932 as Excel writes it', cp932],
  ['tabs, as copied from a spreadsheet', utf8('氏名\t電話\n髙橋\t090-1234-5678')],
  ['quotes and empty lines', utf8('"氏名","電話"\n\n"髙橋" , "090-1234-5678"\n,\n')],
])('a list in %s is the same list', async (_, bytes) => {
  expect(await cellsOf(bytes)).toEqual([
    ['氏名', '電話'],
    ['髙橋', '090-1234-5678'],
  ])
})

test('a row keeps the line it has in the file, also after a cell of several lines', async () => {
  const { rows } = await readTableFile(utf8('氏名,備考\n"金沢 花子","一行目\n二行目"\n富岡 次郎,\n'))
  expect(rows.map(({ line }) => line)).toEqual([1, 3, 4])
})

test('a workbook is read with its dates and leading zeros, and a formula is only a text', async () => {
  const rows = [
    ['氏名', '生年月日', '電話', '備考'].map((value) => ({ value })),
    [
      { value: '金沢 花子' },
      { value: new Date(Date.UTC(1999, 8, 9)), type: Date, format: 'yyyy/mm/dd' },
      { value: '09012345678' },
      { value: '=1+1' },
    ],
  ]
  const file = writeXlsxFile(rows as never, { dateFormat: 'yyyy/mm/dd' } as never)
  const bytes = await (file as unknown as { toBuffer(): Promise<Uint8Array> }).toBuffer()
  expect(await cellsOf(bytes)).toEqual([
    ['氏名', '生年月日', '電話', '備考'],
    ['金沢 花子', '1999-09-09', '09012345678', '=1+1'],
  ])
})

test.each([
  ['nothing', utf8(''), 'empty'],
  ['empty lines', utf8('\n,,\n'), 'empty'],
  [
    'a picture',
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0xff]),
    'unreadableCharacters',
  ],
  ['a ZIP that is no workbook', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), 'notAWorkbook'],
  ['a workbook of before 2007, or with a password', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), 'notAWorkbook'],
  ['a binary with zeros', utf8('a\u0000b'), 'notATable'],
])('%s is refused', async (_, bytes, fault) => {
  await expect(readTableFile(bytes)).rejects.toMatchObject({ fault })
})

test('headings are known under the names that councils use, and what is missing or double is named', () => {
  const columns = readColumns(['お名前', 'フリガナ', '電話（携帯）', '携帯', '血液型', ''])
  expect(columns.fields).toEqual(['name', 'nameKana', 'phone', 'phone', null, null])
  expect(columns).toMatchObject({ ignored: ['血液型'], missing: ['birthDate'] })
  expect(columns.doubled).toEqual([{ field: 'phone', headings: ['電話（携帯）', '携帯'] }])
})
