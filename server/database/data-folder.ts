import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readOwnJson } from '#shared/core/json.ts'

/** Something about the data folder that a person must mend, with the sentence that says how. */
export class DataFolderProblem extends Error {}

/** One writer ever: whoever holds the lock file is it. */
export interface Lock {
  release(): void
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Takes the folder for this process; a second start is told where the first one is. */
export function lockFolder(folder: string, port: number): Lock {
  const path = join(folder, 'lock.json')
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(path, JSON.stringify({ pid: process.pid, port }), { flag: 'wx' })
      return { release: () => rmSync(path, { force: true }) }
    } catch {
      const holder = readHolder(path)
      if (holder && holder.pid !== process.pid && isRunning(holder.pid)) {
        throw new DataFolderProblem(
          `このデータは、もう動いている ささえ が使っています。ブラウザで http://localhost:${holder.port} を開いてください。`,
        )
      }
      // The process that held it is gone: a power cut or a crash.
      rmSync(path, { force: true })
    }
  }
  throw new DataFolderProblem(
    `データのフォルダ「${folder}」を確保できません。ほかの ささえ を終わらせてから、もう一度始めてください。`,
  )
}

function readHolder(path: string): { pid: number; port: number } | undefined {
  try {
    return readOwnJson(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** Makes the folder if it is missing and sees that it can be written. */
export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK | constants.R_OK)
  } catch {
    throw new DataFolderProblem(
      `データのフォルダ「${folder}」に書き込めません。別のフォルダを --data で指定するか、書き込みの許可を確かめてください。`,
    )
  }
}

/** The file's key: random, 256 bits, in the user's own configuration folder and never beside the data. */
export function readOrMakeKey(configFolder: string, dataFile: string): string {
  const path = join(configFolder, 'key')
  if (existsSync(path)) return readFileSync(path, 'utf8').trim()
  if (existsSync(dataFile)) {
    throw new DataFolderProblem(
      `データはありますが、このパソコンに開くためのかぎがありません（${path}）。データを作ったパソコンで開いてください。`,
    )
  }
  mkdirSync(configFolder, { recursive: true, mode: 0o700 })
  const key = randomBytes(32).toString('hex')
  writeFileSync(path, `${key}\n`, { mode: 0o600, flag: 'wx' })
  return key
}
