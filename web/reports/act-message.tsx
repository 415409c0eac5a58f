import type { ActState } from '#web/reports/use-act.ts'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

/** Why the last act was refused, or that it waits for the line; nothing typed is lost by either. */
export function ActMessage({ refused, kept }: Pick<ActState, 'refused' | 'kept'>) {
  if (refused)
    return (
      <NoticeBanner tone="warning" live>
        <p>{refused}</p>
      </NoticeBanner>
    )
  return kept ? (
    <NoticeBanner tone="information" live>
      <p>{kept}</p>
    </NoticeBanner>
  ) : null
}
