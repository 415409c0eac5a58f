import { readOwnJson } from '#shared/core/json.ts'
import { deviceMemory } from '#web/ui/device-memory.ts'

/** A file of the council's own, as it was read or saved last. */
export interface Base {
  name: string
  version: string
}

/** Work on a scenario that lies in no file yet. */
interface KeptWork {
  text: string
  base: Base | null
}

const keyOf = (name: string) => `scenario.${name}`

/** It outlives the tab and the browser: an evening's work must not hang on a lid that is closed. */
export function keepWork(name: string, work: KeptWork): void {
  deviceMemory.write(keyOf(name), JSON.stringify(work))
}

export const forgetWork = (name: string): void => deviceMemory.forget(keyOf(name))

export function keptWork(name: string): KeptWork | null {
  const kept = deviceMemory.read(keyOf(name))
  if (kept === null) return null
  try {
    const { text, base }: Partial<KeptWork> = readOwnJson(kept)
    return typeof text === 'string' ? { text, base: base ?? null } : null
  } catch {
    return null
  }
}
