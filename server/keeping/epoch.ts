import { createHmac, timingSafeEqual } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import { newToken } from '#server/core/secret.ts'
import type { Tx } from '#server/database/record-table.ts'
import type { CenterProofs } from '#shared/keeping/reads.ts'

/**
 * Which of several copies of a center this one is. The epoch goes up whenever another copy becomes the center: by
 * restoring, by handing over, by taking back. The lineage is drawn anew each time, so that two copies of the same epoch
 * are told apart.
 */
export interface EpochState {
  secret: string
  epoch: number
  lineage: string
  raisedAt: string | null
  raisedBecause: string | null
  restoredFrom: string | null
  handedOverAt: string | null
  handedOverAs: string | null
  secondFolder: string
}

interface StateRow {
  secret: string
  epoch: number
  lineage: string
  raised_at: string | null
  raised_because: string | null
  restored_from: string | null
  handed_over_at: string | null
  handed_over_as: string | null
  second_folder: string
}

export async function readEpochState(tx: Tx): Promise<EpochState> {
  const { rows } = await tx.executeQuery<StateRow>(CompiledQuery.raw('select * from keeping_state where id = 1'))
  const [row] = rows
  if (!row) throw new Error('the keeping state is missing from this file')
  return {
    secret: row.secret,
    epoch: row.epoch,
    lineage: row.lineage,
    raisedAt: row.raised_at,
    raisedBecause: row.raised_because,
    restoredFrom: row.restored_from,
    handedOverAt: row.handed_over_at,
    handedOverAs: row.handed_over_as,
    secondFolder: row.second_folder,
  }
}

interface Raise {
  above: number
  because: 'restored' | 'handedOver' | 'takenBack' | 'takenOver'
  at: string
  restoredFrom?: string
}

/** Makes this copy the newest: whoever has met it refuses all earlier ones from then on. */
export async function raiseEpoch(tx: Tx, { above, because, at, restoredFrom = '' }: Raise): Promise<void> {
  const text = `update keeping_state set epoch = max(epoch, ?) + 1, lineage = ?, raised_at = ?, raised_because = ?,
    restored_from = ?, handed_over_at = null, handed_over_as = null where id = 1`
  const lineage = Buffer.from(newToken(), 'base64url').subarray(0, 4).toString('hex')
  await tx.executeQuery(CompiledQuery.raw(text, [above, lineage, at, because, restoredFrom]))
}

function isProof(given: string, expected: string): boolean {
  return /^[\w-]{22}$/.test(given) && timingSafeEqual(Buffer.from(given), Buffer.from(expected))
}

/** What a center shows of its epoch: only a copy that holds the same secret can have made it. */
export function epochMark({ secret, epoch, lineage }: Pick<EpochState, 'secret' | 'epoch' | 'lineage'>): string {
  return `${epoch}.${lineage}.${proofOf(secret, epoch, lineage)}`
}

function proofOf(secret: string, epoch: number, lineage: string): string {
  return createHmac('sha256', secret).update(`${epoch} ${lineage}`).digest('base64url').slice(0, 22)
}

/** What somebody who has met a copy of this center tells another one by the mark they were shown. */
export type Met = 'thisOrEarlier' | 'newer' | 'fork' | 'unproven'

/** Judges a mark that a device brings. A number that anyone could have made up stops nobody. */
export function judgeMark(own: Pick<EpochState, 'secret' | 'epoch' | 'lineage'>, mark: string): Met {
  const [number = '', lineage = '', proof = ''] = mark.slice(0, 80).split('.')
  const epoch = Number(number)
  if (!isProof(proof, proofOf(own.secret, epoch, lineage))) return 'unproven'
  if (epoch > own.epoch) return 'newer'
  return epoch === own.epoch && lineage !== own.lineage ? 'fork' : 'thisOrEarlier'
}

/** What staff of this center, and of no other, are told of a desk's own word: the same at each of its laptops. */
export function movingProofs({ secret }: Pick<EpochState, 'secret'>, word: string): CenterProofs {
  const of = (way: string) => createHmac('sha256', secret).update(`${way} ${word}`).digest('base64url').slice(0, 22)
  return { toOld: of('toOld'), toNew: of('toNew') }
}
