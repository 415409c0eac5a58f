import { useContext } from 'preact/hooks'
import { UiWords } from './ui-words.ts'

/** How many characters may still follow, or null while the limit is far: a number below zero says how many are too many. */
export function charactersLeft(value: string, maxLength: number | undefined): number | null {
  if (maxLength === undefined) return null
  const left = maxLength - value.length
  // Of a field for a few digits nobody wants to know how many more would fit.
  if (maxLength < 10) return left < 0 ? left : null
  return left <= Math.max(5, Math.floor(maxLength / 10)) ? left : null
}

/** The count beneath a text that nears its limit; silent, since a count at every letter drowns what is typed. */
export function CharactersLeft({ value, maxLength, id }: { value: string; maxLength: number | undefined; id: string }) {
  const words = useContext(UiWords)
  const left = charactersLeft(value, maxLength)
  if (left === null) return null
  return (
    <p class={left < 0 ? 'field-error' : 'field-remaining number'} id={id}>
      {left < 0 ? words.charactersOver(-left) : words.charactersLeft(left)}
    </p>
  )
}
