import { sep } from 'node:path'
import { syncedFolders } from '#server/env.ts'
import { type BadPlace, cloudNames, type Mount, mountsAround } from '#server/keeping/mounts.ts'

const removableFolders = /^\/(media|run\/media|Volumes)\//

/** `\\nas\share` and `//nas/share`, but not `\\?\C:\…`, which is a long name of a drive here. */
const ofAnotherComputer = /^(\\\\(?!\?\\[a-z]:)|\/\/)/i

/** On Windows capital and small letters, and both strokes, are the same. */
function comparable(path: string): string {
  const plain = /^[a-z]:/i.test(path) ? path.toLowerCase().replaceAll('\\', '/') : path
  return plain.replace(/\/$/, '')
}

function isBelow(folder: string, point: string): boolean {
  const [below, above] = [comparable(folder), comparable(point)]
  return below === above || below.startsWith(`${above}/`)
}

/** What is wrong with that on which a folder lies: the longest mount above it. */
function placeOfMount(folder: string, mounts: readonly Mount[]): BadPlace | null {
  const above = mounts.filter(({ point }) => isBelow(folder, point))
  return above.toSorted((one, other) => other.point.length - one.point.length)[0]?.place ?? null
}

/** What is wrong with a folder's place; null where nothing is known to be. */
export function badPlaceOf(
  folder: string,
  mounts: readonly Mount[] = mountsAround(folder),
  synced: readonly string[] = syncedFolders(),
): BadPlace | null {
  const mounted = placeOfMount(folder, mounts)
  if (ofAnotherComputer.test(folder) || mounted === 'network') return 'network'
  const kept = folder.split(/[\\/]/).some((part) => cloudNames.test(part))
  if (kept || synced.some((one) => isBelow(folder, one))) return 'cloud'
  return mounted ?? (removableFolders.test(folder + sep) ? 'removable' : null)
}
