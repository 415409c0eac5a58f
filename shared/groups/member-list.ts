import { parseDate } from '#shared/core/japanese-date.ts'
import { isKana, tidyText, toHiragana } from '#shared/core/japanese-text.ts'
import { normalisePhone } from '#shared/core/phone-number.ts'
import type { Listed } from '#shared/groups/commands.ts'
import { cellsOf } from '#shared/groups/list-cells.ts'
import { type ColumnKind, guessColumns } from '#shared/groups/list-columns.ts'
import { repeated } from '#shared/groups/rules.ts'

/** Why a cell of a list cannot be taken; the screens have the sentences. */
const listMistakes = [
  'nameMissing',
  'tooLong',
  'kanaUnfit',
  'phoneUnfit',
  'dateUnfit',
  'dateInFuture',
  'insuranceUnclear',
  'twice',
] as const
export type ListMistake = (typeof listMistakes)[number]

/** One person of a list as it was read, with what is wrong with the line. */
export interface ListedRow {
  /** The line of the text, from 1, as a spreadsheet or a sheet of paper counts it. */
  line: number
  said: Listed
  mistakes: ListMistake[]
}

export interface MemberList {
  columns: { kind: ColumnKind; header: string; sample: string }[]
  rows: ListedRow[]
}

type Cells = Partial<Record<ColumnKind, string>>

/** The spreadsheet took the first 0 of a phone number for a number's. */
const phoneOf = (text: string) => normalisePhone(text) ?? normalisePhone(`0${text}`)

const sexes: readonly [RegExp, Listed['sex']][] = [
  [/^(男|男性|m|male)$/i, 'male'],
  [/^(女|女性|f|female)$/i, 'female'],
]

/** What a cell says of the insurance; null is the group's own, undefined cannot be told. */
export function planOf(text: string): Listed['plan'] | undefined {
  if (/(天災|地震|大規模)/.test(text)) return 'naturalDisaster'
  if (/(未|なし|無|^×$|^いいえ$)/.test(text)) return 'none'
  if (/基本/.test(text)) return 'basic'
  return text === '' || /(加入|済|有|あり|^[○〇◯✓]$|^はい$)/.test(text) ? null : undefined
}

const joined = (parts: readonly (string | undefined)[]) =>
  tidyText(parts.filter((part) => part !== undefined && part !== '').join(' '))

interface Reading {
  said: Listed
  mistakes: ListMistake[]
}

const nameIn = (cells: Cells) => tidyText(cells.name ?? '') || joined([cells.familyName, cells.givenName])

const kanaIn = (cells: Cells) =>
  toHiragana(tidyText(cells.nameKana ?? '') || joined([cells.familyKana, cells.givenKana]))

/** Kana, or Latin letters for names of other countries; nothing at all is let pass, and marked. */
const isReadable = (kana: string) => kana === '' || isKana(kana) || /^[\p{Script=Latin}\p{M}\s.,'’・ー-]+$/u.test(kana)

function readName(cells: Cells, { said, mistakes }: Reading): void {
  said.name = nameIn(cells)
  const kana = kanaIn(cells)
  const isTooLong = said.name.length > 60 || kana.length > 60
  if (said.name === '') mistakes.push('nameMissing')
  if (isTooLong) mistakes.push('tooLong')
  if (!isReadable(kana)) mistakes.push('kanaUnfit')
  else if (!isTooLong) said.nameKana = kana
}

function readBirthDate(text: string, today: string, { said, mistakes }: Reading): void {
  const { date, reason } = parseDate(text, today)
  if (date !== null) said.birthDate = date
  else if (reason === 'inFuture') mistakes.push('dateInFuture')
  else if (reason !== 'empty') mistakes.push('dateUnfit')
}

function readPhone(text: string, { said, mistakes }: Reading): void {
  if (text === '') return
  const digits = phoneOf(text)
  if (digits === null) mistakes.push('phoneUnfit')
  else said.phone = digits
}

function readRest(cells: Cells, { said, mistakes }: Reading): void {
  const sex = tidyText(cells.sex ?? '')
  said.sex = sexes.find(([pattern]) => pattern.test(sex))?.[1] ?? 'notSaid'
  said.address = tidyText(cells.address ?? '').slice(0, 200)
  const plan = planOf(tidyText(cells.insurance ?? ''))
  if (plan === undefined) mistakes.push('insuranceUnclear')
  else said.plan = plan
  const skills = tidyText(cells.skills ?? '').split(/[、,，・/／;；]/)
  said.skills = skills.flatMap((skill) => (skill.trim() === '' ? [] : [skill.trim().slice(0, 30)])).slice(0, 20)
}

function readRow(cells: Cells, line: number, today: string): ListedRow {
  const said: Listed = {
    name: '',
    nameKana: '',
    phone: '',
    birthDate: '',
    sex: 'notSaid',
    address: '',
    plan: null,
    skills: [],
  }
  const reading: Reading = { said, mistakes: [] }
  readName(cells, reading)
  readBirthDate(tidyText(cells.birthDate ?? ''), today, reading)
  readPhone(tidyText(cells.phone ?? ''), reading)
  readRest(cells, reading)
  return { line, ...reading }
}

/** Lines without anything but a number are the empty end of a form. */
const saysSomething = (cells: Cells) =>
  Object.entries(cells).some(([kind, text]) => kind !== 'ignore' && text.trim() !== '')

/**
 * Reads a list of people as it is typed, or pasted from a spreadsheet: columns are guessed by their headers and by what
 * stands in them, and `chosen` says what staff decided instead. A line that cannot be read is kept with its mistakes.
 */
export function readMemberList(
  text: string,
  today: string,
  chosen: Readonly<Record<number, ColumnKind>> = {},
): MemberList {
  const lines = cellsOf(text)
  const { kinds: guessed, headerLines } = guessColumns(lines.map(({ cells }) => cells))
  const kinds = guessed.map((kind, index) => chosen[index] ?? kind)
  const body = lines.slice(headerLines)
  const rows = body.flatMap(({ line, cells }) => {
    const named: Cells = {}
    for (const [index, kind] of kinds.entries()) if (kind !== 'ignore') named[kind] ??= cells[index] ?? ''
    return saysSomething(named) ? [readRow(named, line, today)] : []
  })
  const named = rows.filter(({ said }) => said.name !== '')
  for (const { line } of repeated(named.map(({ said }) => said))) named[line]?.mistakes.push('twice')
  const columns = kinds.map((kind, index) => ({
    kind,
    header: headerLines > 0 ? tidyText(lines[headerLines - 1]?.cells[index] ?? '') : '',
    sample: tidyText(body.find(({ cells }) => (cells[index] ?? '').trim() !== '')?.cells[index] ?? ''),
  }))
  return { columns, rows }
}
