import { may } from '#web/core/session.ts'
import { ClosingSection } from '#web/privacy/closing-section.tsx'
import { EraseSection } from '#web/privacy/erase-section.tsx'
import { standingNotices } from '#web/privacy/erasure-notice-panel.tsx'
import { ExportSection } from '#web/privacy/export-section.tsx'
import { PostponeSection } from '#web/privacy/postpone-section.tsx'
import { TimesSection } from '#web/privacy/times-section.tsx'
import { privacyTexts as words } from '#web/texts/privacy.ts'

/** 個人情報: the closing, how long what is kept, what is about to go, and whose record is erased on their wish. */
export function PrivacyPanel() {
  return (
    <section class="panel" aria-labelledby="privacy-title">
      <header class="panel-head">
        <h2 id="privacy-title">{words.panel}</h2>
      </header>
      <div class="panel-body stack">
        {standingNotices().map((notice) => (
          <PostponeSection key={notice.id} notice={notice} />
        ))}
        <ExportSection />
        {may('center.lead') ? <EraseSection /> : null}
        {may('center.lead') ? <ClosingSection /> : null}
        <TimesSection />
      </div>
    </section>
  )
}
