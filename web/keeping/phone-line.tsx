import type { ComponentChildren } from 'preact'
import type { Language } from '#shared/core/language.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { linePhone } from '#shared/texts/line-phone.ts'
import { centerWrites } from '#web/core/clock.ts'
import { linkState, newerVersion, shownAsOf } from '#web/core/link.ts'
import type { Refusal } from '#web/core/request.ts'
import { dropPutAside, putAside, survivesReload, unsent } from '#web/core/send.ts'
import { Button } from '#web/ui/button.tsx'
import { Freshness } from '#web/ui/freshness.tsx'
import { usePhoneWords } from '#web/ui/phone-words.tsx'

interface PhoneLineProps {
  /** The sentence of a refusal that this page can meet: each page loads its own only. */
  sentence: (problem: Refusal, language: Language) => string
  children?: ComponentChildren
}

/** Whether what is shown is so now, and if not, of when it is; and what the center does not have yet. */
export function PhoneLine({ sentence, children }: PhoneLineProps) {
  const { plain, t } = usePhoneWords(linePhone)
  const state = linkState.value === 'connecting' ? 'stale' : linkState.value
  const word = plain(state === 'live' ? 'live' : state === 'offline' ? 'noLine' : 'checking')
  const since =
    state === 'live' || shownAsOf.value === 0 ? undefined : plain('asOf', { time: clockOf(shownAsOf.value, timeZone) })
  const count = unsent.value.length
  const stopped = state === 'live' && !centerWrites.value
  return (
    <section class={`phone-fresh phone-fresh-${state}`} aria-label={plain('line')}>
      <Freshness state={state} word={word} since={since} />
      {count > 0 && (stopped || state !== 'live') ? <p class="phone-unsent">{t('unsent', { count })}</p> : null}
      {survivesReload.value === false ? <p class="phone-unsent">{t('notKept')}</p> : null}
      {stopped ? (
        <div class="notice notice-warning" role="status">
          <p class="notice-words">{t('centerStopped')}</p>
        </div>
      ) : null}
      <Newer />
      <PutAside sentence={sentence} />
      {children}
    </section>
  )
}

function Newer() {
  const { t } = usePhoneWords(linePhone)
  if (!newerVersion.value) return null
  return (
    <div class="notice notice-warning" role="status">
      <p class="notice-words">{t('newer')}</p>
      <Button onPress={() => location.reload()}>{t('reload')}</Button>
    </div>
  )
}

/** Acts that were sent later and refused: told with their reason until somebody has read it. */
function PutAside({ sentence }: Pick<PhoneLineProps, 'sentence'>) {
  const { t, language } = usePhoneWords(linePhone)
  if (putAside.value.length === 0) return null
  return (
    <div class="notice notice-warning" role="alert">
      <div class="notice-words">
        <strong>{t('putAside')}</strong>
        {putAside.value.map(({ kept, problem }) => (
          <p key={kept.id}>{sentence(problem, language)}</p>
        ))}
      </div>
      <Button onPress={() => dropPutAside(...putAside.value.map(({ kept }) => kept.id))}>{t('understood')}</Button>
    </div>
  )
}
