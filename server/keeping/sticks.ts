import { existsSync, readdirSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import { badPlaceOf } from '#server/keeping/location.ts'

/** Where each system shows what was plugged in. */
function parents(): string[] {
  if (process.platform === 'darwin') return ['/Volumes']
  const { username } = userInfo()
  return [join('/media', username), join('/run/media', username), '/mnt']
}

function below(parent: string): string[] {
  try {
    return readdirSync(parent, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(parent, name))
  } catch {
    return []
  }
}

/** Sticks and disks that are plugged in now; a share of another computer is none. */
export function plugged(): string[] {
  if (process.platform !== 'win32')
    return parents()
      .flatMap(below)
      .filter((folder) => badPlaceOf(folder) !== 'network')
  return [...'DEFGHIJKLMNOP'].map((letter) => `${letter}:\\`).filter((drive) => existsSync(drive))
}

/** Where somebody puts a file that they carried here: a stick, the desktop, the downloads. */
export function landingPlaces(): string[] {
  const own = ['Desktop', 'デスクトップ', 'Downloads', 'ダウンロード'].map((name) => join(homedir(), name))
  return [...plugged(), ...own].filter((place) => existsSync(place))
}
