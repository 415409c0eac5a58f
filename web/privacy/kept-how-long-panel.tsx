import { Fragment } from 'preact'
import { usualRetention } from '#shared/privacy/usual-retention.ts'
import { store } from '#web/core/store.ts'
import { privacyTexts } from '#web/texts/privacy.ts'

const { times, atSetUp: words } = privacyTexts

const kept = [
  { name: 'personalDays', unit: times.days },
  { name: 'dayOnlyDays', unit: times.days },
  { name: 'accessLogMonths', unit: times.months },
  { name: 'rosterMonths', unit: times.months },
] as const

/** How long what is kept, for whoever opens the center: known before the first name is typed, changed under 個人情報. */
export function KeptHowLong() {
  const now = store.all('retentionRule')[0] ?? usualRetention
  return (
    <section class="form-part" id="kept-how-long">
      <h2>{words.title}</h2>
      <p>{words.what}</p>
      <dl class="facts">
        {kept.map(({ name, unit }) => (
          <Fragment key={name}>
            <dt>{words[name]}</dt>
            <dd>
              {words.from[name]} <strong class="number">{`${now[name]}${unit}`}</strong>
            </dd>
          </Fragment>
        ))}
      </dl>
      <p class="quiet">{words.change}</p>
    </section>
  )
}
