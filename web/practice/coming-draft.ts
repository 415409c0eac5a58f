import type { OutlinedArrivals, WrittenArrivals } from '#shared/practice/scenario-desk.ts'
import type { Read } from '#web/practice/edit-form.tsx'
import { amountIn, clockIn, typedAmount } from '#web/practice/expectation-draft.ts'
import { numberIn } from '#web/practice/inject-draft.ts'
import { editorTexts as words } from '#web/texts/scenario-editor.ts'

export interface ComingRow {
  /** Its place in the file; null where it is new. */
  index: number | null
  from: string
  to: string
  least: string
  most: string
}

/** Who comes, as it is typed. */
export interface ComingDraft {
  rows: ComingRow[]
  /** How many of each kind, or their shares. */
  kinds: string[]
}

export const draftOf = ({ arrivals, kinds }: OutlinedArrivals): ComingDraft => ({
  rows: arrivals.map(({ index, from, to, people }) => ({ index, from, to, ...typedAmount(people) })),
  kinds: kinds.map(({ value }) => String(value)),
})

const at = (row: number, field: string) => `rows.${row}.${field}`

export const writtenBy =
  ({ kinds }: OutlinedArrivals) =>
  (draft: ComingDraft): Read<WrittenArrivals> => {
    const faults: Record<string, string> = {}
    const arrivals = draft.rows.map(({ index, from, to, least, most }, row) => {
      const [begins, ends, people] = [clockIn(from), clockIn(to), amountIn(least, most)]
      if (begins === null) faults[at(row, 'from')] = words.timeUnfit
      if (ends === null) faults[at(row, 'to')] = words.timeUnfit
      if (people === null) faults[at(row, 'people')] = words.numberUnfit
      return { index, from: begins ?? '', to: ends ?? '', people: people ?? 0 }
    })
    const values = kinds.map((kind, place) => {
      const value = numberIn(draft.kinds[place] ?? '')
      if (value === null) faults[`kinds.${place}`] = words.numberUnfit
      return { ...kind, value: value ?? 0 }
    })
    if (Object.keys(faults).length > 0) return { written: null, faults }
    return { written: { arrivals, kinds: values }, faults: null }
  }

/** Rows stand in the form as they will in the file: those that stay first, and what is new at the end. */
export function fieldOf(path: string): string | undefined {
  const row = /^volunteers\.arrivals\.(\d+)\.(from|to|people)/.exec(path)
  if (row) return at(Number(row[1]), row[2] ?? '')
  const kind = /^volunteers\.kinds\.(\d+)\./.exec(path)
  return kind ? `kinds.${kind[1]}` : undefined
}
