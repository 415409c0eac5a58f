import type { Team } from '#shared/teams/team.ts'
import { store } from '#web/core/store.ts'
import { LeaderPanel } from '#web/dispatch/leader-panel.tsx'
import { PhonePhotos } from '#web/reports/phone-photos-panel.tsx'
import { PhoneReport } from '#web/reports/phone-report-panel.tsx'

/** What only the leader's page has; loaded when somebody becomes one, still at the center. */
export function MyLeading({ team, attendanceId }: { team: Team; attendanceId: string }) {
  const order = store.get('workOrder', team.workOrderId)
  const wasSent = order?.status === 'out' || order?.status === 'back'
  return (
    <>
      <LeaderPanel team={team} />
      {order && wasSent ? <PhonePhotos order={order} attendanceId={attendanceId} leads /> : null}
      {order && wasSent ? <PhoneReport order={order} /> : null}
    </>
  )
}
