import { readFileSync } from 'node:fs'
import { sep } from 'node:path'

/** Where a file of a center must not lie: another computer, a folder that something else rewrites, a stick. */
export type BadPlace = 'network' | 'cloud' | 'removable'

const cloudFolders =
  /^(OneDrive( - .*)?|Dropbox( .*)?|Google ?Drive|GoogleDrive.*|My Drive|マイドライブ|iCloud ?Drive|Mobile Documents|CloudStorage|Box( Sync)?|pCloud ?Drive|Nextcloud|MEGA(sync)?)$/i

/** The kinds of file system behind which another computer stands. Locks and fsync mean little there. */
const networkKinds = /^(nfs4?|cifs|smb3|smbfs|afs|davfs|ncpfs|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|s3fs|smbnetfs))$/

const removableFolders = /^\/(media|run\/media|Volumes)\//

function mountsOfLinux(): string {
  try {
    return readFileSync('/proc/self/mountinfo', 'utf8')
  } catch {
    return ''
  }
}

/** One line of the table: where it is mounted, and of what kind it is. */
function readMount(line: string): { point: string; kind: string } {
  const [before = '', after = ''] = line.split(' - ')
  return { point: (before.split(' ')[4] ?? '').replaceAll('\\040', ' '), kind: after.split(' ')[0] ?? '' }
}

const isBelow = (folder: string, point: string) =>
  point === '/' || folder === point || (point !== '' && folder.startsWith(`${point}/`))

/** The kind of file system that a folder lies on, by the longest mount above it. */
function kindOfMount(folder: string, mounts: string): string {
  const above = mounts
    .split('\n')
    .map(readMount)
    .filter(({ point }) => isBelow(folder, point))
  return above.toSorted((one, other) => other.point.length - one.point.length)[0]?.kind ?? ''
}

/** What is wrong with a folder's place; null where nothing is known to be. */
export function badPlaceOf(folder: string, mounts = mountsOfLinux()): BadPlace | null {
  if (/^(\\\\|\/\/)/.test(folder) || networkKinds.test(kindOfMount(folder, mounts))) return 'network'
  if (folder.split(/[\\/]/).some((part) => cloudFolders.test(part))) return 'cloud'
  return removableFolders.test(folder + sep) ? 'removable' : null
}
