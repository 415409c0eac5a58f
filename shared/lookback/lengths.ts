import type { Figure, Quartiles } from '#shared/lookback/figure.ts'

const quarterMs = 15 * 60_000

/** The beginning of the quarter of an hour in which an instant lies. */
export const quarterOf = (at: string) => new Date(Math.floor(Date.parse(at) / quarterMs) * quarterMs).toISOString()

/** Every quarter of an hour from one instant to another. */
export function quartersBetween(from: string, to: string): string[] {
  if (from === '' || to === '') return []
  const first = Date.parse(quarterOf(from))
  const count = Math.min(96 * 7, Math.floor((Date.parse(to) - first) / quarterMs) + 1)
  return Array.from({ length: Math.max(0, count) }, (_, index) => new Date(first + index * quarterMs).toISOString())
}

/** How long one took, in minutes, when it was over, and the line that says so. */
export interface Length {
  minutes: number
  at: string
  seq: number
}

const tenths = (value: number) => Math.round(value * 10) / 10

/** The value below which this share of the sorted values lies, between neighbours in proportion. */
function shareOf(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const low = sorted[Math.floor(place)] ?? 0
  const high = sorted[Math.ceil(place)] ?? low
  return tenths(low + (high - low) * (place - Math.floor(place)))
}

function quartilesOf(values: readonly number[]): Quartiles | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((one, other) => one - other)
  const [lower, median, upper] = [shareOf(sorted, 0.25), shareOf(sorted, 0.5), shareOf(sorted, 0.75)]
  return { lower, median, upper, count: values.length }
}

/** The middle length of those that ended in each quarter of an hour. */
function overTime(lengths: readonly Length[]): Figure['overTime'] {
  const groups = Object.entries(Object.groupBy(lengths, ({ at }) => quarterOf(at)))
  return groups
    .map(([at, group = []]) => ({ at, value: quartilesOf(group.map(({ minutes }) => minutes))?.median ?? 0 }))
    .toSorted((one, other) => one.at.localeCompare(other.at))
}

/** What a figure says of lengths: the middle, the quarters, its way over the day, and the longest to be looked at. */
export function saidOfLengths(
  lengths: readonly Length[],
): Pick<Figure, 'value' | 'unit' | 'quartiles' | 'overTime' | 'seqs'> {
  const quartiles = quartilesOf(lengths.map(({ minutes }) => minutes))
  const longest = lengths.toSorted((one, other) => other.minutes - one.minutes).slice(0, 10)
  return {
    value: quartiles?.median ?? null,
    unit: 'minutes',
    quartiles,
    overTime: overTime(lengths),
    seqs: longest.map(({ seq }) => seq),
  }
}
