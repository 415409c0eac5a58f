import { activeStaff, staff } from '#server/access/staff.ts'
import { findCenter, getCenter } from '#server/center/centers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { recordTable, type Tx } from '#server/database/record-table.ts'
import type { Staff } from '#shared/access/staff.ts'
import type { OwnDesk } from '#shared/center/desk.ts'
import type { CenterProfile } from '#shared/center/profile.ts'
import { ownDesksOf, profileInForce } from '#shared/center/profiles.ts'

export const deskLists = recordTable('deskList', { id: 'plain', desks: 'json' })

export const profileChanges = recordTable('profileChange', {
  id: 'plain',
  fromProfile: 'plain',
  toProfile: 'plain',
  at: 'plain',
  changedBy: 'plain',
  seq: 'plain',
  before: 'json',
  undoneAt: 'plain',
  undoneBy: 'plain',
})

export const handOvers = recordTable('handOver', {
  id: 'plain',
  dayId: 'plain',
  deskName: 'plain',
  fromStaffId: 'plain',
  fromName: 'plain',
  toStaffId: 'plain',
  toName: 'plain',
  note: 'plain',
  at: 'plain',
  readAt: 'plain',
})

/** The desks that the center made its own; undefined while it has the profile's. */
export async function ownDesks(tx: Tx): Promise<OwnDesk[] | undefined> {
  const [list] = await deskLists.where(tx, {})
  return list?.desks
}

/** The profile that is in force; before the center is set up, whatever is asked is asked under the standard one. */
export async function profileOf(tx: Tx): Promise<CenterProfile> {
  const center = await findCenter(tx)
  return profileInForce(center?.profileName ?? 'standard', center ? await ownDesks(tx) : undefined)
}

/** The desks as a change of them finds them. */
export async function desksToChange(tx: Tx): Promise<OwnDesk[]> {
  const { profileName } = await getCenter(tx)
  return ownDesksOf(profileName, await ownDesks(tx))
}

/** Makes these the center's desks; none means the profile's own. */
export async function saveDesks(work: UnitOfWork, desks: OwnDesk[]): Promise<void> {
  const { id } = await getCenter(work.tx)
  await deskLists.save(work, { id, desks })
}

/** Seats people elsewhere; whoever sits there already is left alone. */
export async function reseat(work: UnitOfWork, deskNamesOf: (person: Staff) => readonly string[]): Promise<void> {
  for (const person of await activeStaff(work.tx)) {
    const deskNames = [...new Set(deskNamesOf(person))]
    if (deskNames.join(' ') !== person.deskNames.join(' ')) await staff.save(work, { ...person, deskNames })
  }
}
