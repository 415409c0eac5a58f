import { minutesBetween } from '#shared/core/time.ts'
import { minutesToOpen, setUpBegan } from '#shared/readiness/rules.ts'
import { spanText } from '#shared/texts/readiness-words.ts'
import { instantNow } from '#web/core/clock.ts'
import { may } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { act, momentWord } from '#web/readiness/acts.ts'
import { readinessWords as words } from '#web/texts/readiness.ts'
import { Button } from '#web/ui/button.tsx'

const takeBackReady = () => act('readiness.takeBackReady', {})
const declare = () => act('readiness.declareReady', {}, { message: words.readyDone, run: takeBackReady })

/** 開設までの時間: how long the set-up has taken so far, and the lead's one act that ends it. */
export function OpeningFigure() {
  const [center] = store.all('center')
  if (!center) return null
  const mark = store.get('readyMark', center.activationId)
  const minutes = minutesToOpen(mark)
  if (mark?.readyAt && minutes !== null)
    return (
      <div class="set-up-figure">
        <p>
          {words.toOpen} <strong class="number">{spanText(minutes)}</strong>
        </p>
        <span class="quiet">{words.readyBy(momentWord(mark.readyAt), mark.readyBy)}</span>
        {may('center.lead') ? <Button onPress={takeBackReady}>{words.takeBack}</Button> : null}
      </div>
    )
  const begunAt = setUpBegan(center, store.all('openingDecision'))
  return (
    <div class="set-up-figure">
      <p>
        {words.running} <strong class="number">{spanText(Math.max(0, minutesBetween(begunAt, instantNow())))}</strong>
      </p>
      <span class="quiet">{words.begun(momentWord(begunAt))}</span>
      <Button variant="next" onPress={declare} disabledBecause={may('center.lead') ? null : words.leadOnly}>
        {words.ready}
      </Button>
    </div>
  )
}
