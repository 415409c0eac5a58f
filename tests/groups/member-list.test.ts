import { describe, expect, test } from 'vitest'
import { cellsOf } from '#shared/groups/list-cells.ts'
import { planOf, readMemberList } from '#shared/groups/member-list.ts'

const today = '2026-11-23'
const read = (lines: readonly (readonly string[])[], separator = '\t') =>
  readMemberList(lines.map((cells) => cells.join(separator)).join('\n'), today)

describe('a list pasted from a spreadsheet', () => {
  test('is read by its headers: 和暦, phones that lost their 0, insurance, skills', () => {
    const { columns, rows } = read([
      ['海の大学 参加者名簿', '', '', '', '', '', '', ''],
      ['No.', '氏 名', 'フリガナ', '性別', '生年月日', '携帯電話', '保険', '資格・特技'],
      ['1', '山田　太郎', 'ヤマダ タロウ', '男', '平成17年4月1日', '9012345678', '天災プラン', '看護師、手話'],
      ['2', '髙橋 花子', '', '女', 'H18/2/3', '080-1111-2222', '', ''],
      ['3', '', '', '', '', '', '', ''],
    ])
    expect(columns.map(({ kind }) => kind)).toEqual([
      'ignore',
      'name',
      'nameKana',
      'sex',
      'birthDate',
      'phone',
      'insurance',
      'skills',
    ])
    expect(rows).toEqual([
      {
        line: 3,
        mistakes: [],
        said: {
          name: '山田 太郎',
          nameKana: 'やまだ たろう',
          sex: 'male',
          birthDate: '2005-04-01',
          phone: '09012345678',
          address: '',
          plan: 'naturalDisaster',
          skills: ['看護師', '手話'],
        },
      },
      {
        line: 4,
        mistakes: [],
        said: {
          name: '髙橋 花子',
          nameKana: '',
          sex: 'female',
          birthDate: '2006-02-03',
          phone: '08011112222',
          address: '',
          plan: null,
          skills: [],
        },
      },
    ])
  })

  test('without headers is read by what stands in it', () => {
    const { columns, rows } = read([
      ['1', '波 一', 'なみ はじめ', '090-1234-5678', '2001/2/3'],
      ['2', '波 二', 'なみ つぎ', '', '2001/2/4'],
    ])
    expect(columns.map(({ kind }) => kind)).toEqual(['ignore', 'name', 'nameKana', 'phone', 'birthDate'])
    expect(rows.map(({ said }) => said.name)).toEqual(['波 一', '波 二'])
  })

  test('puts 姓 and 名 together', () => {
    const { rows } = read([
      ['姓', '名', 'セイ', 'メイ'],
      ['波', '一', 'ナミ', 'ハジメ'],
    ])
    expect(rows[0]?.said).toMatchObject({ name: '波 一', nameKana: 'なみ はじめ' })
  })

  test('keeps a line that cannot be read, and says what is wrong with it', () => {
    const { rows } = read([
      ['氏名', 'ふりがな', '生年月日', '電話', '保険'],
      ['', 'なみ', '2001/2/3', '', ''],
      ['波 一', '漢字', '2001/2/30', '12', '？'],
      ['波 二', '', '2030/1/1', '', ''],
      ['波 二', '', '', '', ''],
      ['あ'.repeat(61), '', '', '', ''],
    ])
    expect(rows.map(({ line, mistakes }) => [line, mistakes])).toEqual([
      [2, ['nameMissing']],
      [3, ['kanaUnfit', 'dateUnfit', 'phoneUnfit', 'insuranceUnclear']],
      [4, ['dateInFuture']],
      [5, ['twice']],
      [6, ['tooLong']],
    ])
  })

  test('is read otherwise where staff choose another column', () => {
    const text = 'ハマ タロウ\t横浜\nハマ ジロウ\t川崎'
    expect(readMemberList(text, today).columns.map(({ kind }) => kind)).toEqual(['nameKana', 'name'])
    const { rows } = readMemberList(text, today, { 0: 'name', 1: 'ignore' })
    expect(rows.map(({ said }) => said.name)).toEqual(['ハマ タロウ', 'ハマ ジロウ'])
  })
})

test('names alone stand one on a line; commas make a file', () => {
  expect(readMemberList('波 一\n\n波 二\n', today).rows.map(({ said }) => said.name)).toEqual(['波 一', '波 二'])
  const { rows } = read(
    [
      ['氏名', '電話'],
      ['"波, 一"', '"090-1234-5678"'],
    ],
    ',',
  )
  expect(rows[0]?.said).toMatchObject({ name: '波, 一', phone: '09012345678' })
  expect(readMemberList('', today)).toEqual({ columns: [], rows: [] })
})

test('cells may hold line breaks and quotes, and a quote that is never closed loses nothing', () => {
  expect(cellsOf('a\t"b\n""c"""\td\r\ne')).toEqual([
    { line: 1, cells: ['a', 'b\n"c"', 'd'] },
    { line: 3, cells: ['e'] },
  ])
  expect(cellsOf('"open\tend')).toEqual([{ line: 1, cells: ['open\tend'] }])
})

test.each([
  ['天災・地震補償', 'naturalDisaster'],
  ['基本', 'basic'],
  ['未加入', 'none'],
  ['加入済', null],
  ['○', null],
  ['', null],
  ['？', undefined],
])('insurance %j is %s', (text, plan) => {
  expect(planOf(text)).toBe(plan)
})

test('two hundred lines are read while one types', () => {
  const lines = Array.from({ length: 200 }, (_, index) => [`浜 ${index}郎`, 'はま たろう', '2001/2/3'])
  const before = performance.now()
  expect(read(lines).rows).toHaveLength(200)
  expect(performance.now() - before).toBeLessThan(500)
})
