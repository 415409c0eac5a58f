import { useState } from 'preact/hooks'
import { editing } from '#web/practice/scenario-work.ts'
import { tabMemory } from '#web/ui/device-memory.ts'

/** Under which a form of the scenario that is under work keeps something in the tab. */
export const keptOf = (form: string): string => `scenario.${editing.value ?? ''}.${form}`

/**
 * Of a part's entries the one whose form is open, by its name; '' is a new one. The tab remembers it, so that after a
 * reload the form is there again with what was typed in it.
 */
export function useOpenForm(part: string): readonly [string | null, (name: string | null) => void] {
  const keptAs = keptOf(`${part}.open`)
  const [open, setOpen] = useState(() => tabMemory.read(keptAs))
  const show = (name: string | null) => {
    if (name === null) tabMemory.forget(keptAs)
    else tabMemory.write(keptAs, name)
    setOpen(name)
  }
  return [open, show]
}
