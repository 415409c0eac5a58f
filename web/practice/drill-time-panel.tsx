import { clockOf, timeZone } from '#shared/core/time.ts'
import { drillPhone } from '#shared/texts/drill-phone.ts'
import { instantNow } from '#web/core/clock.ts'
import { drillNow } from '#web/practice/selectors.ts'
import { usePhoneWords } from '#web/ui/phone-words.tsx'

/** The drill's time on every phone, and that it stands or is over; nothing of it where records are real. */
export function DrillTime() {
  const { t } = usePhoneWords(drillPhone)
  const drill = drillNow()
  if (!drill) return null
  if (drill.phase === 'over') return <p class="drill-time">{t('over')}</p>
  return (
    <p class="drill-time">
      {t('drillTime')} <strong class="number">{clockOf(instantNow(), timeZone)}</strong>
      {drill.speed === 0 ? t('stands') : null}
    </p>
  )
}
