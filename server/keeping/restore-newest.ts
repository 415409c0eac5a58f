import { basename } from 'node:path'
import { listCopies } from '#server/keeping/backups.ts'
import { type Restored, type RestoreRequest, restoreBackup } from '#server/keeping/restore.ts'
import { Problem } from '#shared/core/problem.ts'
import { copyMissing, severalCenters } from '#shared/keeping/copy-problems.ts'

/** A copy that could not be gone back to, and why. */
interface PassedOver {
  name: string
  problem: Problem
}

/** Goes back as far forward as a folder reaches: to its newest copy that is whole. Which ones were not is told. */
export async function restoreNewest(
  folder: string,
  request: Omit<RestoreRequest, 'copy'>,
): Promise<Restored & { name: string; passedOver: PassedOver[] }> {
  const copies = listCopies(folder)
  if (copies.length === 0) throw copyMissing({ file: folder })
  if (new Set(copies.map(({ center }) => center)).size > 1) throw severalCenters({ folder: basename(folder) })
  const passedOver: PassedOver[] = []
  for (const { name, path } of copies) {
    try {
      return { ...(await restoreBackup({ ...request, copy: path })), name, passedOver }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      passedOver.push({ name, problem: error })
    }
  }
  throw passedOver[0]?.problem ?? copyMissing({ file: folder })
}
