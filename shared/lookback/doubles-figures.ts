import { searchKey } from '#shared/core/japanese-text.ts'
import { type Figure, figureOf } from '#shared/lookback/figure.ts'
import type { Story } from '#shared/lookback/story.ts'
import { pointsLeft, prices, weights } from '#shared/lookback/weights.ts'

/** Two records became one, or a second call about a house went to the need that was there. */
const catching = ['doubles.mergePersons', 'doubles.mergeHouseholds', 'doubles.mergeNeeds', 'needs.addToNeed']

/** Households of one name in one town that still stand twice at the end: the later of each two. */
function householdsTwice(story: Story): number[] {
  const seen = new Set<string>()
  return story
    .of('household')
    .flatMap((versions) => {
      const [first, last] = [versions[0], versions.at(-1)]
      if (!first || !last || last.record.mergedInto !== null || last.record.nameKana === '') return []
      return [{ seq: first.seq, key: `${searchKey(last.record.nameKana)} ${last.record.townId}` }]
    })
    .toSorted((one, other) => one.seq - other.seq)
    .filter(({ key }) => {
      const known = seen.has(key)
      seen.add(key)
      return known
    })
    .map(({ seq }) => seq)
}

/** The same person taken in twice on one day, both check-ins standing. */
function peopleTwice(story: Story): number[] {
  const standing = story
    .last('attendance')
    .filter(({ record }) => record.status !== 'cancelled' && !record.nameToFollow)
  const groups = Object.values(Object.groupBy(standing, ({ record }) => `${record.dayId} ${record.personId}`))
  return groups.flatMap((group = []) => group.slice(1).map(({ seq }) => seq))
}

/** Duplicates that were noticed, and those that still stand. */
export function doublesFigures(story: Story): Figure[] {
  const caught = story.acts(...catching).map(({ seq }) => seq)
  const left = [...householdsTwice(story), ...peopleTwice(story)]
  const points = pointsLeft(weights.doublesLeft, left.length * prices.doublesLeft)
  return [
    figureOf({ key: 'doublesCaught', value: caught.length, unit: 'count', seqs: caught }),
    figureOf({ key: 'doublesLeft', value: left.length, unit: 'count', points, seqs: left }),
  ]
}
