import { WaitingActBanners } from '#web/access/waiting-act-banners.tsx'
import { HandOverBanners } from '#web/center/hand-over-banners.tsx'
import { HelpBanner } from '#web/dispatch/help-panel.tsx'
import { KeepingBanner } from '#web/keeping/keeping-banner.tsx'
import { MovedHereBanner } from '#web/keeping/moved-here-banner.tsx'
import { NewerVersion } from '#web/keeping/newer-version.tsx'
import { OldCopyBanner } from '#web/keeping/old-copy-banner.tsx'
import { DeskNotices } from '#web/messages/desk-notice-panel.tsx'
import { DrillBanners } from '#web/practice/drill-banner-panel.tsx'
import { ErasureBanner } from '#web/privacy/erasure-notice-panel.tsx'

/** What every desk must see whatever it does: teams that call for help, and what was told to everyone. */
export function DeskBanners() {
  return (
    <div class="desk-banners">
      <MovedHereBanner />
      <OldCopyBanner />
      <NewerVersion />
      <KeepingBanner />
      <HelpBanner />
      <DrillBanners />
      <DeskNotices />
      <WaitingActBanners />
      <HandOverBanners />
      <ErasureBanner />
    </div>
  )
}
