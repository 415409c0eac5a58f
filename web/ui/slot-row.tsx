import { useContext } from 'preact/hooks'
import { UiWords, uiWords } from './ui-words.ts'

export interface SlotRowProps {
  filled: number
  wanted: number
  label?: string | null | undefined
  unit?: string | undefined
}

/** Twelve is as many as an eye counts at a glance and a card has room for; beyond, the figure alone speaks. */
const mostDots = 12

/** How a row of slots is read out: 5人中3人. */
export function slotText(filled: number, wanted: number, unit = uiWords.ja.people): string {
  return uiWords.ja.slots(filled, wanted, unit)
}

/** What each place of the row is: taken, free, or taken beyond what was wanted. */
export function slotPlaces(filled: number, wanted: number): ('taken' | 'free' | 'beyond')[] {
  return Array.from({ length: Math.max(filled, wanted) }, (_, place) => {
    if (place >= wanted) return 'beyond'
    return place < filled ? 'taken' : 'free'
  })
}

/** Places of a job as ●●●○○; free ones are what the eye should find. */
export function SlotRow({ filled, wanted, label, unit = uiWords.ja.people }: SlotRowProps) {
  const words = useContext(UiWords)
  const places = slotPlaces(filled, wanted)
  return (
    <span class="slot-row">
      {places.length > 0 && places.length <= mostDots ? (
        <svg class="slot-row-dots" viewBox={`0 0 ${places.length * 20} 20`} aria-hidden="true">
          {places.map((kind, place) => (
            <circle key={place} class={`slot slot-${kind}`} cx={place * 20 + 10} cy={10} r={7} />
          ))}
        </svg>
      ) : null}
      <span class="number" aria-hidden="true">
        {filled}/{wanted}
        {unit}
      </span>
      <span class="visually-hidden">{`${label ?? ''}${label ? ' ' : ''}${words.slots(filled, wanted, unit)}`}</span>
    </span>
  )
}
