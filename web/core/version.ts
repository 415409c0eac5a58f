import { buildHeader } from '#shared/core/build.ts'

type Watcher = (isNewer: boolean) => void

const watchers = new Set<Watcher>()
let older = false

/** Hears whether the server is of another build than this page: what it sends may be more than this page understands. */
export function onVersionMet(watcher: Watcher): void {
  watchers.add(watcher)
}

/** Whether the server was of another build when it was last heard. */
export const isOlderPage = (): boolean => older

/**
 * Hears from each answer which build the server is of; pages carry theirs since they were served. No signal here: the
 * reception form uses this too, and must not bring a drawing library over a crowded line.
 */
export function hearBuild(headers: Headers): void {
  const [own, theirs] = [document.documentElement.dataset.build, headers.get(buildHeader)]
  if (!own || !theirs) return
  older = own !== theirs
  for (const watcher of watchers) watcher(older)
}
