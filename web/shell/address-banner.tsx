import { addresses } from '#web/center/addresses.ts'
import { store } from '#web/core/store.ts'
import { CardLink } from '#web/keeping/card-link.tsx'
import { posterTexts } from '#web/texts/center.ts'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

/** Says on every desk that the posters on the walls lead nowhere any more, with the new poster one press away. */
export function AddressBanner() {
  const [poster] = store.all('poster')
  const now = addresses.value
  if (!poster || !now || now.includes(poster.origin)) return null
  const [origin] = now
  if (origin === undefined)
    return (
      <NoticeBanner tone="warning" live title={posterTexts.lostTitle} action={<CardLink name="noWifi" />}>
        {posterTexts.lostWords}
      </NoticeBanner>
    )
  return (
    <NoticeBanner
      tone="warning"
      live
      title={posterTexts.changedTitle}
      action={
        <>
          <a class="button button-next" href="/sheets/poster" target="_blank" rel="noreferrer">
            {posterTexts.newPoster}
          </a>
          <CardLink name="posterQr" />
        </>
      }
    >
      {posterTexts.changedWords(poster.origin, origin)}
    </NoticeBanner>
  )
}
