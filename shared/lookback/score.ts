import { doublesFigures } from '#shared/lookback/doubles-figures.ts'
import type { Figure, Points, Score } from '#shared/lookback/figure.ts'
import { figureKeys } from '#shared/lookback/figure-keys.ts'
import type { History } from '#shared/lookback/history.ts'
import { practiceFigures } from '#shared/lookback/practice-figures.ts'
import { procedureFigures } from '#shared/lookback/procedure.ts'
import { queueFigures } from '#shared/lookback/queues.ts'
import { stepFigures } from '#shared/lookback/steps.ts'
import { Story } from '#shared/lookback/story.ts'
import type { DrillFact } from '#shared/practice/outcome.ts'

const tenths = (value: number) => Math.round(value * 10) / 10

function totalOf(figures: readonly Figure[]): Points {
  const judged = figures.flatMap(({ points }) => points ?? [])
  return {
    got: tenths(judged.reduce((sum, { got }) => sum + got, 0)),
    of: judged.reduce((sum, { of }) => sum + of, 0),
  }
}

/**
 * How a day or a drill went, counted from what happened and from nothing else; `facts` are what simulated people know of
 * it. The same history gives the same score, here, on the report and on a terminal.
 */
export function scoreOf(history: History, facts: readonly DrillFact[] = []): Score {
  const story = new Story(history)
  const figures = [
    ...stepFigures(story, facts),
    ...queueFigures(story, facts),
    ...practiceFigures(story, facts),
    ...doublesFigures(story),
    ...procedureFigures(story),
  ].toSorted((one, other) => figureKeys.indexOf(one.key) - figureKeys.indexOf(other.key))
  return { total: totalOf(figures), figures, gaps: history.gaps.length }
}
