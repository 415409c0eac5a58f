import './weather.css'
import { clockOf, timeZone } from '#shared/core/time.ts'
import type { DrillState } from '#shared/practice/drill-state.ts'
import { type HeatBand, heatBand } from '#shared/practice/weather.ts'
import { heatLetters, heatPhone } from '#shared/texts/heat-phone.ts'
import type { MarkShape } from '#web/ui/mark-shapes.ts'
import { usePhoneWords } from '#web/ui/phone-words.tsx'
import type { StateColour } from '#web/ui/state-colours.ts'
import { StatusMark } from '#web/ui/status-mark.tsx'

type Hour = DrillState['weather'][number]

const marks: Readonly<Record<HeatBand, { shape: MarkShape; colour: StateColour }>> = {
  safe: { shape: 'circle', colour: 'sky' },
  caution: { shape: 'circle', colour: 'sky' },
  warning: { shape: 'diamond', colour: 'amber' },
  severe: { shape: 'diamond', colour: 'amber' },
  danger: { shape: 'triangle', colour: 'red' },
  alert: { shape: 'square', colour: 'red' },
  specialAlert: { shape: 'square', colour: 'black' },
}

function Heat({ wbgt }: { wbgt: number }) {
  const { plain } = usePhoneWords(heatPhone)
  const band = heatBand(wbgt)
  return <StatusMark {...marks[band]} letter={heatLetters[band]} word={plain('wbgt', { wbgt, band: plain(band) })} />
}

/** The weather of one hour: since when, in words, how hot by 暑さ指数 with its band, and how much rain. */
export function WeatherLine({ hour: { from, words, wbgt, rainMm }, name }: { hour: Hour; name?: string }) {
  const { t } = usePhoneWords(heatPhone)
  return (
    <p class="drill-weather">
      {name ? <strong>{name}</strong> : null}
      <span>{t('since', { clock: clockOf(from, timeZone) })}</span>
      <span>{words}</span>
      {wbgt === null ? null : <Heat wbgt={wbgt} />}
      <span>{t('rain', { rain: rainMm })}</span>
    </p>
  )
}
