import type { UnitOfWork, WorkTx } from '#server/core/unit-of-work.ts'
import { dayHasPassed } from '#shared/access/waiting-rules.ts'

/** Notes that somebody was made a lead, or given a PIN, by another: for a day the two count as one. */
export async function noteMaker({ tx, actor, now }: UnitOfWork, staffId: string): Promise<void> {
  if (actor.kind !== 'staff' || actor.staffId === staffId) return
  const pair = { staff_id: staffId, maker_id: actor.staffId }
  await tx.deleteFrom('staff_maker').where('staff_id', '=', staffId).where('maker_id', '=', actor.staffId).execute()
  await tx
    .insertInto('staff_maker')
    .values({ ...pair, at: now, ran_hours: 0 })
    .execute()
}

async function freshPairs(tx: WorkTx, now: string) {
  const rows = await tx.selectFrom('staff_maker').selectAll().execute()
  return rows.filter(({ at, ran_hours }) => !dayHasPassed({ at, ranHours: ran_hours }, now))
}

/**
 * Everyone who may be the same hand as this person: whom they made within a day, who made them, and so on through
 * others. Nobody consents to their own act under a name they have just made up.
 */
export async function kinOf(tx: WorkTx, staffId: string, now: string): Promise<ReadonlySet<string>> {
  const pairs = await freshPairs(tx, now)
  const kin = new Set([staffId])
  for (let before = 0; before !== kin.size; ) {
    before = kin.size
    for (const { staff_id, maker_id } of pairs)
      if (kin.has(staff_id) || kin.has(maker_id)) kin.add(staff_id).add(maker_id)
  }
  return kin
}

export const somebodyIsNew = async (tx: WorkTx, now: string) => (await freshPairs(tx, now)).length > 0

/** One more steady hour has passed; what is older than a day is forgotten. */
export async function ageMakers({ tx, now }: UnitOfWork): Promise<void> {
  const fresh = await freshPairs(tx, now)
  await tx.deleteFrom('staff_maker').execute()
  for (const pair of fresh)
    await tx
      .insertInto('staff_maker')
      .values({ ...pair, ran_hours: pair.ran_hours + 1 })
      .execute()
}
