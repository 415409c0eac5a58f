import { clockOf, timeZone } from '#shared/core/time.ts'
import { drillPhone } from '#shared/texts/drill-phone.ts'
import { darkSince } from '#web/practice/selectors.ts'
import { FullScreen } from '#web/ui/full-screen.tsx'
import { usePhoneWords } from '#web/ui/phone-words.tsx'

/** A phone that is put away: one sentence, and since when; what was being typed stays beneath. */
export function DarkPhone() {
  const { t } = usePhoneWords(drillPhone)
  const since = darkSince()
  if (since === null) return null
  return (
    <FullScreen tone="dark" title={t('dark')}>
      <p>{t('darkMore', { clock: clockOf(since, timeZone) })}</p>
    </FullScreen>
  )
}
