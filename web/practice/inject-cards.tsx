import './practice.css'
import { useEffect } from 'preact/hooks'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { isFor } from '#shared/practice/coming.ts'
import type { Inject } from '#shared/practice/inject.ts'
import { centerNow, centerTime } from '#web/core/clock.ts'
import { store } from '#web/core/store.ts'
import { isLeadDesk, isSimulated, myDesks, worksOf } from '#web/practice/drill.ts'
import { AnswerTime } from '#web/practice/injects-section.tsx'
import { drillNow } from '#web/practice/selectors.ts'
import { useSaying } from '#web/practice/use-saying.ts'
import { practiceTexts as words } from '#web/texts/practice.ts'
import { ring } from '#web/ui/alarm.ts'
import { Button } from '#web/ui/button.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

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
  const draft = useDraft(`inject.${id}`, { answer: '' })
  const { act, said } = useSaying()
  const answer = draft.value.answer.trim()
  const press = async () => {
    if (await act('practice.answerInject', { injectId: id, answer })) draft.clear()
  }
  const now = new Date(centerTime.value || centerNow()).toISOString()
  return (
    <article class="inject-card" aria-labelledby={`inject-${id}`}>
      <div>
        <p class="inject-card-head">
          <span class="inject-card-word">{script === '' ? words.given : words.calling}</span>{' '}
          <span class="number">{firedAt ? clockOf(firedAt, timeZone) : ''}</span>{' '}
          <AnswerTime inject={inject} now={now} />
        </p>
        <h2 id={`inject-${id}`}>{title}</h2>
        <p class="controller-lines">{text}</p>
        {script === '' ? null : (
          <>
            <p class="say controller-lines">{script}</p>
            <p class="quiet">{words.saidHint}</p>
          </>
        )}
      </div>
      <form class="inject-card-answer" noValidate onSubmit={(event) => event.preventDefault()}>
        <TextArea
          id={`answer-${id}`}
          label={words.answer}
          rows={2}
          maxLength={500}
          value={draft.value.answer}
          onInput={(typed) => draft.change({ answer: typed })}
        />
        {said === '' ? null : <p role="alert">{said}</p>}
        <Button type="submit" variant="next" onPress={press} disabledBecause={answer === '' ? words.answerFirst : null}>
          {words.sendAnswer}
        </Button>
      </form>
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
