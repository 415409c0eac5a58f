import { accessSync, closeSync, constants, mkdirSync, openSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A disk that is full can be written again soon, and has its own words: the center opens on it. */
const fullCodes = new Set<unknown>(['ENOSPC', 'EDQUOT'])

/**
 * Windows answers a question about permissions from a mark that says little: only a write tells. Two starts at once do
 * not meet in one file.
 */
function tryToWrite(folder: string): void {
  const path = join(folder, `write-probe-${process.pid}`)
  closeSync(openSync(path, 'w', 0o600))
  rmSync(path, { force: true })
}

/**
 * Makes the folder if it is missing, and says whether a center can be kept there.
 * @param file the center's own file, which may be locked against writing by itself
 */
export function prepareFolder(folder: string, file = join(folder, 'sasae.db')): boolean {
  try {
    mkdirSync(folder, { recursive: true })
    tryToWrite(folder)
    if (statSync(file, { throwIfNoEntry: false })) accessSync(file, constants.R_OK | constants.W_OK)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && fullCodes.has(error.code)
  }
}
