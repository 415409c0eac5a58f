import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { WaitingOutlook } from '#shared/dispatch/outlook.ts'
import { mePhone } from '#shared/texts/me-phone.ts'
import { linkState } from '#web/core/link.ts'
import { request } from '#web/core/request.ts'
import { usePhoneWords } from '#web/ui/phone-words.tsx'

const outlook = signal<WaitingOutlook | null>(null)
const askEveryMs = 30_000

async function ask(): Promise<void> {
  if (document.visibilityState !== 'visible') return
  const reply = await request<WaitingOutlook>('GET', '/api/outlook')
  outlook.value = reply.kind === 'done' ? reply.body : null
}

/** How many wait before this person, and how long that roughly takes; nothing where it is not known. */
export function Outlook() {
  const { t } = usePhoneWords(mePhone)
  const live = linkState.value === 'live'
  useEffect(() => {
    if (!live) return
    void ask()
    const asking = setInterval(() => void ask(), askEveryMs)
    return () => clearInterval(asking)
  }, [live])
  const { value } = outlook
  if (!value || !live) return null
  return (
    <>
      <p class="now">{value.ahead > 0 ? t('ahead', { count: value.ahead }) : t('aheadNone')}</p>
      <p>{value.minutes === null ? t('paceUnknown') : t('roughly', { minutes: value.minutes })}</p>
    </>
  )
}
