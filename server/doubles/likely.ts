import { CompiledQuery } from 'kysely'
import { answerRead } from '#server/core/reads.ts'
import type { Tx } from '#server/database/record-table.ts'
import { householdKeys, needKeys, personKeys } from '#server/doubles/keys.ts'
import { sideOf } from '#server/doubles/sides.ts'
import type { MergeKind } from '#shared/doubles/merge.ts'
import {
  houseBlocks,
  householdLikelihood,
  type LikelyPair,
  likelyPairs,
  needBlocks,
  needLikelihood,
  pairKey,
  personBlocks,
  personLikelihood,
} from '#shared/doubles/radar.ts'
import { compareTwo, type DoublePair, likelyDoubles } from '#shared/doubles/reads.ts'

/** Rows of one answer; whoever has settled these asks again. */
const mostShown = 30

type Pair = LikelyPair<{ id: string }>

/** For each kind, the likely pairs among all its records. */
const radars: Record<MergeKind, (tx: Tx) => Promise<Pair[]>> = {
  person: async (tx) => likelyPairs(await personKeys(tx, null), personBlocks, personLikelihood),
  household: async (tx) => likelyPairs(await householdKeys(tx, null), houseBlocks, householdLikelihood),
  need: async (tx) => likelyPairs(await needKeys(tx, null), needBlocks, needLikelihood),
}

/** Pairs of which somebody said that they are two; a record that was merged since counts as the one that stands for it. */
async function saidToBeTwo(tx: Tx, kind: MergeKind): Promise<Set<string>> {
  const standing = (column: string) => `coalesce((select merged_into from ${kind} where id = ${column}), ${column})`
  const query = `select ${standing('one_id')} as one, ${standing('other_id')} as other
    from not_double where kind = ? and undone_at is null`
  const { rows } = await tx.executeQuery<{ one: string; other: string }>(CompiledQuery.raw(query, [kind]))
  return new Set(rows.map(({ one, other }) => pairKey(one, other)))
}

async function shown(tx: Tx, kind: MergeKind, pair: Pair): Promise<DoublePair> {
  const { score, same, almost, differs } = pair
  const [one, other] = [await sideOf(tx, kind, pair.one.id), await sideOf(tx, kind, pair.other.id)]
  return { one, other, score, same, almost, differs }
}

export const likelyDoublesReader = answerRead(likelyDoubles, async ({ tx }, { kind, of }) => {
  const settled = await saidToBeTwo(tx, kind)
  const isOpen = ({ one, other }: Pair) => !settled.has(pairKey(one.id, other.id))
  const isWanted = ({ one, other }: Pair) => of === undefined || one.id === of || other.id === of
  const open = (await radars[kind](tx)).filter((pair) => isWanted(pair) && isOpen(pair))
  const pairs: DoublePair[] = []
  for (const pair of open.slice(0, mostShown)) pairs.push(await shown(tx, kind, pair))
  return { pairs, total: open.length }
})

const nothingSaid = { score: 0, same: [], almost: [], differs: [] }

async function likelihoodOf(tx: Tx, kind: MergeKind, ids: readonly string[]) {
  if (kind === 'person') {
    const [one, other] = await personKeys(tx, ids)
    return one && other ? personLikelihood(one, other) : nothingSaid
  }
  if (kind === 'household') {
    const [one, other] = await householdKeys(tx, ids)
    return one && other ? householdLikelihood(one, other) : nothingSaid
  }
  const [one, other] = await needKeys(tx, ids)
  return one && other ? needLikelihood(one, other) : nothingSaid
}

export const compareTwoReader = answerRead(compareTwo, async ({ tx }, { kind, oneId, otherId }) => {
  const likelihood = await likelihoodOf(tx, kind, [oneId, otherId])
  return shown(tx, kind, { ...likelihood, one: { id: oneId }, other: { id: otherId } })
})
