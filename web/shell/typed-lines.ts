import { townById } from '#shared/places/towns.ts'
import { typedChoices, typedLabels } from '#web/texts/typed-words.ts'

/** One entry that a person made, with its field's name. */
export interface TypedLine {
  label: string
  value: string
}

const yes = '○'

/** How one entry reads; empty where it says nothing. */
function valueText(key: string, value: unknown): string {
  if (value === true) return yes
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return ''
  if (key === 'townId') return townById(value)?.name ?? ''
  const choices = typedChoices[key]
  return choices ? (choices[value] ?? '') : value
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What a person put into an act, in the words of the forms; nothing that only machines read. */
export function typedLines(input: unknown, parent = ''): TypedLine[] {
  if (!isGroup(input)) return []
  return Object.entries(input).flatMap(([key, value]) => {
    if (isGroup(value)) return typedLines(value, key)
    const label = typedLabels[`${parent}.${key}`] ?? typedLabels[key]
    const texts = (Array.isArray(value) ? value : [value])
      .map((one) => valueText(key, one))
      .filter((text) => text !== '')
    return label === undefined || texts.length === 0 ? [] : [{ label, value: texts.join('、') }]
  })
}
