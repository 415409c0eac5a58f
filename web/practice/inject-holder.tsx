import { clockOf, timeZone } from '#shared/core/time.ts'
import type { Inject } from '#shared/practice/inject.ts'
import { store } from '#web/core/store.ts'
import { practiceTexts as words } from '#web/texts/practice.ts'
import { Badge } from '#web/ui/badge.tsx'

function Read({ seenAt, unread }: Pick<Inject, 'seenAt'> & { unread: string }) {
  return seenAt === null ? (
    <Badge tone="warning">{unread}</Badge>
  ) : (
    <Badge tone="plain">{words.readAt(clockOf(seenAt, timeZone))}</Badge>
  )
}

/** What whoever gave it must do now, because no phone will. */
function tellWords({ teamId, leaderId, seenAt }: Inject, isOut: boolean): string {
  if (teamId === null) return words.noTeamOut
  if (!isOut) return words.teamNotOut
  if (leaderId === null) return words.leaderWithoutPhone
  return seenAt === null ? words.leaderUnread : ''
}

function TeamHolds({ inject }: { inject: Inject }) {
  const team = store.get('team', inject.teamId)
  const leader = team?.members.find(({ attendanceId }) => attendanceId === team.leaderId)
  const tell = inject.state === 'fired' ? tellWords(inject, team?.status === 'out') : ''
  return (
    <p class="inject-holder">
      {team ? <strong>{words.heldByTeam(team.number, leader?.name ?? '')}</strong> : null}{' '}
      {inject.leaderId === null ? null : <Read seenAt={inject.seenAt} unread={words.unread} />} {tell}
    </p>
  )
}

function PartHolds({ inject: { recipient, seenAt, state } }: { inject: Inject }) {
  const role = recipient.kind === 'phone' ? recipient.role : null
  const players = store.all('participant').filter((one) => one.role === role && one.leftAt === null)
  if (players.length === 0) return state === 'fired' ? <p class="inject-holder">{words.nobodyPlays}</p> : null
  return (
    <p class="inject-holder">
      {words.phones(players.length)} <Read seenAt={seenAt} unread={words.unreadByAll} />
    </p>
  )
}

/** Who has before them what was given, and whether they have read it; whoever sits at a desk sees it there. */
export function InjectHolder({ inject }: { inject: Inject }) {
  if (inject.recipient.kind === 'team') return <TeamHolds inject={inject} />
  return inject.recipient.kind === 'phone' ? <PartHolds inject={inject} /> : null
}
