import { parseDate } from '#shared/core/japanese-date.ts'
import { isKana } from '#shared/core/japanese-text.ts'
import { normalisePhone } from '#shared/core/phone-number.ts'

/** What a column of a group's list (名簿, field guide 2.2) holds. */
export const columnKinds = [
  'name',
  'familyName',
  'givenName',
  'nameKana',
  'familyKana',
  'givenKana',
  'sex',
  'birthDate',
  'phone',
  'address',
  'insurance',
  'skills',
  'ignore',
] as const
export type ColumnKind = (typeof columnKinds)[number]

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s()【】「」*※:]/g, '')
    .toLowerCase()

/** What headers say, the narrower word first. */
const headers: readonly [RegExp, ColumnKind][] = [
  [/^(セイ|せい|姓(ふりがな|カナ|かな|よみ))$/, 'familyKana'],
  [/^(メイ|めい|名(ふりがな|カナ|かな|よみ))$/, 'givenKana'],
  [/(ふりがな|フリガナ|かな|カナ|よみ|読み)/, 'nameKana'],
  [/^(姓|苗字|名字|lastname|familyname)$/, 'familyName'],
  [/^(名|firstname|givenname)$/, 'givenName'],
  [/(氏名|名前|参加者|隊員|生徒名|学生名|^name$)/, 'name'],
  [/(性別|男女)/, 'sex'],
  [/(生年月日|誕生日|生年)/, 'birthDate'],
  [/(携帯|電話|tel|連絡先|phone)/, 'phone'],
  [/(住所|所在地)/, 'address'],
  [/保険/, 'insurance'],
  [/(資格|特技|免許|技能)/, 'skills'],
  [/^(no|番号|#|学籍番号|学年|年齢|備考|団体名?|所属)\.?$/, 'ignore'],
]

const headerKind = (cell: string): ColumnKind | undefined => headers.find(([word]) => word.test(plain(cell)))?.[1]

/** What cells look like, the surer look first; the share of filled cells that must look so is half. */
const looks: readonly [ColumnKind, (cell: string) => boolean][] = [
  ['sex', (cell) => /^(男|女|男性|女性|m|f|male|female)$/i.test(cell)],
  ['birthDate', (cell) => parseDate(cell).reason !== 'notADate'],
  ['phone', (cell) => (normalisePhone(cell) ?? normalisePhone(`0${cell}`)) !== null],
  ['ignore', (cell) => /^[\d.\-/()\s]+$/.test(cell)],
  ['insurance', (cell) => /^(天災|基本|未?加入|加入済|済|有|無|なし|あり)/.test(cell) || /^[○〇◯×]$/.test(cell)],
  ['nameKana', (cell) => isKana(cell)],
  ['address', (cell) => /.(都|道|府|県|市|区|町|村)./.test(cell) && cell.length > 6],
]

function lookOf(cells: readonly string[]): ColumnKind | undefined {
  const filled = cells.map((cell) => cell.normalize('NFKC').trim()).filter((cell) => cell !== '')
  if (filled.length === 0) return 'ignore'
  return looks.find(([, looksSo]) => filled.filter(looksSo).length * 2 > filled.length)?.[0]
}

/** A column that nothing names is the name, unless there is one; what comes after is left out. */
function withName(kinds: readonly (ColumnKind | undefined)[]): ColumnKind[] {
  const isNamed = kinds.includes('name') || kinds.includes('familyName')
  const first = kinds.indexOf(undefined)
  const named = kinds.map((kind, index) => kind ?? (index === first && !isNamed ? 'name' : 'ignore'))
  // Names in kana alone are names too.
  const kana = named.indexOf('nameKana')
  const lacksName = !named.includes('name') && !named.includes('familyName')
  return lacksName && kana >= 0 ? named.with(kana, 'name') : named
}

const once = (kinds: readonly ColumnKind[]): ColumnKind[] =>
  kinds.map((kind, index) => (kinds.indexOf(kind) === index ? kind : 'ignore'))

/** A title may stand above the headers; further down is no header any more. */
const linesLookedAt = 5

/** Guesses what the columns of a table hold, and how many lines at its top are no people. */
export function guessColumns(table: readonly (readonly string[])[]): { kinds: ColumnKind[]; headerLines: number } {
  const width = Math.max(0, ...table.map((cells) => cells.length))
  const columns = Array.from({ length: width }, (_, index) => index)
  const wanted = Math.min(2, width)
  const at = table.slice(0, linesLookedAt).findIndex((cells) => {
    const known = cells.filter((cell) => headerKind(cell) !== undefined)
    return known.length >= wanted && cells.some((cell) => /name|kana/i.test(headerKind(cell) ?? ''))
  })
  const body = table.slice(at + 1)
  const kinds = columns.map(
    (index) => headerKind(at < 0 ? '' : (table[at]?.[index] ?? '')) ?? lookOf(body.map((cells) => cells[index] ?? '')),
  )
  return { kinds: once(withName(kinds)), headerLines: at + 1 }
}
