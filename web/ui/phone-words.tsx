import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language } from '#shared/core/language.ts'
import type { PhoneTexts } from '#shared/texts/text.ts'

/** The language of a phone's page beneath this point. */
export const PhoneLanguage = createContext<Language>('ja')

type Values = Readonly<Record<string, string | number>>

const kanjiWithReading = /([々一-鿿]+)《([^》]+)》/g

function filled(text: string, values: Values = {}): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** The text without its readings, for where no ruby can stand: spoken names, fields. */
function withoutReadings(text: string): string {
  return text.replace(kanjiWithReading, '$1')
}

/** Kanji followed by 《reading》 is drawn with ふりがな, as Aozora Bunko writes it. */
function withReadings(text: string): ComponentChildren {
  const parts: ComponentChildren[] = []
  let end = 0
  for (const match of text.matchAll(kanjiWithReading)) {
    parts.push(
      text.slice(end, match.index),
      <ruby key={match.index}>
        {match[1]}
        <rt>{match[2]}</rt>
      </ruby>,
    )
    end = match.index + match[0].length
  }
  if (parts.length === 0) return text
  // One element, for buttons and headings lay out each of theirs apart.
  return (
    <span>
      {parts}
      {text.slice(end)}
    </span>
  )
}

/** The words of one dictionary in the page's language: `t` draws them, `plain` is their text. */
export function usePhoneWords<K extends string>(texts: PhoneTexts<K>) {
  const language = useContext(PhoneLanguage)
  return {
    language,
    t: (key: K, values?: Values) => withReadings(filled(texts[key][language], values)),
    plain: (key: K, values?: Values) => withoutReadings(filled(texts[key][language], values)),
  }
}
