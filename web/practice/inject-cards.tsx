import './practice.css'
import { useEffect } from 'preact/hooks'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { isFor } from '#shared/practice/coming.ts'
import type { Inject } from '#shared/practice/inject.ts'
import { centerNow, centerTime } from '#web/core/clock.ts'
import { store } from '#web/core/store.ts'
import { isLeadDesk, isSimulated, myDesks, worksOf } from '#web/practice/drill.ts'
import { InjectAnswer } from '#web/practice/inject-answer.tsx'
import { AnswerTime } from '#web/practice/injects-section.tsx'
import { drillNow } from '#web/practice/selectors.ts'
import { practiceTexts as words } from '#web/texts/practice.ts'
import { ring } from '#web/ui/alarm.ts'

/** What was given to the desks of whoever sits here and that they have to answer; simulated players answer theirs. */
function mine(): Inject[] {
  const desks = myDesks().filter(({ name }) => !isSimulated(name))
  return store
    .all('inject')
    .filter(({ state }) => state === 'fired')
    .filter(({ recipient }) => desks.some((desk) => isFor(recipient, worksOf(desk), isLeadDesk(desk))))
    .toSorted((one, other) => ((one.firedAt ?? '') < (other.firedAt ?? '') ? -1 : 1))
}

function Card({ inject }: { inject: Inject }) {
  const { id, title, text, script, firedAt } = inject
  const word = script === '' ? words.given : words.calling
  const now = new Date(centerTime.value || centerNow()).toISOString()
  return (
    <article class="inject-card" aria-labelledby={`inject-${id}`}>
      <div>
        <p class="inject-card-head">
          {title === word ? null : <span class="inject-card-word">{word}</span>}
          <span class="number">{firedAt ? clockOf(firedAt, timeZone) : ''}</span>
          <AnswerTime inject={inject} now={now} />
        </p>
        <h2 id={`inject-${id}`}>{title}</h2>
        {text === '' ? null : <p class="controller-lines">{text}</p>}
        {script === '' ? null : (
          <>
            <p class="inject-says controller-lines">{script}</p>
            <p class="quiet">{words.saidHint}</p>
          </>
        )}
      </div>
      <InjectAnswer inject={inject} />
    </article>
  )
}

/** What happens to this desk in a drill: it rings, and stays until it is answered. */
export function InjectCards() {
  const cards = mine()
  const newest = cards.at(-1)?.id
  useEffect(() => {
    if (newest) ring('news')
  }, [newest])
  if (drillNow()?.phase !== 'running' || cards.length === 0) return null
  return (
    <section class="inject-cards" aria-label={words.given} aria-live="polite">
      {cards.map((inject) => (
        <Card key={inject.id} inject={inject} />
      ))}
    </section>
  )
}
