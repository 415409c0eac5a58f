import { signal } from '@preact/signals'
import { buildHeader } from '#shared/core/build.ts'

/** Whether the server is of another build than this page: what it sends may be more than this page understands. */
export const newerVersion = signal(false)

/** Hears from each answer which build the server is of; pages carry theirs since they were served. */
export function hearBuild(headers: Headers): void {
  const [own, theirs] = [document.documentElement.dataset.build, headers.get(buildHeader)]
  if (own && theirs) newerVersion.value = own !== theirs
}
