import { useEffect } from 'preact/hooks'
import { clockOf, timeZone } from '#shared/core/time.ts'
import type { Notice } from '#shared/messages/notice.ts'
import { commonReasons, noticePhone } from '#shared/texts/notice-phone.ts'
import {
  acknowledgeHere,
  acknowledgement,
  holdingNotice,
  liftedStop,
  noticeToAcknowledge,
} from '#web/messages/selectors.ts'
import { ring } from '#web/ui/alarm.ts'
import { Button } from '#web/ui/button.tsx'
import { FullScreen } from '#web/ui/full-screen.tsx'
import { usePhoneWords } from '#web/ui/phone-words.tsx'

function useNoticeWords() {
  const words = usePhoneWords(noticePhone)
  const { t } = words
  const known = (Object.keys(commonReasons) as (keyof typeof commonReasons)[]).map(
    (key) => [commonReasons[key], key] as const,
  )
  return {
    ...words,
    title: ({ kind, returnBy }: Notice) => t(kind, { time: returnBy ?? '' }),
    reason: ({ kind, reason }: Notice) => {
      const key = known.find(([word]) => word === reason)?.[1]
      if (kind === 'message') return reason
      return key ? t('reason', { reason: noticePhone[key][words.language] }) : t('reason', { reason })
    },
  }
}

/** A stop fills the whole screen until its owner has said that it was understood. */
export function PhoneNotice({ attendanceId, isOut }: { attendanceId: string; isOut: boolean }) {
  const notice = noticeToAcknowledge()
  const { t, title, reason } = useNoticeWords()
  useEffect(() => {
    if (notice) ring(notice.kind === 'message' ? 'news' : 'stop')
  }, [notice?.id])
  if (!notice) return null
  return (
    <FullScreen key={notice.id} tone={notice.kind === 'message' ? 'plain' : 'stop'} title={title(notice)}>
      <p class="now">{reason(notice)}</p>
      {notice.kind === 'stop' ? <p class="now">{t(isOut ? 'stopOut' : 'stopHere')}</p> : null}
      <p>{t('at', { time: clockOf(notice.at, timeZone) })}</p>
      <Button large wide variant="next" onPress={() => acknowledgeHere(notice.id, attendanceId)}>
        {t('understood')}
      </Button>
    </FullScreen>
  )
}

/** What holds stays on the page also after it was acknowledged. */
export function PhoneHoldingNotice({ isOut }: { isOut: boolean }) {
  const notice = holdingNotice()
  const { t, title, reason } = useNoticeWords()
  const state = notice ? acknowledgement(notice.id) : 'none'
  if (!notice || state === 'none') return <LiftedNotice />
  return (
    <section class="phone-holding">
      <h2>{title(notice)}</h2>
      <p>{reason(notice)}</p>
      {notice.kind === 'stop' ? <p>{t(isOut ? 'stopOut' : 'stopHere')}</p> : null}
      <p class="kept">{t(state === 'arrived' ? 'acknowledged' : 'acknowledgedUnsent')}</p>
    </section>
  )
}

/** Somebody who stopped must hear that it goes on. */
function LiftedNotice() {
  const { t } = useNoticeWords()
  const lifted = liftedStop()
  if (!lifted?.liftedAt) return null
  return (
    <div class="notice notice-information" role="status">
      <p>{t('liftedStop', { time: clockOf(lifted.liftedAt, timeZone) })}</p>
    </div>
  )
}
