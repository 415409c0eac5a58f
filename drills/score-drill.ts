import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { OrderProblem } from '#drills/arguments.ts'
import { copyAside } from '#drills/core/copy-aside.ts'
import type { Scenario } from '#drills/core/scenario.ts'
import { playHeadless } from '#drills/play-headless.ts'
import { openAgain, openCenterOnFile } from '#server/app.ts'
import type { Center } from '#server/core/center.ts'
import { systemClock } from '#server/core/clock.ts'
import { readHistory } from '#server/lookback/history.ts'
import type { Score } from '#shared/lookback/figure.ts'
import { scoreOf } from '#shared/lookback/score.ts'

/** Tells its log from the first line, and closes the center: nobody waits in this program, or in this thread. */
async function scoreIn(center: Center): Promise<Score> {
  try {
    const history = await center.read((tx) => readHistory(tx, openAgain('drill')))
    return scoreOf(history, history.facts)
  } finally {
    await center.close()
  }
}

/** Scores a scenario that simulated players alone have played: what people are compared with. */
export async function scoreOfScenario(data: Scenario): Promise<Score> {
  const { after } = await playHeadless(data)
  return scoreIn(after.drill.center)
}

/** Scores the file of a drill that was kept; its key lies beside it. A copy is opened: the drill stays as it was kept. */
export async function scoreOfFile(file: string): Promise<Score> {
  if (!existsSync(file)) throw new OrderProblem(`「${file}」というファイルはありません。`)
  const keyFile = join(dirname(file), 'key')
  if (!existsSync(keyFile)) throw new OrderProblem(`「${file}」の鍵が、同じフォルダにありません。`)
  const { copy, erase } = copyAside(file)
  try {
    const key = readFileSync(keyFile, 'utf8').trim()
    return await scoreIn(await openCenterOnFile({ file: copy, key, clock: systemClock, kind: 'drill' }))
  } finally {
    erase()
  }
}
