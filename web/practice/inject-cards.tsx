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

/** What was given to the desks of whoever sits here, answered or not; simulated players answer theirs. */
function givenHere(): Inject[] {
  const desks = myDesks().filter((desk) => !isSimulated(desk))
  return store
    .all('inject')
    .filter(({ recipient }) => desks.some((desk) => isFor(recipient, worksOf(desk), isLeadDesk(desk))))
    .toSorted((one, other) => ((one.firedAt ?? '') < (other.firedAt ?? '') ? -1 : 1))
}

/** By what it comes: at the telephones it rings, elsewhere somebody stands there. */
function comesBy({ script, recipient }: Inject): string {
  if (script === '') return words.given
  return recipient.kind === 'desk' && recipient.deskName === 'needs' ? words.calling : words.atDesk
}

/** Whoever practises alone does what is asked on the screen, and only says that they have. */
function Settled({ inject, word = words.settled }: { inject: Inject; word?: string }) {
  const { act, said } = useSaying()
  return (
    <div class="coach-side">
      {said === '' ? null : <p role="alert">{said}</p>}
      <Button
        label={`${word} ${inject.title}`}
        onPress={() => act('practice.answerInject', { injectId: inject.id, answer: word })}
      >
        {word}
      </Button>
    </div>
  )
}

/** Whoever called or stands there wants to be written down, and that is mostly all; what else was done is typed. */
function Said({ inject }: { inject: Inject }) {
  if (inject.script === '' || inject.answerWithin !== null) return <InjectAnswer inject={inject} />
  return (
    <div>
      <Settled inject={inject} word={words.entered} />
      <InjectAnswer inject={inject} label={words.answerOtherwise} />
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
      {isRound ? <Settled inject={inject} /> : <Said inject={inject} />}
    </article>
  )
}

/** Since people play here; what simulated players answered before is none of what they have seen. */
function sinceSeated(): string {
  const works = myDesks().flatMap((desk) => worksOf(desk))
  const seats = store.all('drillSeat').filter(({ deskName }) => works.includes(deskName))
  return seats.reduce((latest, { since }) => (since > latest ? since : latest), '')
}

/** Who has just sat down where nothing has happened yet is told where it will. */
function WillRing({ given }: { given: readonly Inject[] }) {
  const since = sinceSeated()
  if (myDesks().some(isSimulated) || drillNow()?.soloDesk !== '') return null
  if (given.some(({ firedAt }) => (firedAt ?? '') >= since)) return null
  return <p class="inject-will-ring quiet">{words.willRing}</p>
}

/** What happens to this desk in a drill: it rings, and stays until it is answered. */
export function InjectCards() {
  const given = givenHere()
  const cards = given.filter(({ state }) => state === 'fired')
  const newest = cards.at(-1)?.id
  const [first, ...others] = cards
  useEffect(() => {
    if (newest) ring('news')
  }, [newest])
  if (drillNow()?.phase !== 'running') return null
  if (!first) return <WillRing given={given} />
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
