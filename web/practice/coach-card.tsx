import './practice.css'
import { isoNow } from '#web/core/clock.ts'
import { coachWords, tookHint } from '#web/practice/coach.ts'
import { useSaying } from '#web/practice/use-saying.ts'
import { coachTexts as words } from '#web/texts/coach.ts'
import { Button } from '#web/ui/button.tsx'

/** What the coach says at one's side: what has just gone well, what comes next, and a hint where it takes long. */
export function CoachCard() {
  const { act, said } = useSaying()
  const all = coachWords()
  const done = all.filter(({ state }) => state === 'answered')
  const [current, ...waiting] = all.filter(({ state }) => state === 'fired')
  const last = done.toSorted((one, other) => ((one.answeredAt ?? '') < (other.answeredAt ?? '') ? -1 : 1)).at(-1)
  const now = isoNow()
  return (
    <section class="inject-card coach-card" aria-label={words.title} aria-live="polite">
      <div>
        {last ? (
          <p class="coach-done">
            <strong>{words.done(last.title)}</strong> {last.answer}
          </p>
        ) : null}
        {current ? (
          <>
            <p class="inject-card-head">
              <span class="inject-card-word">{words.now}</span>
            </p>
            <h2>{current.title}</h2>
            <p class="controller-lines">{current.text}</p>
            {current.script !== '' && tookHint(current, now) ? (
              <p class="coach-hint controller-lines">
                <strong>{words.hint}</strong>　{current.script}
              </p>
            ) : null}
            {waiting.length > 0 ? <p class="quiet">{words.next(waiting.length)}</p> : null}
          </>
        ) : (
          <p>{last ? words.nothingNow : words.beginning}</p>
        )}
      </div>
      <div class="coach-side">
        <p class="quiet">{words.count(done.length)}</p>
        {said === '' ? null : <p role="alert">{said}</p>}
        <Button onPress={() => act('practice.finishRound', { again: false })}>{words.stop}</Button>
      </div>
    </section>
  )
}
