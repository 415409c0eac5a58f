import type { Desk } from '#shared/center/profile.ts'
import type { DrillSeat } from '#shared/practice/participant.ts'
import { centerDesks } from '#web/center/desks.ts'
import { seatedStaff } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'

/** The profile's works that a desk does, its own name included. */
export const worksOf = ({ name, work }: Desk): readonly string[] => [name, ...(work ?? [])]

/** The desks of whoever sits here. */
export function myDesks(): readonly Desk[] {
  const mine = store.get('staff', seatedStaff.value?.staffId)?.deskNames ?? []
  return centerDesks().filter(({ name }) => mine.includes(name))
}

/** Who plays a desk; a desk that the scenario has no player for is played by people. */
const seatOf = (deskName: string): DrillSeat | undefined =>
  store.all('drillSeat').find((seat) => seat.deskName === deskName)

export const isSimulated = (deskName: string): boolean => seatOf(deskName)?.player === 'simulated'

/** Whether a desk is the lead's, where the controller sits and nobody joins by a poster. */
export const isLeadDesk = ({ capabilities }: Desk): boolean => capabilities.includes('center.lead')
