import { searchKey } from '#shared/core/japanese-text.ts'

/** What a column of a volunteer list can mean, and the headings under which councils write it (field guide 2.1). */
const personHeadings = {
  number: ['登録番号', '会員番号', '番号', 'no', 'id'],
  name: ['氏名', '名前', 'お名前', '姓名'],
  nameKana: ['ふりがな', 'フリガナ', 'かな', '氏名かな', '氏名ふりがな', 'よみ', '読み'],
  phone: ['電話', '電話番号', '携帯', '携帯電話', '携帯番号', 'tel', '連絡先'],
  birthDate: ['生年月日', '誕生日', '生まれ'],
  sex: ['性別'],
  email: ['メール', 'メールアドレス', 'email', 'eメール'],
  postalCode: ['郵便番号', '郵便'],
  address: ['住所', '現住所'],
  affiliation: ['所属', '団体', '団体名', '学校', '勤務先'],
  skills: ['特技', '資格', '特技資格', '資格特技', 'できること'],
  licences: ['免許', '運転免許'],
  vehicle: ['車', '車両', '使える車', '軽トラック'],
  experience: ['災害ボランティア経験', '経験', '活動経験'],
  areas: ['地域', '活動地域', '活動できる地域'],
  days: ['曜日', '活動できる曜日', '活動日'],
  tools: ['道具', '持っている道具', '資機材'],
  languages: ['言語', '話せる言語', '外国語'],
  insurance: ['保険', 'ボランティア保険', 'ボランティア活動保険', '保険プラン'],
  insuranceYear: ['保険年度', '加入年度'],
  note: ['備考', '特記', '特記事項', 'メモ'],
} as const

/** What a column of a list of groups can mean: the group, and who leads it and how they are reached. */
const groupHeadings = {
  number: ['登録番号', '団体番号', '番号', 'no', 'id'],
  name: ['団体名', '団体', 'グループ名', '名称'],
  nameKana: ['団体名ふりがな', '団体名かな', '団体名よみ', 'ふりがな', 'かな', 'よみ'],
  kind: ['種別', '団体種別', '種類', '区分'],
  leaderName: ['代表者', '代表者名', '代表者氏名', '代表', '責任者', '責任者名', '担当者', '担当者名'],
  leaderKana: ['代表者ふりがな', '代表者かな', '責任者ふりがな', '責任者かな', '担当者ふりがな', '担当者かな'],
  phone: [...personHeadings.phone, '代表電話', '代表者電話', '代表者電話番号'],
  headcount: ['人数', 'いつもの人数', '参加人数', '会員数'],
  email: personHeadings.email,
  address: ['住所', '所在地', '代表者住所'],
  skills: [...personHeadings.skills, '活動内容'],
  vehicles: ['車', '車両', '使える車'],
  areas: personHeadings.areas,
  days: personHeadings.days,
  tools: personHeadings.tools,
  insurance: personHeadings.insurance,
  insuranceYear: personHeadings.insuranceYear,
  note: personHeadings.note,
} as const

export type PersonField = keyof typeof personHeadings
export type GroupField = keyof typeof groupHeadings
export type ImportField = PersonField | GroupField

/** Whom a list names: persons, or groups with their leaders. */
export const importKinds = ['person', 'group'] as const
export type ImportKind = (typeof importKinds)[number]

type Headings = Partial<Record<ImportField, readonly string[]>>
const headingsOf: Record<ImportKind, Headings> = { person: personHeadings, group: groupHeadings }

export const importFields = {
  person: Object.keys(personHeadings) as PersonField[],
  group: Object.keys(groupHeadings) as GroupField[],
}

/** Without these nobody can be told from another, or nobody is answerable; a file that lacks one is not taken. */
export const neededFields = {
  person: ['name', 'nameKana', 'phone', 'birthDate'] as const satisfies readonly PersonField[],
  group: ['name', 'leaderName', 'phone', 'headcount'] as const satisfies readonly GroupField[],
}

/** A heading as lists have it, the first of its field. */
export const headingOf = (kind: ImportKind, field: ImportField): string => headingsOf[kind][field]?.[0] ?? field

const fieldsByHeading = (kind: ImportKind): ReadonlyMap<string, ImportField> =>
  new Map(
    importFields[kind].flatMap((field) =>
      (headingsOf[kind][field] ?? []).map((heading) => [searchKey(heading), field] as const),
    ),
  )
const fieldOfHeading = { person: fieldsByHeading('person'), group: fieldsByHeading('group') }

/** The columns of a file: which field each is, which are passed over, and what is wrong with the whole. */
export interface ImportColumns {
  kind: ImportKind
  fields: readonly (ImportField | null)[]
  /** Headings that mean nothing here; their columns are left out and named to the person. */
  ignored: readonly string[]
  missing: readonly ImportField[]
  /** Fields that two columns claim: which one is true only the person knows. */
  doubled: readonly { field: ImportField; headings: readonly string[] }[]
}

/** Only persons have a date of birth; 団体名 beside it is where that person belongs. */
function kindOf(head: readonly string[]): ImportKind {
  const asPerson = head.map((heading) => fieldNamed('person', heading))
  if (asPerson.includes('birthDate')) return 'person'
  const asGroup = head.map((heading) => fieldNamed('group', heading))
  return asGroup.includes('name') && (asGroup.includes('leaderName') || !asPerson.includes('name')) ? 'group' : 'person'
}

/** Reads the head row of a list. Brackets after a heading, as in 電話（携帯）, make no difference. */
export function readColumns(head: readonly string[]): ImportColumns {
  const kind = kindOf(head)
  const fields = head.map((heading) => fieldNamed(kind, heading))
  const claims = new Map<ImportField, string[]>()
  for (const [index, field] of fields.entries())
    if (field !== null) claims.set(field, [...(claims.get(field) ?? []), head[index] ?? ''])
  return {
    kind,
    fields,
    ignored: head.filter((heading, index) => heading.trim() !== '' && fields[index] === null),
    missing: neededFields[kind].filter((field) => !claims.has(field)),
    doubled: [...claims].flatMap(([field, own]) => (own.length > 1 ? [{ field, headings: own }] : [])),
  }
}

function fieldNamed(kind: ImportKind, heading: string): ImportField | null {
  const fields = fieldOfHeading[kind]
  return fields.get(searchKey(heading)) ?? fields.get(searchKey(heading.replace(/[（(].*$/, ''))) ?? null
}
