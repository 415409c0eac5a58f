import type { NeedsPolicy } from '#shared/center/profile.ts'
import { limits } from '#shared/needs/limits.ts'
import { fieldWords } from '#shared/texts/need-words.ts'
import type { NeedDraft } from '#web/needs/need-draft.ts'
import { needsWords } from '#web/texts/needs.ts'

/** What every part of the sheet is given. */
export interface SheetPart {
  draft: NeedDraft
  change: (part: Partial<NeedDraft>) => void
  policy: NeedsPolicy
  /** Sentences beside fields: what is to be put right, or what someone else wrote meanwhile. */
  errors: Readonly<Record<string, string>>
  /** While a need is taken down everything is asked; channel and survey are not written anew afterwards. */
  isNew: boolean
}

type TextKey = {
  [K in keyof NeedDraft & keyof typeof fieldWords]: NeedDraft[K] extends string ? K : never
}[keyof NeedDraft & keyof typeof fieldWords]

/** The properties of a text field that belongs to one entry of the sheet. */
export function bound({ draft, change, errors }: SheetPart, key: TextKey) {
  return {
    name: key,
    label: fieldWords[key],
    value: String(draft[key]),
    onInput: (value: string) => change({ [key]: value }),
    error: errors[key],
  }
}

type CheckKey = {
  [K in keyof NeedDraft & keyof typeof fieldWords]: NeedDraft[K] extends boolean ? K : never
}[keyof NeedDraft & keyof typeof fieldWords]

export function checked({ draft, change, errors }: SheetPart, key: CheckKey) {
  return {
    name: key,
    label: fieldWords[key],
    checked: draft[key],
    onChange: (value: boolean) => change({ [key]: value }),
    error: errors[key],
  }
}

/** Options in the order of the words. */
export function optionsOf<K extends string>(words: Readonly<Record<K, string>>) {
  return Object.entries<string>(words).map(([value, label]) => ({ value, label }))
}

/** The properties of a choice that belongs to one entry of the sheet. */
export function chosen<K extends string>(
  part: SheetPart,
  key: keyof typeof fieldWords,
  value: K,
  words: Readonly<Record<K, string>>,
) {
  return {
    name: key,
    label: fieldWords[key],
    value,
    options: optionsOf(words),
    onChange: (next: string) => part.change({ [key]: next }),
    error: part.errors[key],
  }
}

export const limitOf = limits
export const words = needsWords
