import { z } from 'zod'
import { notAllowed } from '#shared/core/problems.ts'
import { type RecordKind, type RecordOf, records } from '#shared/records.ts'

const kindOf = new Map(Object.entries(records).map(([kind, schema]) => [schema as z.ZodType, kind as RecordKind]))

type IsShown = (kind: RecordKind, record: RecordOf<RecordKind>) => boolean

/** The schemas that a schema is made of: entries, fields, choices. */
function partsOf(schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodObject) return Object.values<z.ZodType>(schema.shape)
  if (schema instanceof z.ZodArray) return [schema.element as z.ZodType]
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return [schema.unwrap() as z.ZodType]
  if (schema instanceof z.ZodUnion) return [...(schema.options as readonly z.ZodType[])]
  return []
}

/** The kinds of which an answer has whole records, as its schema says. */
export function kindsIn(schema: z.ZodType): RecordKind[] {
  const kind = kindOf.get(schema)
  return kind ? [kind] : partsOf(schema).flatMap(kindsIn)
}

const holdsRecords = new WeakMap<z.ZodType, boolean>()

function hasRecords(schema: z.ZodType): boolean {
  const known = holdsRecords.get(schema)
  if (known !== undefined) return known
  const found = kindsIn(schema).length > 0
  holdsRecords.set(schema, found)
  return found
}

/** Whether this is a record that the asker may not be shown. */
function isHidden(schema: z.ZodType, value: unknown, isShown: IsShown): boolean {
  const kind = kindOf.get(schema)
  return kind !== undefined && !isShown(kind, value as RecordOf<RecordKind>)
}

function fieldsShown(shape: Readonly<Record<string, z.ZodType>>, value: object, isShown: IsShown): object {
  const fields = Object.entries(value).map(([name, field]) => {
    const schema = shape[name]
    return [name, schema ? shownOf(schema, field, isShown) : field] as const
  })
  return Object.fromEntries(fields)
}

/** What stands within: a list, a choice, or something that may be missing. */
function innerShown(schema: z.ZodType, value: unknown, isShown: IsShown): unknown {
  if (schema instanceof z.ZodUnion) {
    const option = partsOf(schema).find((one) => one.safeParse(value).success)
    return option ? shownOf(option, value, isShown) : value
  }
  const [inner] = partsOf(schema)
  if (!inner) return value
  if (Array.isArray(value))
    return value.filter((one) => !isHidden(inner, one, isShown)).map((one) => shownOf(inner, one, isShown))
  return isHidden(inner, value, isShown) ? null : shownOf(inner, value, isShown)
}

/**
 * An answer as its asker may have it: of a list of records those that are theirs to see, null where a record may be
 * missing; where it belongs to what was asked for, all is refused.
 */
export function shownOf(schema: z.ZodType, value: unknown, isShown: IsShown): unknown {
  if (!hasRecords(schema) || value === null || value === undefined) return value
  if (isHidden(schema, value, isShown)) throw notAllowed({})
  if (kindOf.has(schema)) return value
  return schema instanceof z.ZodObject ? fieldsShown(schema.shape, value, isShown) : innerShown(schema, value, isShown)
}
