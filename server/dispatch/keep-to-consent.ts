import { type Change, changesOf, type UnitOfWork } from '#server/core/unit-of-work.ts'
import { workOrderPlaces, workOrders } from '#server/dispatch/work-orders.ts'
import { needConsents } from '#server/needs/needs.ts'
import { type Told, toldOf } from '#shared/needs/consent-rules.ts'
import type { Need } from '#shared/needs/need.ts'

/** What the team that comes to this need is told. */
export async function toldAt(work: UnitOfWork, { id }: Pick<Need, 'id'>): Promise<Told> {
  return toldOf(await needConsents.get(work.tx, id))
}

/** Takes off one sheet, and so off the phones that hold it, what may not be told; nothing is ever added to a sheet. */
async function keepSheetTo(work: UnitOfWork, orderId: string, told: Told): Promise<void> {
  const order = await workOrders.get(work.tx, orderId)
  if (!told.work && !order.workWithheld) await workOrders.save(work, { ...order, work: '', workWithheld: true })
  const place = await workOrderPlaces.find(work.tx, orderId)
  if (!place) return
  const careHint = place.careHint === told.careHint ? told.careHint : ''
  const named = told.surname || place.nameWithheld
  if (named && careHint === place.careHint) return
  const name = named ? {} : { surname: '', nameWithheld: true }
  await workOrderPlaces.save(work, { ...place, ...name, careHint })
}

/** Sheets and phones that say more than was agreed lose it in the act by which it was refused. */
export async function keepToConsent(work: UnitOfWork, changes: readonly Change[]): Promise<void> {
  const answered = changesOf(changes, 'needConsent').map(({ record }) => record.id)
  const turned = changesOf(changes, 'workOrder').flatMap(({ record, before }) =>
    before && before.needId !== record.needId ? [record.needId] : [],
  )
  for (const needId of new Set([...answered, ...turned])) {
    const orders = await workOrders.where(work.tx, { needId })
    if (orders.length === 0) continue
    const told = await toldAt(work, { id: needId })
    for (const { id } of orders) await keepSheetTo(work, id, told)
  }
}
