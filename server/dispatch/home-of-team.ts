import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { workOrderPlaces, workOrders } from '#server/dispatch/work-orders.ts'
import { hidePhotosFrom, showPhotosTo } from '#server/photos/show-to-team.ts'
import type { WorkOrder } from '#shared/dispatch/work-order.ts'
import type { Team } from '#shared/teams/team.ts'

/**
 * The team has reported: its phones know neither the place nor the photos any longer, although it may still be on its
 * way. The sheet itself stays out, and so does the paper.
 */
export async function hideHomeFrom(work: UnitOfWork, { id, teamId }: Pick<WorkOrder, 'id' | 'teamId'>): Promise<void> {
  const place = await workOrderPlaces.find(work.tx, id)
  if (place?.status === 'out') await workOrderPlaces.save(work, { ...place, status: 'back' })
  await hidePhotosFrom(work, teamId)
}

/** The team goes on after it had reported: whoever of it is still out knows the home again. */
export async function showHomeAgain(work: UnitOfWork, { id, status, workOrderId, needId }: Team): Promise<void> {
  if (status !== 'out' || workOrderId === null || needId === null) return
  const order = await workOrders.find(work.tx, workOrderId)
  const place = await workOrderPlaces.find(work.tx, workOrderId)
  if (order?.status !== 'out' || place?.status !== 'back') return
  await workOrderPlaces.save(work, { ...place, status: 'out' })
  await showPhotosTo(work, id, needId, place.memberIds)
}
