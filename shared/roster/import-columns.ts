import { searchKey } from '#shared/core/japanese-text.ts'

/** What a column of a volunteer list can mean, and the headings under which councils write it (field guide 2.1). */
const headings = {
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

export type ImportField = keyof typeof headings
export const importFields = Object.keys(headings) as ImportField[]

/** Without these nobody can be told from another; a file that lacks one of them is not taken. */
export const neededFields = ['name', 'nameKana', 'phone', 'birthDate'] as const satisfies readonly ImportField[]

/** A heading as lists have it, the first of its field. */
export const headingOf = (field: ImportField): string => headings[field][0]

const fieldOfHeading = new Map(
  importFields.flatMap((field) => headings[field].map((heading) => [searchKey(heading), field] as const)),
)

/** The columns of a file: which field each is, which are passed over, and what is wrong with the whole. */
export interface ImportColumns {
  fields: readonly (ImportField | null)[]
  /** Headings that mean nothing here; their columns are left out and named to the person. */
  ignored: readonly string[]
  missing: readonly ImportField[]
  /** Fields that two columns claim: which one is true only the person knows. */
  doubled: readonly { field: ImportField; headings: readonly string[] }[]
}

/** Reads the head row of a list. Brackets after a heading, as in 電話（携帯）, make no difference. */
export function readColumns(head: readonly string[]): ImportColumns {
  const fields = head.map((heading) => fieldNamed(heading))
  const claims = new Map<ImportField, string[]>()
  for (const [index, field] of fields.entries())
    if (field !== null) claims.set(field, [...(claims.get(field) ?? []), head[index] ?? ''])
  return {
    fields,
    ignored: head.filter((heading, index) => heading.trim() !== '' && fields[index] === null),
    missing: neededFields.filter((field) => !claims.has(field)),
    doubled: [...claims].flatMap(([field, own]) => (own.length > 1 ? [{ field, headings: own }] : [])),
  }
}

function fieldNamed(heading: string): ImportField | null {
  const whole = fieldOfHeading.get(searchKey(heading))
  return whole ?? fieldOfHeading.get(searchKey(heading.replace(/[（(].*$/, ''))) ?? null
}
