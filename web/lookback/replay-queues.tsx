import { queueWords } from '#shared/texts/figures.ts'
import type { Store } from '#web/core/store.ts'
import { queueCounts } from '#web/lookback/queue-counts.ts'
import { lookbackTexts as t } from '#web/texts/lookback.ts'

/** What stood and waited then. */
export function ReplayQueues({ held }: { held: Store }) {
  return (
    <section aria-label={t.queues}>
      <h3>{t.queues}</h3>
      <dl class="replay-queues">
        {queueCounts(held).map(({ name, count }) => (
          <div key={name} class={count === 0 ? 'quiet' : undefined}>
            <dt>{queueWords[name]}</dt>
            <dd class="number">{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
