import type { DrillState } from '#shared/practice/drill-state.ts'
import { weatherAt } from '#shared/practice/weather.ts'
import { instantNow } from '#web/core/clock.ts'
import { drillNow } from '#web/practice/selectors.ts'
import { WeatherLine } from '#web/practice/weather-line.tsx'

/** The weather as it was at an instant of a drill; nothing where none is told. */
export function StoodWeather({ drill, at }: { drill: DrillState | undefined; at: number }) {
  const { now } = weatherAt(drill?.weather ?? [], at)
  return now ? <WeatherLine hour={now} /> : null
}

/** The weather of this hour, by the drill's time; nothing of it once the drill is over. */
export function DrillWeather() {
  const drill = drillNow()
  return drill?.phase === 'over' ? null : <StoodWeather drill={drill} at={instantNow()} />
}
