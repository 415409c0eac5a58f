import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { folderMark } from '#server/keeping/backup.ts'
import { type Backup, listCopies, newestFirst, type Piece, shortCenter } from '#server/keeping/backups.ts'
import { knownCenters } from '#server/keeping/sentinel.ts'

/** From which copies one may go on: those of a folder, and those on the stick that this computer remembers, if it is in. */
export function offeredCopies(folder: string, configFolder: string): (Backup | Piece)[] {
  const found = listCopies(folder)
  const names = new Set(found.map(({ name }) => name))
  const onSticks = knownCenters(configFolder).flatMap(({ centerId, secondFolder = '' }) =>
    existsSync(join(secondFolder, folderMark))
      ? listCopies(secondFolder).filter(({ center }) => center === shortCenter(centerId))
      : [],
  )
  return [...found, ...onSticks.filter(({ name }) => !names.has(name))].sort(newestFirst)
}
