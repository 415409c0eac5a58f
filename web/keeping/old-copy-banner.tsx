import { copyMet } from '#web/core/link.ts'
import { MoveDesk } from '#web/keeping/move-desk.tsx'
import { oldCopyTexts } from '#web/texts/keeping-copies.ts'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

/** This page speaks with a copy of the center that another one has gone on from: nothing here is to be believed. */
export function OldCopyBanner() {
  const met = copyMet.value
  if (met === 'current') return null
  const { title, words } = oldCopyTexts[met]
  return (
    <NoticeBanner tone="stop" live title={title} action={met === 'old' ? <MoveDesk /> : null}>
      {words}
    </NoticeBanner>
  )
}
