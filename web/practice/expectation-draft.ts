import type {
  CheckFieldKind,
  KnownCheck,
  OutlinedExpectation,
  WrittenAmount,
  WrittenExpectation,
} from '#shared/practice/scenario-desk.ts'
import type { Read } from '#web/practice/edit-form.tsx'
import { numberIn } from '#web/practice/inject-draft.ts'
import { editorTexts as words } from '#web/texts/scenario-editor.ts'
import { partTexts as t } from '#web/texts/scenario-parts.ts'
import { readTypedTime } from '#web/ui/typed-time.ts'

/** An expectation as it is typed: its check, and its figures by their names; of an amount its two ends. */
export interface ExpectationDraft {
  check: string
  values: Record<string, string>
}

/** The upper end of an amount; empty where it is one number. */
export const mostOf = (name: string): string => `${name}.most`

export function typedAmount(value: WrittenAmount | undefined): { least: string; most: string } {
  if (value === undefined) return { least: '', most: '' }
  return typeof value === 'number'
    ? { least: String(value), most: '' }
    : { least: String(value.min), most: String(value.max) }
}

/** Where what is said of a figure is found. */
export const faultAt = (name: string): string => `values.${name}`

/** So many, or between two numbers; null where one of them is none. */
export function amountIn(least: string, most: string): WrittenAmount | null {
  const [min, max] = [numberIn(least), most.trim() === '' ? undefined : numberIn(most)]
  if (min === null || max === null) return null
  return max === undefined || max === min ? min : { min, max }
}

/** A time of the scenario's days as people type it, `+1 930` on the second. */
export function clockIn(typed: string): string | null {
  const [, day = '', time = ''] = /^(\+[1-6] )?(.*)$/.exec(typed.normalize('NFKC').trim()) ?? []
  const read = readTypedTime(time)
  return read === null ? null : `${day}${read}`
}

export function draftOf(expectation: OutlinedExpectation | undefined): ExpectationDraft {
  if (!expectation) return { check: '', values: {} }
  const values = Object.entries(expectation.values).flatMap(([name, value]): [string, string][] => {
    if (typeof value === 'string') return [[name, value]]
    const { least, most } = typedAmount(value)
    return [
      [name, least],
      [mostOf(name), most],
    ]
  })
  return { check: expectation.check, values: Object.fromEntries(values) }
}

type Value = WrittenExpectation['values'][string]

function readFigure(kind: CheckFieldKind, typed: string, most: string): Value | { fault: string } {
  if (kind === 'inject') return typed === '' ? { fault: words.otherMissing } : typed
  if (kind === 'clock') return clockIn(typed) ?? { fault: words.timeUnfit }
  if (kind === 'amount') return amountIn(typed, most) ?? { fault: words.numberUnfit }
  return numberIn(typed) ?? { fault: words.numberUnfit }
}

const isFault = (value: Value | { fault: string }): value is { fault: string } =>
  typeof value === 'object' && 'fault' in value

export const writtenBy =
  (checks: readonly KnownCheck[]) =>
  ({ check, values }: ExpectationDraft): Read<WrittenExpectation> => {
    const known = checks.find((one) => one.check === check)
    if (!known) return { written: null, faults: { check: t.checkMissing } }
    const read = known.fields.map(
      ({ name, kind }) => [name, readFigure(kind, values[name] ?? '', values[mostOf(name)] ?? '')] as const,
    )
    const faults = Object.fromEntries(
      read.flatMap(([name, value]) => (isFault(value) ? [[faultAt(name), value.fault]] : [])),
    )
    if (Object.keys(faults).length > 0) return { written: null, faults }
    return { written: { check, values: Object.fromEntries(read) as WrittenExpectation['values'] }, faults: null }
  }

export function fieldOf(path: string): string | undefined {
  const field = /^expectations\.\d+\.(\w+)/.exec(path)?.[1]
  return field === undefined || field === 'check' ? field : faultAt(field)
}
