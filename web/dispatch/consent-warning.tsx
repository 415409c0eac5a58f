import type { Need } from '#shared/needs/need.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { dispatchTexts as t } from '#web/texts/dispatch.ts'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

/** Nobody asked the household what the team may be told. It is said where the team is sent, and stops nobody. */
export function ConsentWarning({ need }: { need: Need | undefined }) {
  if (!need || need.consentAsked) return null
  return <NoticeBanner tone="warning">{t.consentNotAsked(needNumberText(need.number))}</NoticeBanner>
}
