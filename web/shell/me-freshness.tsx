import { clockOf, timeZone } from '#shared/core/time.ts'
import { mePhone } from '#shared/texts/me-phone.ts'
import { centerWrites } from '#web/core/clock.ts'
import { copyMet, linkState, newerVersion, shownAsOf } from '#web/core/link.ts'
import { dropPutAside, putAside, survivesReload, unsent } from '#web/core/send.ts'
import { Moving } from '#web/shell/me-moving.tsx'
import { phoneProblemSentence } from '#web/texts/phone-problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { Freshness } from '#web/ui/freshness.tsx'
import { usePhoneWords } from '#web/ui/phone-words.tsx'

/** Whether what is shown is so now, and if not, of when it is; and what the center does not have yet. */
export function MyFreshness() {
  const { plain, t } = usePhoneWords(mePhone)
  const state = linkState.value === 'connecting' ? 'stale' : linkState.value
  const word = plain(state === 'live' ? 'live' : state === 'offline' ? 'noLine' : 'checking')
  const since =
    state === 'live' || shownAsOf.value === 0 ? undefined : plain('asOf', { time: clockOf(shownAsOf.value, timeZone) })
  const count = unsent.value.length
  return (
    <section class={`phone-fresh phone-fresh-${state}`} aria-label={plain('line')}>
      <Freshness state={state} word={word} since={since} />
      {count > 0 && state !== 'live' ? <p class="phone-unsent">{t('unsent', { count })}</p> : null}
      {survivesReload.value === false ? <p class="phone-unsent">{t('notKept')}</p> : null}
      {state === 'live' && !centerWrites.value ? (
        <div class="notice notice-warning" role="status">
          <p class="notice-words">{t('centerStopped')}</p>
        </div>
      ) : null}
      {newerVersion.value ? (
        <div class="notice notice-warning" role="status">
          <p class="notice-words">{t('newer')}</p>
          <Button onPress={() => location.reload()}>{t('reload')}</Button>
        </div>
      ) : null}
      <PutAside />
      {state === 'offline' || copyMet.value !== 'current' ? <Moving /> : null}
    </section>
  )
}

/** Acts that were sent later and refused: told with their reason until somebody has read it. */
function PutAside() {
  const { t, language } = usePhoneWords(mePhone)
  if (putAside.value.length === 0) return null
  return (
    <div class="notice notice-warning" role="alert">
      <div class="notice-words">
        <strong>{t('putAside')}</strong>
        {putAside.value.map(({ kept, problem }) => (
          <p key={kept.id}>{phoneProblemSentence(problem, language)}</p>
        ))}
      </div>
      <Button onPress={() => dropPutAside(...putAside.value.map(({ kept }) => kept.id))}>{t('understood')}</Button>
    </div>
  )
}
