import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { OrderProblem } from '#drills/arguments.ts'
import type { Scenario } from '#drills/core/scenario.ts'
import { playHeadless } from '#drills/play-headless.ts'
import { openCenterOnFile } from '#server/app.ts'
import type { Center } from '#server/core/center.ts'
import { systemClock } from '#server/core/clock.ts'
import { readFor } from '#server/core/reads.ts'
import { capabilities } from '#shared/access/capabilities.ts'
import type { Score } from '#shared/lookback/figure.ts'
import { findScore } from '#shared/lookback/reads.ts'

/** Asks as the lead's desk does, and closes the center. */
async function scoreIn(center: Center): Promise<Score> {
  const readers = new Map(center.slices.flatMap(({ reads = [] }) => reads.map((one) => [one.read.name, one])))
  const lead = { kind: 'staff', staffId: '', sessionId: '', name: '', capabilities } as const
  try {
    return findScore.answer.parse(await readFor(center, readers, lead, { name: findScore.name, input: { date: null } }))
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
  const folder = mkdtempSync(join(tmpdir(), 'sasae-score-'))
  try {
    const copy = join(folder, 'drill.db')
    for (const end of ['', '-wal']) if (existsSync(`${file}${end}`)) copyFileSync(`${file}${end}`, `${copy}${end}`)
    const key = readFileSync(keyFile, 'utf8').trim()
    return await scoreIn(await openCenterOnFile({ file: copy, key, clock: systemClock, kind: 'drill' }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
