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
  const open = () => {
    const kept = tabMemory.read(keptAs)
    return { keptAs, initial, value: mergeDraft(kept, initial), restored: kept !== null }
  }
  const latest = useRef<ReturnType<typeof open> | null>(null)
  const [, redraw] = useState(0)

  // Another key is another draft, even on a form that stays on the screen while its record changes.
  if (latest.current?.keptAs !== keptAs) latest.current = open()
  const draft = latest.current

  const change = useCallback((part: Partial<T>) => {
    if (!latest.current) return
    latest.current = { ...latest.current, value: { ...latest.current.value, ...part } }
    tabMemory.write(latest.current.keptAs, JSON.stringify(latest.current.value))
    redraw((count) => count + 1)
  }, [])
  const clear = useCallback(() => {
    if (!latest.current) return
    tabMemory.forget(latest.current.keptAs)
    latest.current = { ...latest.current, value: latest.current.initial, restored: false }
    redraw((count) => count + 1)
  }, [])

  return { value: draft.value, restored: draft.restored, change, clear }
}
