import { recordTable, type Tx } from '#server/database/record-table.ts'
import type { WaitingAct } from '#shared/access/waiting-act.ts'

export const waitingActs = recordTable('waitingAct', {
  id: 'plain',
  type: 'plain',
  forId: 'plain',
  forName: 'plain',
  askedAt: 'plain',
  ranHours: 'plain',
  status: 'plain',
  answeredBy: 'plain',
  endedAt: 'plain',
  problem: 'plain',
})

export const isOpen = ({ status }: WaitingAct) => status === 'waiting' || status === 'approved'

export const openActs = (tx: Tx) => waitingActs.where(tx, { status: ['waiting', 'approved'] })
