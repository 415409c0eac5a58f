import { clockOf, timeZone } from '#shared/core/time.ts'
import type { DrillState } from '#shared/practice/drill-state.ts'
import { weatherAt } from '#shared/practice/weather.ts'
import { instantNow } from '#web/core/clock.ts'
import { WeatherLine } from '#web/practice/weather-line.tsx'
import { outsideTexts as words } from '#web/texts/drill-outside.ts'

type Opening = NonNullable<DrillState['opening']>

function Opened({ opening, startedAt }: { opening: Opening; startedAt: string }) {
  const there = (from: string | null) => {
    if (from === null) return words.never
    return from <= startedAt ? words.fromStart : words.from(clockOf(from, timeZone))
  }
  return (
    <p class="drill-weather">
      <strong>{words.opening}</strong>
      <span>{words.power(there(opening.powerFrom))}</span>
      <span>{words.line(there(opening.lineFrom))}</span>
      {opening.done > 0 ? <span>{words.done(opening.done)}</span> : null}
    </p>
  )
}

/** What whoever runs the drill knows of the world around it: the weather, its next change, and how the center began. */
export function OutsideSection({ drill: { weather, opening, startedAt } }: { drill: DrillState }) {
  const { now, next } = weatherAt(weather, instantNow())
  if (!now && !next && !opening) return null
  return (
    <section class="controller-outside" aria-label={words.title}>
      {now ? <WeatherLine name={words.now} hour={now} /> : null}
      {next ? <WeatherLine name={words.next} hour={next} /> : null}
      {opening ? <Opened opening={opening} startedAt={startedAt} /> : null}
    </section>
  )
}
