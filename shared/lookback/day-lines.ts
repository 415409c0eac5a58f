import type { Figure } from '#shared/lookback/figure.ts'
import { quarterOf, quartersBetween } from '#shared/lookback/lengths.ts'
import type { Story } from '#shared/lookback/story.ts'
import { isClosed } from '#shared/needs/rules.ts'

export type Line = Figure['overTime']

/** The hours that are worth drawing: from the first check-in or call until the last act. */
function hoursOf(story: Story): string[] {
  const firsts = [...story.of('attendance'), ...story.of('need')].flatMap(([first]) => first?.at ?? [])
  const [from] = firsts.toSorted()
  return from === undefined ? [] : quartersBetween(from, story.endsAt)
}

/** People who came in each quarter of an hour. */
export function arrivalsLine(story: Story): Line {
  const came = story.of('attendance').flatMap(([first]) => (first ? quarterOf(first.record.checkedInAt) : []))
  return hoursOf(story).map((at) => ({ at, value: came.filter((one) => one === at).length }))
}

/** Needs that were open, and those completed by then (バーンダウン). */
export function needLines(story: Story): { open: Line; completed: Line } {
  const needs = story.of('need')
  const standing = hoursOf(story).map((at) => ({
    at,
    statuses: needs.flatMap((versions) => versions.findLast((version) => version.at <= at)?.record.status ?? []),
  }))
  return {
    open: standing.map(({ at, statuses }) => ({ at, value: statuses.filter((one) => !isClosed(one)).length })),
    completed: standing.map(({ at, statuses }) => ({
      at,
      value: statuses.filter((one) => one === 'completed').length,
    })),
  }
}
