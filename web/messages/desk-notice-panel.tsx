import { signal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { clockOf, timeZone } from '#shared/core/time.ts'
import type { Notice } from '#shared/messages/notice.ts'
import { send } from '#web/core/send.ts'
import { may } from '#web/core/session.ts'
import { AcknowledgementsPanel } from '#web/messages/acknowledgements-panel.tsx'
import { acknowledgementsOf, noticesToday } from '#web/messages/selectors.ts'
import { messagesTexts } from '#web/texts/messages.ts'
import { ring } from '#web/ui/alarm.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

const tones = { stop: 'stop', shorten: 'warning', message: 'information' } as const

/** Messages that this desk has read and put away. */
const putAway = signal<readonly string[]>([])

function titleOf({ kind, returnBy, reason }: Notice): string {
  if (kind === 'message') return `${messagesTexts.title.message}: ${reason}`
  const title = kind === 'stop' ? messagesTexts.title.stop : messagesTexts.title.shorten(returnBy ?? '')
  return `${title}（${reason}）`
}

/** What holds today, on every desk: who said it, and how many do not know yet. */
export function DeskNotices() {
  const holding = noticesToday().filter(({ id, liftedAt }) => liftedAt === null && !putAway.value.includes(id))
  const gravest = holding.find(({ kind }) => kind === 'stop')?.id
  useEffect(() => {
    if (gravest) ring('stop')
  }, [gravest])
  return (
    <>
      {holding.map((notice) => (
        <DeskNotice key={notice.id} notice={notice} />
      ))}
    </>
  )
}

function DeskNotice({ notice }: { notice: Notice }) {
  const [open, setOpen] = useState(false)
  const { all, known } = acknowledgementsOf(notice)
  const pending = all - known
  const lift = () => send('messages.liftNotice', { noticeId: notice.id })
  return (
    <>
      <NoticeBanner
        tone={tones[notice.kind]}
        live
        title={titleOf(notice)}
        action={
          <div class="actions">
            <Button onPress={() => setOpen(true)}>
              {pending > 0 ? messagesTexts.pending(pending) : messagesTexts.allKnow}
            </Button>
            {may('center.lead') ? <Button onPress={lift}>{messagesTexts.lift[notice.kind]}</Button> : null}
          </div>
        }
        onClose={
          notice.kind === 'message'
            ? () => {
                putAway.value = [...putAway.value, notice.id]
              }
            : undefined
        }
      >
        <span>{messagesTexts.since(clockOf(notice.at, timeZone), notice.byName)}</span>
      </NoticeBanner>
      <Dialog open={open} title={`${titleOf(notice)} ${messagesTexts.whoTitle}`} onClose={() => setOpen(false)}>
        <AcknowledgementsPanel notice={notice} />
      </Dialog>
    </>
  )
}
