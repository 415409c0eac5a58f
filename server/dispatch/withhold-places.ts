import { type Change, changesOf, type UnitOfWork } from '#server/core/unit-of-work.ts'
import { nowhere } from '#server/dispatch/issue-work-order.ts'
import { workOrderPlaces, workOrders } from '#server/dispatch/work-orders.ts'
import { needs } from '#server/needs/needs.ts'

/** The needs of which 住所非開示 is said now, and those to which sheets of others were turned. */
async function needsWithheld(work: UnitOfWork, changes: readonly Change[]): Promise<string[]> {
  const said = changesOf(changes, 'need').flatMap(({ record, before }) =>
    record.addressWithheld && before?.addressWithheld === false ? [record.id] : [],
  )
  const turned = changesOf(changes, 'workOrder').flatMap(({ record, before }) =>
    before && before.needId !== record.needId ? [record.needId] : [],
  )
  const hidden = turned.length === 0 ? [] : await needs.where(work.tx, { id: turned, addressWithheld: true })
  return [...new Set([...said, ...hidden.map(({ id }) => id)])]
}

/** Phones and sheets that had the place already lose it in the act by which 住所非開示 was said. */
export async function withholdPlaces(work: UnitOfWork, changes: readonly Change[]): Promise<void> {
  for (const needId of await needsWithheld(work, changes)) {
    for (const order of await workOrders.where(work.tx, { needId })) {
      const place = await workOrderPlaces.find(work.tx, order.id)
      if (!place || place.withheld) continue
      await workOrderPlaces.save(work, { ...place, ...nowhere })
      await workOrders.save(work, { ...order, townId: null })
    }
  }
}
