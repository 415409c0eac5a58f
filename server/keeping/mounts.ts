import { execFileSync, type StdioOptions } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { systemDrive } from '#server/env.ts'
import { readOwnJson } from '#shared/core/json.ts'

/** Where a file of a center must not lie: another computer, a folder that something else rewrites, a stick. */
export type BadPlace = 'network' | 'cloud' | 'removable'

/** Something that hangs in the tree of folders, and what is wrong with it; null where nothing is known to be. */
export interface Mount {
  point: string
  place: BadPlace | null
}

/** The kinds of file system behind which another computer stands. Locks and fsync mean little there. */
const networkKinds =
  /^(nfs4?|cifs|smb3|smbfs|afs|afpfs|webdav|ftp|davfs|ncpfs|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|s3fs|smbnetfs))$/

/** What a drive or a folder of the well-known services is called. */
export const cloudNames =
  /^(OneDrive( - .*)?|Dropbox( .*)?|Google ?Drive|GoogleDrive.*|My Drive|マイドライブ|iCloud ?Drive|Mobile Documents|CloudStorage|Box( Sync)?|pCloud ?Drive|Nextcloud|MEGA(sync)?)$/i

/** `/proc/self/mountinfo`. */
export function readLinuxMounts(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ')
    const point = (before.split(' ')[4] ?? '').replaceAll('\\040', ' ')
    return point === '' ? [] : [{ point, place: networkKinds.test(after.split(' ')[0] ?? '') ? 'network' : null }]
  })
}

/** What `mount` prints on macOS: `/dev/disk4s1 on /Volumes/STICK (msdos, local, nodev)`. */
export function readMacMounts(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [, point, kind] = / on (\/.*) \(([^,)]+)[^)]*\)$/.exec(line) ?? []
    if (point === undefined || kind === undefined) return []
    const plugged = point.startsWith('/Volumes/') ? 'removable' : null
    return [{ point, place: networkKinds.test(kind) ? 'network' : plugged }]
  })
}

interface LogicalDisk {
  DeviceID: string
  DriveType: number
  VolumeName: string | null
}

/** Numbers of Win32_LogicalDisk.DriveType. */
const driveTypes: Readonly<Record<number, BadPlace>> = { 2: 'removable', 4: 'network' }

/** What PowerShell makes of Win32_LogicalDisk as JSON: a list, or one drive by itself. */
export function readWindowsDrives(text: string): Mount[] {
  try {
    const said = readOwnJson<LogicalDisk | LogicalDisk[]>(text.trim().replace(/^\uFEFF/, ''))
    return [said].flat().map(({ DeviceID, DriveType, VolumeName }) => {
      const place = driveTypes[DriveType] ?? (cloudNames.test(VolumeName ?? '') ? 'cloud' : null)
      return { point: DeviceID, place }
    })
  } catch {
    return []
  }
}

const askWindows = [
  '[Console]::OutputEncoding = [Text.Encoding]::UTF8',
  'Get-CimInstance Win32_LogicalDisk | Select-Object DeviceID, DriveType, VolumeName | ConvertTo-Json',
].join('; ')

/** A drive that answers nobody must not keep the center from its start. */
const patienceMs = 5000

function printedBy(program: string, ...args: string[]): string {
  try {
    const stdio: StdioOptions = ['ignore', 'pipe', 'ignore']
    return execFileSync(program, args, { stdio, windowsHide: true, encoding: 'utf8', timeout: patienceMs })
  } catch {
    return ''
  }
}

let drives: Mount[] | undefined

/** PowerShell takes a second, so it is asked once, and not at all about the drive that Windows itself lies on. */
function windowsDrives(folder: string): Mount[] {
  if (folder.toLowerCase().startsWith(systemDrive().toLowerCase())) return []
  drives ??= readWindowsDrives(printedBy('powershell', '-NoProfile', '-NonInteractive', '-Command', askWindows))
  return drives
}

function linuxMounts(): string {
  try {
    return readFileSync('/proc/self/mountinfo', 'utf8')
  } catch {
    return ''
  }
}

/** What hangs in this computer's tree; for Windows, the drives among which this folder's is. */
export function mountsAround(folder: string): Mount[] {
  if (process.platform === 'win32') return windowsDrives(folder)
  return process.platform === 'darwin' ? readMacMounts(printedBy('mount')) : readLinuxMounts(linuxMounts())
}
