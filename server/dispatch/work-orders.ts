import { recordTable, type Tx, type Writing } from '#server/database/record-table.ts'
import type { WorkOrder, WorkOrderPlace } from '#shared/dispatch/work-order.ts'

export const workOrders = recordTable('workOrder', {
  id: 'plain',
  dayId: 'plain',
  date: 'plain',
  number: 'plain',
  version: 'plain',
  shortCode: 'plain',
  status: 'plain',
  needId: 'plain',
  needNumber: 'plain',
  needVersion: 'plain',
  teamId: 'plain',
  teamNumber: 'plain',
  categories: 'json',
  work: 'plain',
  workWithheld: 'boolean',
  tools: 'json',
  ownEquipment: 'plain',
  cautions: 'plain',
  townId: 'plain',
  leaderId: 'plain',
  members: 'json',
  returnBy: 'plain',
  issuedAt: 'plain',
  issuedBy: 'plain',
  reasonForTeam: 'plain',
  againBecause: 'plain',
})

export const workOrderPlaces = recordTable('workOrderPlace', {
  id: 'plain',
  dayId: 'plain',
  status: 'plain',
  memberIds: 'json',
  withheld: 'boolean',
  surname: 'plain',
  nameWithheld: 'boolean',
  townId: 'plain',
  addressLine: 'plain',
  landmark: 'plain',
  lat: 'plain',
  lng: 'plain',
  careHint: 'plain',
})

/** The sheet that is in force for a team, and the place it goes to; both are told apart only by who may read them. */
export interface Sheet {
  workOrder: WorkOrder
  place: WorkOrderPlace
}

export async function getSheet(tx: Tx, workOrderId: string): Promise<Sheet> {
  return { workOrder: await workOrders.get(tx, workOrderId), place: await workOrderPlaces.get(tx, workOrderId) }
}

/** Saves a work order and its place in one state: phones hold the place by it. */
export async function saveSheetAs(work: Writing, sheet: Sheet, status: WorkOrder['status']): Promise<void> {
  await workOrders.save(work, { ...sheet.workOrder, status })
  await workOrderPlaces.save(work, { ...sheet.place, status })
}

/** Every sheet a team ever had today, oldest first. */
export async function sheetsOfTeam(tx: Tx, teamId: string): Promise<WorkOrder[]> {
  const all = await workOrders.where(tx, { teamId })
  return all.sort((one, other) => one.version - other.version)
}
