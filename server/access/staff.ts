import { recordTable, type Tx } from '#server/database/record-table.ts'

export const staff = recordTable('staff', { id: 'plain', name: 'plain', deskNames: 'json', status: 'plain' })

export const getStaff = (tx: Tx, staffId: string) => staff.get(tx, staffId)
export const findStaff = (tx: Tx, staffId: string) => staff.find(tx, staffId)
export const activeStaff = (tx: Tx) => staff.where(tx, { status: 'active' })
