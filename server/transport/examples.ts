/** A JSON Schema as zod writes it: only what an example is made from. */
export interface Shape {
  type?: string
  format?: string
  pattern?: string
  enum?: readonly unknown[]
  const?: unknown
  default?: unknown
  minimum?: number
  exclusiveMinimum?: number
  minItems?: number
  minLength?: number
  maxLength?: number
  properties?: Readonly<Record<string, Shape>>
  required?: readonly string[]
  items?: Shape
  anyOf?: readonly Shape[]
  oneOf?: readonly Shape[]
}

const exampleId = '01930000-0000-7000-8000-000000000001'

/** What a field of that form holds, whatever it is called. */
const byFormat: Readonly<Record<string, string>> = {
  uuid: exampleId,
  'date-time': '2026-11-23T00:30:00.000Z',
  date: '2026-11-23',
  email: 'hanako@example.jp',
  uri: 'http://192.168.0.5:8080',
}

/** What such a field is likely to hold, for whoever reads the example; the first that fits the schema is taken. */
const byName: readonly (readonly [name: RegExp, value: string])[] = [
  [/kana/i, 'かなざわ はなこ'],
  [/deskName/i, 'reception'],
  [/profileName/i, 'standard'],
  [/(^|[a-z])name$|surveyedBy|decidedBy|fromWhom|toWhom/i, '金沢 花子'],
  [/phone/i, '0457800000'],
  [/email/i, 'hanako@example.jp'],
  [/townId/i, 'deiki-2'],
  [/address/i, '1-2'],
  [/postalCode/i, '2360021'],
  [/place/i, 'いきいきセンター金沢'],
  [/work/i, '床下の泥を出す'],
  [/tools/i, 'スコップ'],
  [/because/i, '区の災害対策本部へ報告するため'],
  [/consentVersion/i, '2026-11'],
  [/origin/i, 'http://192.168.0.5:8080'],
  [/date$|on$|day$/i, '2026-11-23'],
  [/pin$/i, '123456'],
  [/code$/i, 'ABCD-1234'],
  [/token/i, '0123456789abcdef0123456789abcdef'],
  [/number/i, '1'],
]

/** Values that fit the patterns used here; a new pattern needs one of its own, and a test says so. */
const byPattern = [
  '',
  '金沢',
  '123456',
  '09:30',
  '2026-11-23',
  '0457800000',
  'http://192.168.0.5:8080',
  'かなざわ',
  exampleId,
  '0123456789abcdef'.repeat(2),
]

function fits(value: string, { pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY }: Shape): boolean {
  if (value.length < minLength || value.length > maxLength) return false
  return pattern === undefined || new RegExp(pattern, 'u').test(value)
}

function text(shape: Shape, name: string): string {
  const known = byFormat[shape.format ?? '']
  if (known !== undefined) return known
  const likely = byName.filter(([word]) => word.test(name)).map(([, value]) => value)
  const long = 'あ'.repeat(shape.minLength ?? 0)
  return [...likely, '', ...byPattern, long].find((value) => fits(value, shape)) ?? ''
}

function object({ properties = {}, required = [] }: Shape): Record<string, unknown> {
  const wanted = Object.entries(properties).filter(([name, { default: usual }]) => {
    return required.includes(name) && usual === undefined
  })
  return Object.fromEntries(wanted.map(([name, shape]) => [name, exampleOf(shape, name)]))
}

/** The smallest number that is allowed, or 1 where nothing speaks against it. */
function number({ minimum = 0, exclusiveMinimum }: Shape): number {
  return exclusiveMinimum === undefined ? Math.max(minimum, 1) : Math.floor(exclusiveMinimum) + 1
}

const byType: Readonly<Record<string, (shape: Shape, name: string) => unknown>> = {
  string: text,
  object,
  number,
  integer: number,
  boolean: () => false,
  null: () => null,
  array: (shape, name) => {
    const count = Math.max(shape.minItems ?? 0, /ids$/i.test(name) ? 0 : 1)
    return Array.from({ length: count }, () => exampleOf(shape.items ?? {}, name))
  },
}

/** A value that fits a schema, as somebody who tries the interface would type it. */
export function exampleOf(shape: Shape, name = ''): unknown {
  const given = [shape.const, shape.default, shape.enum?.[0]].find((value) => value !== undefined)
  if (given !== undefined) return given
  const [branch] = shape.anyOf ?? shape.oneOf ?? []
  if (branch) return exampleOf(branch, name)
  return byType[shape.type ?? '']?.(shape, name) ?? null
}
