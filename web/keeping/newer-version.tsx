import { newerVersion } from '#web/core/link.ts'
import { CardLink } from '#web/keeping/card-link.tsx'
import { healthPageTexts } from '#web/texts/keeping-health.ts'
import { Button } from '#web/ui/button.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

/** The center was brought up to date under this page: it loads anew when its person says so; drafts stay in the tab. */
export function NewerVersion({ withCard = true }: { withCard?: boolean }) {
  if (!newerVersion.value) return null
  return (
    <NoticeBanner
      tone="warning"
      live
      title={healthPageTexts.newerTitle}
      action={
        <>
          <Button variant="next" onPress={() => location.reload()}>
            {healthPageTexts.newerReload}
          </Button>
          {withCard ? <CardLink name="newVersion" /> : null}
        </>
      }
    >
      {healthPageTexts.newerWords}
    </NoticeBanner>
  )
}
