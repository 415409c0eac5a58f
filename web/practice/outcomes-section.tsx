import { clockOf, timeZone } from '#shared/core/time.ts'
import { store } from '#web/core/store.ts'
import { practiceTexts as words } from '#web/texts/practice.ts'
import { Badge } from '#web/ui/badge.tsx'

const clock = (at: string | null) => (at === null ? null : clockOf(at, timeZone))
const tones = { waiting: 'plain', met: 'good', late: 'warning', missed: 'stop' } as const

/** What a good center will have done by when, and how this one stands. */
export function OutcomesSection() {
  const outcomes = store.all('drillOutcome')
  if (outcomes.length === 0) return null
  return (
    <section class="form-part" aria-labelledby="drill-outcomes">
      <h3 id="drill-outcomes">{words.expectations}</h3>
      <ul class="controller-list">
        {outcomes.map(({ id, title, state, at, dueAt, why }) => (
          <li key={id} class="controller-given">
            <Badge tone={tones[state]}>{words.outcome(state, clock(at))}</Badge> {title}{' '}
            <span class="quiet">
              {dueAt ? words.by(clock(dueAt) ?? '') : ''} {why}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
