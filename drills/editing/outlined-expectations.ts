import { z } from 'zod'
import { amount, clockOfDays, expectation, fraction } from '#drills/core/scenario.ts'
import { amountOf, entriesOf, type Plain, wordOf } from '#drills/editing/plain.ts'
import { checkWords } from '#drills/summary/check-words.ts'
import { timeOfDay } from '#shared/core/fields.ts'
import type { CheckFieldKind, KnownCheck, OutlinedExpectation } from '#shared/practice/scenario-desk.ts'

/** What a form asks for where the file's schema asks for this. */
function kindOf(name: string, field: z.core.$ZodType): CheckFieldKind {
  if (field === amount) return 'amount'
  if (field === clockOfDays || field === timeOfDay) return 'clock'
  if (field === fraction) return 'share'
  if (field instanceof z.ZodNumber) return 'number'
  return name === 'inject' ? 'inject' : 'inFile'
}

/** Every check of the schema with what it asks for, so that a form knows of each that a file may name. */
export const knownChecks: readonly KnownCheck[] = expectation.options.map(({ shape }) => {
  const { check, ...rest } = shape
  const fields: Readonly<Record<string, z.core.$ZodType>> = rest
  return {
    check: check.value,
    title: checkWords[check.value],
    fields: Object.entries(fields).map(([name, field]) => ({ name, kind: kindOf(name, field) })),
  }
})

function valuesOf(item: Plain, fields: KnownCheck['fields']): OutlinedExpectation['values'] {
  const read = fields.flatMap(({ name, kind }) => {
    const value = item[name]
    const said = kind === 'inFile' ? undefined : typeof value === 'string' ? value : amountOf(value)
    return said === undefined ? [] : [[name, said] as const]
  })
  return Object.fromEntries(read)
}

/** What a file expects, as a form shows it. */
export const expectationsOf = ({ expectations }: Plain): OutlinedExpectation[] =>
  entriesOf(expectations).map(({ item, index }) => {
    const check = wordOf(item.check)
    const known = knownChecks.find((one) => one.check === check)
    return { index, check, title: known?.title ?? check, values: valuesOf(item, known?.fields ?? []) }
  })
