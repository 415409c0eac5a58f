import { useState } from 'preact/hooks'
import { ModalCover } from '#web/access/modal-cover.tsx'
import { ask } from '#web/core/ask.ts'
import { isoNow } from '#web/core/clock.ts'
import { store } from '#web/core/store.ts'
import { coachWords, tookHint } from '#web/practice/coach.ts'
import { useSaying } from '#web/practice/use-saying.ts'
import { coachTexts as words } from '#web/texts/coach.ts'
import { practiceTexts } from '#web/texts/practice.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { Progress } from '#web/ui/progress.tsx'

const lookAgainMs = 1500

/** The round begins anew at the same address: until it does, nobody answers there. */
async function goWhenItBegins(): Promise<void> {
  const reply = await ask('practice.showDrill', {})
  if (reply.kind === 'done' && reply.body.drill?.phase === 'running') location.assign('/drill')
  else setTimeout(() => void goWhenItBegins(), lookAgainMs)
}

function Steps() {
  const now = isoNow()
  return (
    <ul class="controller-list">
      {coachWords().map((one) => {
        const hinted = tookHint(one, now)
        const isDone = one.state === 'answered'
        const tone = !isDone ? 'plain' : hinted ? 'warning' : 'good'
        return (
          <li key={one.id} class="controller-given">
            <Badge tone={tone}>{!isDone ? words.notDone : hinted ? words.withHint : words.byOneself}</Badge> {one.title}
          </li>
        )
      })}
    </ul>
  )
}

const tones = { waiting: 'plain', met: 'good', late: 'warning', missed: 'stop' } as const

function Outcomes() {
  return (
    <ul class="controller-list">
      {store.all('drillOutcome').map(({ id, title, state, why }) => (
        <li key={id} class="controller-given">
          <Badge tone={tones[state]}>{practiceTexts.outcome(state, null)}</Badge> {title}{' '}
          <span class="quiet">{why}</span>
        </li>
      ))}
    </ul>
  )
}

/** What became of the round, in plain words, and the way into the next one. */
export function RoundOver({ onLook }: { onLook: () => void }) {
  const { act, said } = useSaying()
  const [isBeginning, setIsBeginning] = useState(false)
  const all = coachWords()
  const alone = all.filter((one) => one.state === 'answered' && !tookHint(one, one.answeredAt ?? ''))
  const again = async () => {
    if (!(await act('practice.finishRound', { again: true }))) return
    setIsBeginning(true)
    void goWhenItBegins()
  }
  return (
    <ModalCover titleId="round-over">
      <div class="round-over stack">
        <h1 id="round-over">{words.over}</h1>
        <p>
          <strong>{words.alone(alone.length, all.length)}</strong> {words.received(store.all('attendance').length)}
        </p>
        {said === '' ? null : <p role="alert">{said}</p>}
        {isBeginning ? (
          <Progress word={words.beginsAgain} />
        ) : (
          <div class="toolbar">
            <Button variant="next" large onPress={again}>
              {words.again}
            </Button>
            <Button large onPress={onLook}>
              {words.look}
            </Button>
          </div>
        )}
        <h2>{words.steps}</h2>
        <Steps />
        <details>
          <summary>{words.center}</summary>
          <Outcomes />
        </details>
      </div>
    </ModalCover>
  )
}
