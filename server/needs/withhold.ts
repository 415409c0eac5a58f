import { type Change, changesOf, type UnitOfWork } from '#server/core/unit-of-work.ts'
import { households } from '#server/households/households.ts'
import { needContacts, needs } from '#server/needs/needs.ts'
import { photos } from '#server/photos/photos.ts'
import type { Need } from '#shared/needs/need.ts'

/** The households whose needs or photos an act may have brought under another word about their address. */
async function householdsTouched(work: UnitOfWork, changes: readonly Change[]): Promise<string[]> {
  const changed = changesOf(changes, 'household').flatMap(({ record, before }) =>
    before && before.addressWithheld !== record.addressWithheld ? [record.id] : [],
  )
  const moved = changesOf(changes, 'need').flatMap(({ record, before }) =>
    before && before.householdId !== record.householdId ? [record.householdId] : [],
  )
  const shown = changesOf(changes, 'photo').flatMap(({ record, before }) =>
    before === undefined || before.needId !== record.needId ? [record.needId] : [],
  )
  const pictured = shown.length === 0 ? [] : await needs.where(work.tx, { id: shown })
  return [...new Set([...changed, ...moved, ...pictured.map(({ householdId }) => householdId)])]
}

/** What is printed of a need is to be printed anew, unless this act has said so already. */
const versionAfter = (need: Need, changes: readonly Change[]) =>
  changesOf(changes, 'need').some(({ record }) => record.id === need.id) ? need.version : need.version + 1

/** 住所非開示 overrides everything: whatever says where the household is follows its word in the same act. */
export async function withholdAddresses(work: UnitOfWork, changes: readonly Change[]): Promise<void> {
  for (const householdId of await householdsTouched(work, changes)) {
    const household = await households.find(work.tx, householdId)
    if (!household) continue
    const { addressWithheld: withheld } = household
    for (const need of await needs.where(work.tx, { householdId })) {
      if (need.addressWithheld !== withheld)
        await needs.save(work, { ...need, addressWithheld: withheld, version: versionAfter(need, changes) })
      const contact = await needContacts.find(work.tx, need.id)
      if (contact && contact.withheld !== withheld) await needContacts.save(work, { ...contact, withheld })
      for (const photo of await photos.where(work.tx, { needId: need.id }))
        if (photo.withheld !== withheld) await photos.save(work, { ...photo, withheld })
    }
  }
}
