import { useState } from 'preact/hooks'
import type { WaitingAct } from '#shared/access/waiting-act.ts'
import { delayHours } from '#shared/access/waiting-rules.ts'
import { addMinutes, clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import { useActConcerns } from '#web/access/use-act-concerns.ts'
import { type Outcome, send } from '#web/core/send.ts'
import { may, session } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { accessTexts } from '#web/texts/access.ts'
import { actName } from '#web/texts/act-names.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

/** When a day has passed. */
function dueText(askedAt: string): string {
  const due = addMinutes(askedAt, delayHours * 60)
  const [, month = 0, day = 0] = dateOf(due, timeZone).split('-').map(Number)
  return accessTexts.waitingWhen(month, day, clockOf(due, timeZone))
}

function Answers({ act, isMine }: { act: WaitingAct; isMine: boolean }) {
  const [said, setSaid] = useState('')
  const say = (outcome: Outcome) =>
    setSaid(
      outcome.kind === 'refused'
        ? problemSentence(outcome.problem, 'ja')
        : outcome.kind === 'kept'
          ? accessTexts.kept
          : '',
    )
  const refuse = async () => say(await send('access.refuseAct', { actId: act.id }))
  const approve = async () => say(await send('access.approveAct', { actId: act.id }))
  return (
    <div class="stack">
      {said ? <p role="alert">{said}</p> : null}
      <div class="actions">
        {isMine ? null : <Button onPress={approve}>{accessTexts.approve}</Button>}
        <Button onPress={refuse}>{isMine ? accessTexts.takeBack : accessTexts.refuse}</Button>
      </div>
    </div>
  )
}

function wordsFor(leads: boolean, isMine: boolean): string {
  if (!leads) return accessTexts.waitingTell
  return isMine ? accessTexts.waitingMine : accessTexts.waitingAnswer
}

/** Whom it concerns, for the leads: they answer it, and all other desks are told only that something waits. */
function Concerns({ actId }: { actId: string }) {
  const words = useActConcerns({ actId }, true)
  return <strong>{words === '' ? accessTexts.concernsUnknown : accessTexts.concerns(words)}</strong>
}

/** What one lead alone is going to do stands on every desk until it is done; any lead answers it where they sit. */
export function WaitingActBanners() {
  const me = session.value?.staff?.staffId
  const leads = may('center.lead')
  return (
    <>
      {store
        .all('waitingAct')
        .filter(({ status }) => status === 'waiting')
        .map((act) => (
          <NoticeBanner
            key={act.id}
            tone="warning"
            live
            title={accessTexts.waitingTitle(act.forName, actName(act.type))}
            action={leads ? <Answers act={act} isMine={act.forId === me} /> : undefined}
          >
            {leads ? <Concerns actId={act.id} /> : null}
            <span>{dueText(act.askedAt)}</span>
            <span>{wordsFor(leads, act.forId === me)}</span>
          </NoticeBanner>
        ))}
    </>
  )
}
