import fc from 'fast-check'
import { z } from 'zod'
import { exampleOf, type Shape } from '#server/transport/examples.ts'
import { newId } from '#shared/core/ids.ts'

/** A JSON Schema as zod writes it, with what a random value is made from. */
export interface WideShape extends Omit<Shape, 'items' | 'anyOf' | 'oneOf' | 'properties'> {
  maximum?: number
  maxItems?: number
  items?: WideShape
  anyOf?: readonly WideShape[]
  oneOf?: readonly WideShape[]
  allOf?: readonly WideShape[]
  additionalProperties?: boolean | WideShape
  properties?: Readonly<Record<string, WideShape>>
}

/** Texts that somebody types, and texts that nobody should; those that fit a field's form are tried in it. */
const texts = [
  '',
  ' ',
  '金沢',
  'かなざわ はなこ',
  '123456',
  '09:30',
  '23:59',
  '2026-11-23',
  '2024-02-29',
  '0457800000',
  '1-2',
  '2360021',
  'reception',
  'dispatch',
  'standard',
  'http://192.168.0.5:8080',
  '=1+1',
  '<img src=x onerror=1>',
  "'; drop table staff; --",
  '../../etc/passwd',
  '%00%c0%ae',
  '__proto__',
  'constructor',
  '\u0000',
  '\ud800',
  '\u202eさ',
  '👩‍👩‍👧‍👦',
  '"*" NEAR("a" "b") OR -- ^',
  '9'.repeat(300),
  'あ'.repeat(200),
  'x'.repeat(3000),
  '0123456789abcdef'.repeat(2),
]

const days = ['2026-11-23', '2024-02-29', '0001-01-01', '1868-01-25', '9999-12-31']
const formats: Readonly<Record<string, readonly string[]>> = {
  date: days,
  'date-time': days.map((day) => `${day}T23:59:59.999Z`),
  email: ['a@example.jp', 'x+y@example.co.jp'],
}

export function fitsForm(
  value: string,
  { pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY }: WideShape,
): boolean {
  if (value.length < minLength || value.length > maxLength) return false
  return pattern === undefined || new RegExp(pattern, 'u').test(value)
}

function textArbitrary(shape: WideShape, name: string, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (shape.format === 'uuid') return fc.oneof(fc.constantFrom(...ids), fc.uuid())
  const pool = formats[shape.format ?? ''] ?? texts.filter((text) => fitsForm(text, shape))
  return fc.constantFrom(exampleOf(shape as Shape, name), ...pool)
}

function numberArbitrary({ type, minimum = -1e15, maximum = 1e15, exclusiveMinimum }: WideShape) {
  const min = Math.max(exclusiveMinimum === undefined ? minimum : exclusiveMinimum + 1, -1e15)
  const max = Math.max(min, Math.min(maximum, 1e15))
  const whole = fc.integer({ min: Math.max(Math.ceil(min), -(2 ** 31)), max: Math.min(Math.floor(max), 2 ** 31 - 1) })
  return type === 'integer'
    ? fc.oneof(whole, fc.constantFrom(Math.ceil(min), Math.floor(max)))
    : fc.oneof(whole, fc.double({ min, max, noNaN: true }))
}

function objectArbitrary(shape: WideShape, ids: readonly string[]): fc.Arbitrary<unknown> {
  const { properties = {}, required = [] } = shape
  const fields = Object.entries(properties).map(([name, one]) => [name, arbitraryOf(one, name, ids)] as const)
  const requiredKeys = required.filter((name) => name in properties)
  return fc.record(Object.fromEntries(fields), { requiredKeys, noNullPrototype: true })
}

const byType: Readonly<
  Record<string, (shape: WideShape, name: string, ids: readonly string[]) => fc.Arbitrary<unknown>>
> = {
  string: textArbitrary,
  number: numberArbitrary,
  integer: numberArbitrary,
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
  array: (shape, name, ids) => {
    const minLength = shape.minItems ?? 0
    const maxLength = Math.max(minLength, Math.min(shape.maxItems ?? 4, minLength + 4))
    return fc.array(arbitraryOf(shape.items ?? {}, name, ids), { minLength, maxLength })
  },
  object: (shape, _name, ids) => objectArbitrary(shape, ids),
}

function arbitraryOf(shape: WideShape, name: string, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (shape.const !== undefined) return fc.constant(shape.const)
  if (shape.enum) return fc.constantFrom(...shape.enum)
  const branches = shape.anyOf ?? shape.oneOf
  if (branches) return fc.oneof(...branches.map((one) => arbitraryOf(one, name, ids)))
  if (shape.allOf)
    return fc
      .tuple(...shape.allOf.map((one) => arbitraryOf(one, name, ids)))
      .map((all) => Object.assign({}, ...all) as unknown)
  return byType[shape.type ?? '']?.(shape, name, ids) ?? fc.jsonValue()
}

/** Values that no field expects. */
const odd: readonly unknown[] = [
  null,
  -1,
  0,
  1e308,
  2 ** 53,
  0.1,
  true,
  '',
  '\u0000',
  '\ud800',
  'x'.repeat(50_000),
  [],
  {},
  [[[[[[]]]]]],
  Array.from({ length: 3000 }, () => 'x'),
  JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":1},"toString":null}'),
]

/** Puts another value in the place of one that lies `at` somewhere inside. */
function spoil(value: unknown, at: number, other: unknown): unknown {
  if (typeof value !== 'object' || value === null) return other
  const keys = Object.keys(value)
  const key = keys[at % Math.max(1, keys.length)]
  if (key === undefined) return other
  const inner: unknown = Reflect.get(value, key)
  const deeper = at % 3 !== 0 && typeof inner === 'object' && inner !== null
  const put = deeper ? spoil(inner, Math.floor(at / 3), other) : other
  return Array.isArray(value)
    ? value.map((one: unknown, index) => (String(index) === key ? put : one))
    : { ...value, [key]: put }
}

/** Values as a shape wants them, and as often with a wrong part. */
export function likeShape(shape: WideShape): fc.Arbitrary<unknown> {
  const valid = arbitraryOf(shape, '', [newId()])
  return fc.oneof(valid, spoiled(valid))
}

const spoiled = (valid: fc.Arbitrary<unknown>) =>
  fc.tuple(valid, fc.nat(10_000), fc.constantFrom(...odd)).map(([value, at, other]) => spoil(value, at, other))

/** Random values for a schema: three of five as it wants them, one with a wrong part, one that is anything. */
export function valuesFor(schema: z.ZodType, ids: readonly string[], count: number, validCount = count): unknown[] {
  const shape = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input', unrepresentable: 'any' }) as WideShape
  const valid = arbitraryOf(shape, '', ids)
  const wrong = spoiled(valid)
  const sample = (arbitrary: fc.Arbitrary<unknown>, numRuns: number) =>
    numRuns > 0 ? fc.sample(arbitrary, { numRuns, seed: count }) : []
  const valids = Math.min(validCount, Math.ceil(count * 0.6))
  const anything = Math.floor(count * 0.2)
  const junk = fc.oneof(fc.jsonValue(), fc.constantFrom(...odd))
  return [...sample(valid, valids), ...sample(wrong, count - valids - anything), ...sample(junk, anything)]
}

export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...texts),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

/** What a value becomes in an address; half a sign that stands alone cannot be written there. */
export const inAddress = (text: string) => encodeURIComponent(text.toWellFormed())
