import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One file of the project: its path from the root, with forward slashes, and its text. */
export interface SourceFile {
  path: string
  text: string
}

/** The project's root folder. */
export const projectRoot = join(import.meta.dirname, '../..')

const folders = ['shared', 'server', 'web', 'drills', 'tests']
const read = /\.(ts|tsx|mjs|css|html)$/

/** Every source file of the project as it lies on the disk. */
export function readSourceFiles(): SourceFile[] {
  return folders.flatMap((folder) => filesBelow(folder)).map((path) => ({ path, text: textOf(path) }))
}

function filesBelow(folder: string): string[] {
  try {
    const names = readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    return names.filter((name) => read.test(name)).map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
  } catch {
    // A folder is made with its first file, so one that is not there yet holds nothing to judge.
    return []
  }
}

function textOf(path: string): string {
  return readFileSync(join(projectRoot, path), 'utf8')
}

/** A file that exists only in a test: the planted violation that proves a rule can fail. */
export function planted(path: string, text = ''): SourceFile {
  return { path, text }
}
