import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Subject, SubjectKind } from '#shared/privacy/erasure.ts'
import { subjectKinds } from '#shared/privacy/erasure.ts'

/** Lies beside the database, so that a restored copy, which knows less, meets it. */
const fileName = 'erased.txt'

const isKind = (text: string | undefined): text is SubjectKind => subjectKinds.some((kind) => kind === text)

function subjectOf(line: string): Subject[] {
  const [kind, id] = line.split(' ')
  return isKind(kind) && id !== undefined && /^[0-9a-f-]{36}$/.test(id) ? [{ kind, id }] : []
}

/** The ids of all that were erased, in a file of their own: nothing in it says whose they were. */
export class ErasedBook {
  private file: string | null = null

  /** A center in memory has no folder, and nothing to restore. */
  openIn(dataFolder: string): void {
    this.file = join(dataFolder, fileName)
  }

  async read(): Promise<Subject[]> {
    if (this.file === null) return []
    const text = await readFile(this.file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return ''
      throw error
    })
    return text.split('\n').flatMap(subjectOf)
  }

  async add(subjects: readonly Subject[]): Promise<void> {
    if (this.file === null || subjects.length === 0) return
    await appendFile(this.file, subjects.map(({ kind, id }) => `${kind} ${id}\n`).join(''))
  }
}
