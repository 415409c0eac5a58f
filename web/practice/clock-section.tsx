import { clockOf, minutesBetween, timeZone } from '#shared/core/time.ts'
import type { DrillState } from '#shared/practice/drill-state.ts'
import { instantNow } from '#web/core/clock.ts'
import { act } from '#web/practice/acts.ts'
import { nextEvent } from '#web/practice/waiting-injects.ts'
import { practiceTexts as words } from '#web/texts/practice.ts'
import { Button } from '#web/ui/button.tsx'

const speeds = [1, 2, 5, 10, 60]

const clock = (at: string | number) => clockOf(at, timeZone)

function Jump({ drill, now }: { drill: DrillState; now: number }) {
  if (drill.jumpTo !== null) return <p role="status">{words.jumping(clock(drill.jumpTo))}</p>
  const next = nextEvent.value ?? { at: drill.endsAt, title: words.endOfDrill }
  const at = Date.parse(next.at)
  if (at <= now) return null
  return (
    <>
      <p>{words.next(clock(next.at), next.title, minutesBetween(now, next.at))}</p>
      <Button onPress={() => act('practice.jumpClock', { to: next.at })}>{words.jump}</Button>
    </>
  )
}

/** The drill's time, how fast it goes, and what it may jump to; it stays in sight. */
export function ClockSection({ drill }: { drill: DrillState }) {
  const now = instantNow()
  const setSpeed = (speed: number) => act('practice.setClock', { speed })
  return (
    <section class="controller-bar" aria-label={words.clock}>
      <time class="controller-time number">{now === 0 ? '--:--' : clock(now)}</time>
      <fieldset class="controller-speeds" aria-label={words.speed}>
        <Button pressed={drill.speed === 0} onPress={() => setSpeed(0)} shortcut="Alt+P">
          {words.pause}
        </Button>
        {speeds.map((speed) => (
          <Button key={speed} pressed={drill.speed === speed} onPress={() => setSpeed(speed)}>
            {words.times(speed)}
          </Button>
        ))}
      </fieldset>
      <span>{drill.speed === 0 ? <strong>{words.paused}</strong> : words.runningAt(drill.speed)}</span>
      <div class="controller-next">
        <Jump drill={drill} now={now} />
      </div>
    </section>
  )
}
