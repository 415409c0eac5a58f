import type { Desk } from '#shared/center/profile.ts'
import { playerAt } from '#shared/practice/who-plays.ts'
import { centerDesks } from '#web/center/desks.ts'
import { seatedStaff } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'

/** The desks of whoever sits here. */
export function myDesks(): readonly Desk[] {
  const mine = store.get('staff', seatedStaff.value?.staffId)?.deskNames ?? []
  return centerDesks().filter(({ name }) => mine.includes(name))
}

export const isSimulated = (desk: Desk): boolean => playerAt(desk, store.all('drillSeat')) === 'simulated'

/** Whether a desk is the lead's, where the controller sits and nobody joins by a poster. */
export const isLeadDesk = ({ capabilities }: Desk): boolean => capabilities.includes('center.lead')
