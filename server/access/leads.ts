import { activeStaff } from '#server/access/staff.ts'
import type { WorkTx } from '#server/core/unit-of-work.ts'
import type { Staff } from '#shared/access/staff.ts'
import type { CenterProfile } from '#shared/center/profile.ts'
import { capabilitiesOf } from '#shared/center/profiles.ts'

/** Those who may lead here, under the desks they hold now. */
export async function leadsOf(tx: WorkTx, profile: CenterProfile): Promise<Staff[]> {
  const everyone = await activeStaff(tx)
  return everyone.filter(({ deskNames }) => capabilitiesOf(profile, deskNames).includes('center.lead'))
}

/** Those of them who sit at some desk now. */
export async function onDuty(tx: WorkTx, staffIds: readonly string[], now: string): Promise<string[]> {
  if (staffIds.length === 0) return []
  const rows = await tx
    .selectFrom('session')
    .select('staff_id')
    .distinct()
    .where('staff_id', 'in', staffIds)
    .where('closed_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()
  return rows.map((row) => row.staff_id)
}
