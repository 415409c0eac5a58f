import { useEffect } from 'preact/hooks'
import { clockOf } from '#shared/core/time.ts'
import { helpIsOpen } from '#shared/dispatch/signal-rules.ts'
import { send } from '#web/core/send.ts'
import { may } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { messagesTexts } from '#web/texts/messages.ts'
import { ring } from '#web/ui/alarm.ts'
import { Button } from '#web/ui/button.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

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
      {calls.map(({ id, number, helpAskedAt, helpNote }) => (
        <NoticeBanner
          key={id}
          tone="stop"
          title={messagesTexts.helpTitle(number)}
          action={
            <Button onPress={() => send('dispatch.answerHelp', { teamId: id })}>{messagesTexts.helpAnswer}</Button>
          }
        >
          <span>{helpAskedAt ? messagesTexts.helpSince(clockOf(helpAskedAt, 'Asia/Tokyo'), helpNote) : ''}</span>
        </NoticeBanner>
      ))}
    </>
  )
}
