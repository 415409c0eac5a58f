import { clockOf, timeZone } from '#shared/core/time.ts'
import type { Replay } from '#web/lookback/replay.ts'
import { goToInstant, playing, playOrPause, shownAt, speed, speeds, step } from '#web/lookback/replay-state.ts'
import { StoodWeather } from '#web/practice/weather-panel.tsx'
import { lookbackTexts as t } from '#web/texts/lookback.ts'
import { Button } from '#web/ui/button.tsx'
import { KeyHint } from '#web/ui/key-hint.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { useShortcut } from '#web/ui/use-shortcut.ts'

const clock = (instant: number) => clockOf(instant, timeZone)

/** An arrow key moves by so much. */
const aMinute = 60_000

/** The time that is shown, and the ways through it. */
export function ReplayControls({ open }: { open: Replay }) {
  useShortcut('k', playOrPause)
  useShortcut('j', () => step(-1))
  useShortcut('l', () => step(1))
  const { startsAt, endsAt } = open
  return (
    <div class="replay-controls">
      <output class="replay-clock number">{clock(shownAt.value)}</output>
      <Button variant="next" onPress={playOrPause}>
        {playing.value ? t.pause : t.play} <KeyHint keys="k" />
      </Button>
      <Button onPress={() => step(-1)}>
        {t.back} <KeyHint keys="j" />
      </Button>
      <Button onPress={() => step(1)}>
        {t.next} <KeyHint keys="l" />
      </Button>
      <SelectField
        label={t.speed}
        value={String(speed.value)}
        options={speeds.map((one) => ({ value: String(one), label: t.times(one) }))}
        onChange={(value) => {
          speed.value = speeds.find((one) => String(one) === value) ?? 60
        }}
      />
      <div class="replay-slider">
        <span class="number">{clock(startsAt)}</span>
        <input
          type="range"
          aria-label={t.slider}
          aria-valuetext={clock(shownAt.value)}
          min={startsAt}
          max={startsAt + Math.ceil((endsAt - startsAt) / aMinute) * aMinute}
          step={aMinute}
          value={shownAt.value}
          onInput={(event) => goToInstant(Number(event.currentTarget.value))}
        />
        <span class="number">{clock(endsAt)}</span>
      </div>
      <StoodWeather drill={open.store.all('drillState')[0]} at={shownAt.value} />
    </div>
  )
}
