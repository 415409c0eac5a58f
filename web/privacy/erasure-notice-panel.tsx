import type { ErasureNotice } from '#shared/privacy/retention.ts'
import { goTo, mayGoTo } from '#web/center/go-to-panel.ts'
import { may } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { privacyTexts } from '#web/texts/privacy.ts'
import { Button } from '#web/ui/button.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

const words = privacyTexts.notice

/** The notices that stand: what is going to be erased by itself. */
export const standingNotices = (): readonly ErasureNotice[] =>
  store.all('erasureNotice').filter(({ doneOn }) => doneOn === null)

/** When it will be: two leads may have kept it longer. */
const dateOf = ({ eraseOn, postponedTo }: ErasureNotice) =>
  postponedTo !== null && postponedTo > eraseOn ? postponedTo : eraseOn

export function NoticeWords({ notice, withLink }: { notice: ErasureNotice; withLink: boolean }) {
  const { people, households, postponedTo, because } = notice
  const open =
    withLink && mayGoTo('privacy') ? <Button onPress={() => goTo('privacy')}>{words.open}</Button> : undefined
  return (
    <NoticeBanner tone="warning" title={words.title(dateOf(notice))} action={open}>
      {words.words(people, households)}
      {postponedTo === null ? '' : ` ${words.postponed(postponedTo, because)}`}
    </NoticeBanner>
  )
}

/** On the lead's screen from two weeks before: how many, and when. */
export function ErasureBanner() {
  if (!may('center.lead')) return null
  return (
    <>
      {standingNotices().map((notice) => (
        <NoticeWords key={notice.id} notice={notice} withLink />
      ))}
    </>
  )
}
