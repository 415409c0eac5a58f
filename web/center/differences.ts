import type { Outcome } from '#web/core/send.ts'
import { bothTexts as words } from '#web/texts/both-texts.ts'

/** What the form calls its fields; one without a label is not compared. */
export type Labels<T> = Partial<Record<keyof T & string, string>>

export interface Difference<T> {
  key: string
  label: string
  mine: string
  theirs: string
  /** What to change in the form for the other's text to stand there. */
  taken: Partial<T>
}

/** Whether an act was refused because somebody else had written the same since. */
export const wasSecond = (outcome: Outcome): boolean =>
  outcome.kind === 'refused' && /changedMeanwhile$/i.test(outcome.problem.code)

type Values = Readonly<Record<string, string>>

function textOf(value: unknown, values: Values): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'string') return value === '' ? words.empty : (values[value] ?? value)
  return typeof value === 'number' ? String(value) : textOfAll(value, values)
}

function textOfAll(several: unknown, values: Values): string {
  const texts = Object.values(several ?? {}).map((one) => textOf(one, values))
  return texts.join(Array.isArray(several) ? '、' : ' ') || words.empty
}

interface Compared<T> {
  mine: T
  theirs: T
  labels: Labels<T>
  values?: Values | undefined
}

/** The fields in which a form and the record as it is now are not the same, in the order of the form. */
export function differences<T extends object>({ mine, theirs, labels, values = {} }: Compared<T>): Difference<T>[] {
  return Object.entries<string | undefined>(labels).flatMap(([key, label]) => {
    const [here, there] = [Reflect.get(mine, key), Reflect.get(theirs, key)]
    const texts = { mine: textOf(here, values), theirs: textOf(there, values) }
    if (label === undefined || texts.mine === texts.theirs) return []
    // The key is one of the form's own, and the value is of its sort.
    const taken = { [key]: there } as Partial<T>
    return [{ key, label, ...texts, taken }]
  })
}
