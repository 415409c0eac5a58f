import { useState } from 'preact/hooks'
import { mePhone } from '#shared/texts/me-phone.ts'
import { tokenOfThisPage } from '#web/core/personal-link.ts'
import { deviceMemory } from '#web/ui/device-memory.ts'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { usePhoneWords } from '#web/ui/phone-words.tsx'

/** Which number the owner of this page knows; two pages on one phone are two people's. */
const keptAs = () => `number.${tokenOfThisPage()?.slice(0, 8)}`

function knownNumber(now: number): number {
  const kept = Number(deviceMemory.read(keptAs()))
  if (kept > 0) return kept
  deviceMemory.write(keptAs(), String(now))
  return now
}

/** Two check-ins of one person were merged, or taken apart again: said until it is pressed away, reloads included. */
export function NumberChanged({ now }: { now: number }) {
  const { t } = usePhoneWords(mePhone)
  const [known, setKnown] = useState(() => knownNumber(now))
  const close = () => {
    deviceMemory.write(keptAs(), String(now))
    setKnown(now)
  }
  // The place is there from the beginning, so that what comes into it is read out.
  return (
    <div role="status">
      {known === now ? null : (
        <NoticeBanner tone="information" onClose={close}>
          <p>{t('numberChanged', { before: known, now })}</p>
        </NoticeBanner>
      )}
    </div>
  )
}
