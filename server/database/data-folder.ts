import { accessSync, constants, mkdirSync } from 'node:fs'

/** Something about the data folder that a person must mend, with the sentence that says how. */
export class DataFolderProblem extends Error {}

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
