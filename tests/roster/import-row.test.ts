import { expect, test } from 'vitest'
import { readDays } from '#shared/roster/import-cells.ts'
import { readColumns } from '#shared/roster/import-columns.ts'
import { readRow } from '#shared/roster/import-row.ts'

const head = ['氏名', 'ふりがな', '電話', '生年月日']
const read = (cells: string[], more: string[] = []) =>
  readRow({ line: 2, cells }, readColumns([...head, ...more]), '2026-11-23')
const hanako = ['金沢 花子', 'カナザワ　ハナコ', '90-1234-5678', '昭和50年4月3日']

test('a row is understood as people write it, and what is not in the list says nothing', () => {
  expect(read(hanako).row).toEqual({
    line: 2,
    name: '金沢 花子',
    nameKana: 'カナザワ ハナコ',
    phone: '09012345678',
    birthDate: '1975-04-03',
  })
})

test('further columns are understood too, an empty cell says nothing', () => {
  const more = ['登録番号', '性別', '特技', '車', '曜日', '保険', '加入年度', '経験', '備考']
  const { row } = read(
    [...hanako, 'T-0012', '女性', '介護、手話', '軽トラ', '平日', '天災プラン', '令和8年度', 'あり', ''],
    more,
  )
  expect(row).toMatchObject({
    number: 12,
    sex: 'female',
    skills: ['介護', '手話'],
    vehicle: 'keiTruck',
    plan: 'naturalDisaster',
    insuranceYear: 2026,
    experience: true,
  })
  expect(row?.days).toHaveLength(10)
  expect(row).not.toHaveProperty('note')
})

test.each([
  ['', 'かな', '09012345678', '1999-09-09', ['name', 'missing']],
  ['花子', 'hanako', '09012345678', '1999-09-09', ['nameKana', 'notKana']],
  ['花子', 'かな', '110', '1999-09-09', ['phone', 'notAPhone']],
  ['花子', 'かな', '09012345678', '50/4/3', ['birthDate', 'notADate']],
  ['花子', 'かな', '09012345678', '2027-01-01', ['birthDate', 'inFuture']],
  ['あ'.repeat(61), 'かな', '09012345678', '1999-09-09', ['name', 'tooLong']],
])('%s %s %s %s is refused with its column', (name, kana, phone, birthDate, [field, reason]) => {
  expect(read([name, kana, phone, birthDate]).faults).toEqual([{ field, reason }])
})

test('a row with too few cells is refused for each that is missing', () => {
  expect(read(['金沢 花子']).faults?.map(({ field }) => field)).toEqual(['nameKana', 'phone', 'birthDate'])
})

test('a text that looks like a formula stays a text', () => {
  expect(read([...hanako, '=HYPERLINK("http://example.com")'], ['備考']).row?.note).toBe(
    '=HYPERLINK("http://example.com")',
  )
})

test.each([
  ['月・水', ['mon.am', 'mon.pm', 'wed.am', 'wed.pm']],
  ['土曜日午前', ['sat.am']],
  ['週末', ['sat.am', 'sat.pm', 'sun.am', 'sun.pm']],
  ['応相談', []],
])('%s are the half-days it means', (text, days) => expect(readDays(text)).toEqual(days))
