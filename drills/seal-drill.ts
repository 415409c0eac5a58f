import { renameSync, rmSync } from 'node:fs'
import { DrillClock } from '#drills/core/drill-clock.ts'
import type { DrillFolder } from '#drills/core/drill-folder.ts'
import { scoreOfFile } from '#drills/score-drill.ts'
import { openCenterOnFile } from '#server/app.ts'
import { readHistory } from '#server/lookback/history.ts'
import { Pseudonyms } from '#server/lookback/pseudonyms.ts'
import type { Score } from '#shared/lookback/figure.ts'

/**
 * Makes a drill's file anew without anybody in it: every act of its log is carried out once more, with names that stand
 * for people's and without telephones, addresses and notes, in a file of its own, which takes the place of the other.
 * Whatever a name may have slipped into was never written there. Of PINs the log keeps nothing: here they are 000000.
 *
 * @returns what it came to while people still had their names: later drills are held against it
 */
export async function sealDrill({ file, key }: Pick<DrillFolder, 'file' | 'key'>): Promise<Score> {
  const score = await scoreOfFile(file)
  const sealed = `${file}.sealed`
  removeFile(sealed)
  const center = await openCenterOnFile({ file, key, clock: new DrillClock(new Date(0).toISOString()), kind: 'drill' })
  try {
    const open = (clock: Parameters<typeof openCenterOnFile>[0]['clock']) =>
      openCenterOnFile({ file: sealed, key, clock, kind: 'drill' })
    await center.read((tx) => readHistory(tx, open, new Pseudonyms()))
  } finally {
    await center.close()
  }
  removeFile(file)
  renameSync(sealed, file)
  return score
}

function removeFile(file: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
}
