/** What is wrong with the disk or the file: no room, an error of reading or writing, or content that is damaged. */
export type StorageFault = 'full' | 'ioError' | 'damaged'

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : ''
}

/**
 * Tells a failing disk from a mistake of ours. A full disk takes nothing back that was answered; after any other error of
 * the disk it is unknown what was kept, because the kernel may have dropped what it could not write.
 */
export function storageFaultOf(error: unknown): StorageFault | null {
  const code = codeOf(error)
  // The shared index grows before anything is written; that it cannot grow is a full disk as well.
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE') return 'full'
  if (code === 'SQLITE_CORRUPT' || code.startsWith('SQLITE_CORRUPT_') || code === 'SQLITE_NOTADB') return 'damaged'
  // A file that vanished, or became read-only when its stick was pulled, can take nothing any more.
  return /^SQLITE_(IOERR|CANTOPEN|READONLY)/.test(code) ? 'ioError' : null
}
