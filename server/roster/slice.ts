import type { Slice } from '#server/core/slice.ts'
import { importParts } from '#server/roster/import-parts.ts'

export function rosterSlice(): Slice {
  const imports = importParts()
  return {
    name: 'roster',
    handlers: [...imports.handlers],
    // Nobody's device holds the roster: it is found by reads.
    feeds: [],
    reads: [...imports.reads],
    routes: (route) => {
      imports.routes(route)
    },
  }
}
