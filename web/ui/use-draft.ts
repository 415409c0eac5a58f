import { useCallback, useRef, useState } from 'preact/hooks'
import { tabMemory } from './device-memory.ts'
import { mergeDraft } from './draft.ts'

export interface Draft<T> {
  value: T
  change: (part: Partial<T>) => void
  /** Forgets what was typed and shows the initial value again: after the center has accepted it. */
  clear: () => void
  /** Whether what is shown was typed before a reload. */
  restored: boolean
}

/** What is being typed under `key`, kept in the tab through reload, refusal and a change of screen. */
export function useDraft<T extends object>(key: string, initial: T): Draft<T> {
  const keptAs = `draft.${key}`
  const [state, setState] = useState(() => {
    const kept = tabMemory.read(keptAs)
    return { value: mergeDraft(kept, initial), restored: kept !== null }
  })
  const latest = useRef(state.value)
  const first = useRef(initial)

  const change = useCallback(
    (part: Partial<T>) => {
      latest.current = { ...latest.current, ...part }
      tabMemory.write(keptAs, JSON.stringify(latest.current))
      setState((before) => ({ value: latest.current, restored: before.restored }))
    },
    [keptAs],
  )
  const clear = useCallback(() => {
    tabMemory.forget(keptAs)
    latest.current = first.current
    setState({ value: first.current, restored: false })
  }, [keptAs])

  return { ...state, change, clear }
}
