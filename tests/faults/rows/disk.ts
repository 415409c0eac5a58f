import { brokenBuild, soundBuild } from '#tests/faults/broken-build.ts'
import { failDisk } from '#tests/faults/failing-disk.ts'
import { type FaultRow, part, Tally } from '#tests/faults/fault-row.ts'
import { fillDisk } from '#tests/faults/full-disk.ts'
import { missingTool } from '#tests/faults/tools.ts'

const noLatch = { module: '#server/core/center.ts', file: 'no-latch.ts', names: { Center: 'Center' } }

/** The disk is full, to the page, or it fails: nobody is told what was not written, and a full one costs no restart. */
export const row: FaultRow = {
  name: 'disk',
  needs: ['libfiu'],
  alone: false,
  async run(budget) {
    const tally = new Tally('disk')
    await failDisk(soundBuild(), part(60, budget, 3), tally)
    const lacks = missingTool(['mount'])
    if (lacks) tally.leftOut(`no disk was filled: ${lacks}`)
    else await fillDisk(soundBuild(), part(256, budget, 6), tally)
    if (!lacks) tally.aim('fillLevels', tally.count('fillLevels', 0), part(256, budget, 6))
    return tally.result()
  },
  async control(budget) {
    const tally = new Tally('disk/goes-on-after-a-failed-sync')
    await failDisk(await brokenBuild('no-latch', noLatch), part(3, budget, 2), tally)
    return [tally.result()]
  },
}
