import { openAgain } from '#server/app.ts'
import { readHistory } from '#server/lookback/history.ts'
import type { Score } from '#shared/lookback/figure.ts'
import type { FigureKey } from '#shared/lookback/figure-keys.ts'
import { scoreOf } from '#shared/lookback/score.ts'
import type { Need } from '#shared/needs/need.ts'
import { openMatters } from '#shared/reports/limits.ts'
import { ids } from '#tests/support/center.ts'
import { givenNeed, givenTeam } from '#tests/support/given-dispatch.ts'
import { givenDrill } from '#tests/support/given-drill.ts'
import { heardReport } from '#tests/support/given-reports.ts'

export type SmallDay = Awaited<ReturnType<typeof givenDrill>>

const everyWord = Object.fromEntries(openMatters.map((matter) => [matter, '確認した']))

/** A team goes, works for an hour, comes back, and its report is heard. */
export async function workedAt(day: SmallDay, need: Need): Promise<{ people: string[] }> {
  const { teamId, people, workOrderId } = await givenTeam(day, { need })
  day.clock.pass(10)
  await day.aiko.send('dispatch.dispatchTeam', { workOrderId, checked: [] })
  day.clock.pass(60)
  await day.emi.send('reports.receiveTeam', { teamId, missingIds: [] })
  day.clock.pass(5)
  await day.emi.send('reports.acceptReport', heardReport(workOrderId))
  return { people }
}

export const sentHome = (day: SmallDay, attendanceIds: string[]) => day.emi.send('reports.sendHome', { attendanceIds })

export const closed = (day: SmallDay) => day.lead.send('reports.closeDay', { dayId: ids.day, explanations: everyWord })

/** A small day on which everything is done as it should be; whoever misbehaves does so before it is closed. */
export async function smallDay(misbehave: (day: SmallDay, need: Need) => Promise<void> = async () => {}) {
  const day = await givenDrill()
  const need = await givenNeed(day)
  const { people } = await workedAt(day, need)
  await sentHome(day, people)
  await misbehave(day, need)
  return day
}

export const historyOf = ({ center }: SmallDay) => readHistory(center.db, openAgain(center.kind))

export async function scored(day: SmallDay): Promise<Score> {
  const history = await historyOf(day)
  return scoreOf(history, history.facts)
}

/** One figure of a score. */
export function figureIn({ figures }: Score, key: FigureKey, part = '') {
  const found = figures.find((one) => one.key === key && one.part === part)
  if (!found) throw new Error(`the score has no ${key}`)
  return found
}
