import { importLines } from './import-lines.ts'
import type { SourceFile } from './source-files.ts'

/** The pages that a phone opens on a crowded line. */
export const phoneEntries = ['web/reception.ts', 'web/reservation.ts', 'web/me.html', 'web/drill.html']

const heavy = ['zod', 'leaflet', 'socket.io-client']

/** Every way from an entry to a heavy package through imports that are loaded at once, as `entry → … → package`. */
export function heavyFirstLoads(files: readonly SourceFile[], entries: readonly string[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  return entries.flatMap((entry) => heavyWays(byPath, entry))
}

function heavyWays(byPath: ReadonlyMap<string, SourceFile>, entry: string): string[] {
  const ways: string[] = []
  const wayTo = new Map([[entry, entry]])
  for (const [path, way] of wayTo) {
    const file = byPath.get(path)
    if (!file) continue
    for (const line of importLines(file).filter((each) => each.kind === 'static')) {
      if (line.target === null && isHeavy(line.specifier)) ways.push(`${way} → ${line.specifier}`)
      // A map visits what is added to it while it is walked, so this is a breadth-first search.
      if (line.target !== null && !wayTo.has(line.target)) wayTo.set(line.target, `${way} → ${line.target}`)
    }
  }
  return ways
}

function isHeavy(specifier: string): boolean {
  return heavy.some((name) => specifier === name || specifier.startsWith(`${name}/`))
}

/** Strings that survive minifying and tell that a package lies in a built file. */
export const heavyMarks = {
  leaflet: 'leaflet-container',
  zod: 'invalid_union',
  'socket.io-client': 'upgradeError',
} as const

interface ManifestEntry {
  file: string
  imports?: string[]
}

/** The files that a browser loads at once for an entry of a built manifest. */
export function firstLoadFiles(manifest: Readonly<Record<string, ManifestEntry>>, entry: string): string[] {
  const keys = new Set([entry])
  for (const key of keys) for (const next of manifest[key]?.imports ?? []) keys.add(next)
  return [...keys].flatMap((key) => manifest[key]?.file ?? [])
}
