import { importLines } from './import-lines.ts'
import type { SourceFile } from './source-files.ts'

/** Every group of files that import one another in a circle, type imports included, as `a.ts ↔ b.ts`. */
export function importCycles(files: readonly SourceFile[]): string[] {
  const graph = new Map(files.map((file) => [file.path, importLines(file).map((line) => line.target ?? '')]))
  return [...graph.keys()]
    .filter((path) => reachable(graph, path).has(path))
    .map((path) => [...reachable(graph, path)].filter((other) => reachable(graph, other).has(path)))
    .map((circle) => circle.toSorted().join(' ↔ '))
    .filter((circle, index, all) => all.indexOf(circle) === index)
}

/** What can be reached from a file by one import or more; the file itself only if it lies on a circle. */
function reachable(graph: ReadonlyMap<string, readonly string[]>, start: string): Set<string> {
  const seen = new Set<string>()
  const waiting = [...(graph.get(start) ?? [])]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path) || !graph.has(path)) continue
    seen.add(path)
    waiting.push(...(graph.get(path) ?? []))
  }
  return seen
}
