import { expect, test } from 'vitest'
import { pointers } from '#server/doubles/writing.ts'
import type { MergeKind } from '#shared/doubles/merge.ts'
import { records } from '#shared/records.ts'

const fieldOf: Record<MergeKind, string> = { person: 'personId', household: 'householdId', need: 'needId' }

/** Kinds that name a merged record for other reasons than pointing to it. */
const own = ['merge', 'notDouble']

// A record that a merge does not turn to the kept one would be lost with the merged one.
test.each(Object.entries(fieldOf))('everything that points to a %s is turned by its merge', (kind, field) => {
  const pointing = Object.entries(records)
    .filter(([name, { shape }]) => field in shape && !own.includes(name))
    .map(([name]) => name)
  const turned = pointers[kind as MergeKind].filter((one) => one.field === field).map((one) => one.kind)
  expect(turned.toSorted()).toEqual(pointing.toSorted())
})
