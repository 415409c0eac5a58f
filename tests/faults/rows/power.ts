import { brokenBuild, brokenDriver, soundBuild } from '#tests/faults/broken-build.ts'
import { type FaultRow, part, Tally } from '#tests/faults/fault-row.ts'
import { cutPowerOfDisk } from '#tests/faults/power-cuts.ts'
import { cutPowerOnPaper } from '#tests/faults/power-images.ts'
import { missingTool } from '#tests/faults/tools.ts'

/**
 * The power is cut: on paper, after every write that a traced server made, with the unsynced writes dropped, torn and in
 * another order; and on a real file system, where this user may mount one.
 */
export const row: FaultRow = {
  name: 'power',
  needs: ['strace'],
  alone: true,
  async run(budget) {
    const tally = new Tally('power')
    await cutPowerOnPaper(soundBuild(), part(20_000, budget), tally)
    const lacks = missingTool(['mount', 'ext4', 'perl'])
    if (lacks) tally.leftOut(`no real file system was cut off: ${lacks}`)
    else {
      await cutPowerOfDisk(soundBuild(), part(100, budget), tally)
      tally.aimAt('cycles', 100, budget)
    }
    return tally.result()
  },
  async control(budget) {
    const lazy = await brokenBuild('lazy-sync', brokenDriver('lazy-sync.ts'))
    const paper = new Tally('power/images-without-sync')
    await cutPowerOnPaper(lazy, part(300, budget, 100), paper)
    if (missingTool(['mount', 'ext4', 'perl'])) return [paper.result()]
    const disk = new Tally('power/disk-without-sync')
    await cutPowerOfDisk(lazy, part(4, budget), disk)
    return [paper.result(), disk.result()]
  },
}
