import { useContext, useState } from 'preact/hooks'
import { Button } from './button.tsx'
import { UiWords } from './ui-words.ts'

/** How many rows of a list are drawn at first: more than anyone reads through, few enough to be drawn within one frame. */
const firstRows = 60

/** The part of a long list that is drawn, how many rows are left, and the act that draws the next. */
export function useBounded<T>(all: readonly T[], first: number = firstRows) {
  const [count, setCount] = useState(first)
  const shown = all.length <= count ? all : all.slice(0, count)
  return { shown, left: all.length - shown.length, onMore: () => setCount(count + first) }
}

/** What stands below a list that is not drawn to its end: how many are left, and the way to them. */
export function MoreRows({ left, onMore }: { left: number; onMore: () => void }) {
  const words = useContext(UiWords)
  if (left <= 0) return null
  return (
    <p class="more-rows">
      <Button onPress={onMore}>{words.moreRows(left)}</Button>
    </p>
  )
}
