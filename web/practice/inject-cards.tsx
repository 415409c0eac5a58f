import './practice.css'
import { useEffect } from 'preact/hooks'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { isFor } from '#shared/practice/coming.ts'
import type { Inject } from '#shared/practice/inject.ts'
import { worksOf } from '#shared/practice/who-plays.ts'
import { isoNow } from '#web/core/clock.ts'
import { store } from '#web/core/store.ts'
import { isLeadDesk, isSimulated, myDesks } from '#web/practice/drill.ts'
import { InjectAnswer } from '#web/practice/inject-answer.tsx'
import { InjectHolder } from '#web/practice/inject-holder.tsx'
import { AnswerTime } from '#web/practice/injects-section.tsx'
import { drillNow } from '#web/practice/selectors.ts'
import { useSaying } from '#web/practice/use-saying.ts'
import { practiceTexts as words } from '#web/texts/practice.ts'
import { ring } from '#web/ui/alarm.ts'
import { Button } from '#web/ui/button.tsx'

/** What was given to the desks of whoever sits here and that they have to answer; simulated players answer theirs. */
function mine(): Inject[] {
  const desks = myDesks().filter((desk) => !isSimulated(desk))
  return store
    .all('inject')
    .filter(({ state }) => state === 'fired')
    .filter(({ recipient }) => desks.some((desk) => isFor(recipient, worksOf(desk), isLeadDesk(desk))))
    .toSorted((one, other) => ((one.firedAt ?? '') < (other.firedAt ?? '') ? -1 : 1))
}

/** By what it comes: at the telephones it rings, elsewhere somebody stands there. */
function comesBy({ script, recipient }: Inject): string {
  if (script === '') return words.given
  return recipient.kind === 'desk' && recipient.deskName === 'needs' ? words.calling : words.atDesk
}

/** Whoever practises alone does what is asked on the screen, and only says that they have. */
function Settled({ inject }: { inject: Inject }) {
  const { act, said } = useSaying()
  return (
    <div class="coach-side">
      {said === '' ? null : <p role="alert">{said}</p>}
      <Button
        label={`${words.settled} ${inject.title}`}
        onPress={() => act('practice.answerInject', { injectId: inject.id, answer: words.settled })}
      >
        {words.settled}
      </Button>
    </div>
  )
}

function Card({ inject }: { inject: Inject }) {
  const { id, title, text, script, firedAt } = inject
  const word = comesBy(inject)
  const isRound = drillNow()?.soloDesk !== ''
  const now = isoNow()
  return (
    <article class={isRound ? 'inject-card coach-card' : 'inject-card'} aria-labelledby={`inject-${id}`}>
      <div>
        <p class="inject-card-head">
          {title === word ? null : <span class="inject-card-word">{word}</span>}
          <span class="number">{firedAt ? clockOf(firedAt, timeZone) : ''}</span>
          <AnswerTime inject={inject} now={now} />
        </p>
        <h2 id={`inject-${id}`}>{title}</h2>
        {text === '' ? null : <p class="controller-lines">{text}</p>}
        <InjectHolder inject={inject} />
        {script === '' ? null : (
          <>
            <p class="inject-says controller-lines">{script}</p>
            <p class="quiet">{words.saidHint}</p>
          </>
        )}
      </div>
      {isRound ? <Settled inject={inject} /> : <InjectAnswer inject={inject} />}
    </article>
  )
}

/** What happens to this desk in a drill: it rings, and stays until it is answered. */
export function InjectCards() {
  const cards = mine()
  const newest = cards.at(-1)?.id
  const [first, ...others] = cards
  useEffect(() => {
    if (newest) ring('news')
  }, [newest])
  if (drillNow()?.phase !== 'running' || !first) return null
  return (
    <section class="inject-cards" aria-label={words.given} aria-live="polite">
      <Card key={first.id} inject={first} />
      {others.map((inject) => (
        <details key={inject.id} class="inject-card-folded">
          <summary>
            <span class="number">{inject.firedAt ? clockOf(inject.firedAt, timeZone) : ''}</span> {inject.title}
          </summary>
          <Card inject={inject} />
        </details>
      ))}
    </section>
  )
}
