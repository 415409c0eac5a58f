import { useEffect } from 'preact/hooks'
import { formatPhone } from '#shared/core/phone-number.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { helpIsOpen } from '#shared/dispatch/signal-rules.ts'
import type { Team } from '#shared/teams/team.ts'
import { send } from '#web/core/send.ts'
import { may } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { messagesTexts } from '#web/texts/messages.ts'
import { ring } from '#web/ui/alarm.ts'
import { Button } from '#web/ui/button.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

/** Whom to call back: the leader, with the number where this desk holds contacts of volunteers. */
function leaderOf({ leaderId }: Team): string {
  const leader = store.get('attendance', leaderId)
  if (!leader) return ''
  const phone = formatPhone(store.get('personContact', leader.personId)?.phone ?? '')
  return messagesTexts.helpLeader(leader.number, leader.name, phone)
}

/** Teams that call for help, oldest call first, on every desk that can answer; nobody else is disturbed. */
export function HelpBanner() {
  const mayAnswer = may('dispatch.manage') || may('return.manage') || may('center.lead')
  const calls = mayAnswer
    ? store
        .all('team')
        .filter(helpIsOpen)
        .sort((one, other) => ((one.helpAskedAt ?? '') < (other.helpAskedAt ?? '') ? -1 : 1))
    : []
  const newest = calls.at(-1)
  useEffect(() => {
    if (newest) ring('stop')
  }, [newest?.id, newest?.helpAskedAt])
  return (
    <>
      {calls.map((team) => (
        <NoticeBanner
          key={team.id}
          tone="stop"
          title={messagesTexts.helpTitle(team.number)}
          action={
            <Button onPress={() => send('dispatch.answerHelp', { teamId: team.id })}>{messagesTexts.helpAnswer}</Button>
          }
        >
          <span>
            {team.helpAskedAt ? messagesTexts.helpSince(clockOf(team.helpAskedAt, timeZone), team.helpNote) : ''}
            {` ${leaderOf(team)}`}
          </span>
        </NoticeBanner>
      ))}
    </>
  )
}
