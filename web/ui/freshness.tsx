import { useContext } from 'preact/hooks'
import { UiWords } from './ui-words.ts'

export interface FreshnessProps {
  state: 'live' | 'stale' | 'offline'
  /** How old, in words: 12秒前, 12:03 現在. */
  since?: string | undefined
  word?: string | undefined
}

/** Whether what is shown is so now, and since when. Only a change of state is read out, not every passing second. */
export function Freshness({ state, since, word }: FreshnessProps) {
  const words = useContext(UiWords)
  return (
    <p class={`freshness freshness-${state}`}>
      <span role="status">{word ?? words[state]}</span>
      {since ? <span class="number">{since}</span> : null}
    </p>
  )
}
