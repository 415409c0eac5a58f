import { newId } from '#shared/core/ids.ts'
import type { Notice } from '#shared/messages/notice.ts'
import { send } from '#web/core/send.ts'
import { acknowledgementsOf, type Unreached } from '#web/messages/selectors.ts'
import { messagesTexts } from '#web/texts/messages.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { Progress } from '#web/ui/progress.tsx'

/** Who has not acknowledged a notice, by team with its leader first: those are called by telephone. */
export function AcknowledgementsPanel({ notice }: { notice: Notice }) {
  const { all, known, groups } = acknowledgementsOf(notice)
  return (
    <section class="stack" aria-label={messagesTexts.whoTitle}>
      <Progress word={messagesTexts.progress(known, all)} value={known} max={Math.max(1, all)} />
      {groups.length === 0 ? <p>{messagesTexts.allKnow}</p> : null}
      {groups.map(({ teamNumber, isOut, people }) => (
        <section key={teamNumber ?? 'none'}>
          <h3>
            {teamNumber === null ? messagesTexts.noTeam : messagesTexts.team(teamNumber)}{' '}
            {isOut ? <Badge tone="stop">{messagesTexts.isOut}</Badge> : null}
          </h3>
          <ul class="unreached">
            {people.map((person) => (
              <UnreachedRow key={person.attendanceId} noticeId={notice.id} person={person} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

/** A desk that reached somebody by voice says so for them. */
function UnreachedRow({ noticeId, person }: { noticeId: string; person: Unreached }) {
  const { attendanceId, number, name, isLeader, hasPhone } = person
  const told = () => send('messages.acknowledge', { acknowledgementId: newId(), noticeId, attendanceId })
  return (
    <li>
      <span>
        <strong class="number">{number}</strong> {name} {isLeader ? <Badge>{messagesTexts.leader}</Badge> : null}{' '}
        {hasPhone ? null : <Badge tone="warning">{messagesTexts.noPhone}</Badge>}
      </span>
      <Button onPress={told} label={`${number} ${name} ${messagesTexts.told}`}>
        {messagesTexts.told}
      </Button>
    </li>
  )
}
