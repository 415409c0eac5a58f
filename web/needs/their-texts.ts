import { fieldWords } from '#shared/texts/need-words.ts'
import type { NeedDraft } from '#web/needs/need-draft.ts'
import { bothTexts } from '#web/texts/both-texts.ts'
import { needsWords } from '#web/texts/needs.ts'
import { typedChoices } from '#web/texts/typed-words.ts'

function wordsOf(key: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? bothTexts.yes : bothTexts.no
  const words = (Array.isArray(value) ? value : [value]).map((one) => typedChoices[key]?.[String(one)] ?? String(one))
  return words.join('、')
}

/** Beside each field that differs, what the record says now, as the form would say it: both in sight, neither lost. */
export function theirTexts(mine: NeedDraft, now: NeedDraft): Record<string, string> {
  // The town stands in the sheet as it is typed.
  const keys = Object.keys(fieldWords).map((key) => (key === 'town' ? 'townText' : key))
  const differing = keys.filter((key) => String(Reflect.get(mine, key)) !== String(Reflect.get(now, key)))
  return Object.fromEntries(
    differing
      .filter((key) => Reflect.get(mine, key) !== undefined)
      .map((key) => [key, needsWords.theirs(wordsOf(key, Reflect.get(now, key)))]),
  )
}
