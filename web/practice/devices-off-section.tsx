import { clockOf, minutesBetween, timeZone } from '#shared/core/time.ts'
import type { DrillState } from '#shared/practice/drill-state.ts'
import { blankFormTexts } from '#shared/texts/blank-forms.ts'
import { instantNow } from '#web/core/clock.ts'
import { act } from '#web/practice/acts.ts'
import { practiceTexts as words } from '#web/texts/practice.ts'
import { BlankFormsLink } from '#web/ui/blank-forms-link.tsx'
import { Button } from '#web/ui/button.tsx'

const clock = (at: string) => clockOf(at, timeZone)

/** Darkens every screen but the controller's, and brings them back. */
export function DevicesOffSection({ drill: { devicesOff } }: { drill: DrillState }) {
  const isDark = devicesOff !== null && devicesOff.until === null
  return (
    <section class="form-part" aria-labelledby="drill-dark">
      <h3 id="drill-dark">{words.devicesOff}</h3>
      {isDark ? (
        <p>
          <strong>{words.darkSince(clock(devicesOff.from), minutesBetween(devicesOff.from, instantNow()))}</strong>
        </p>
      ) : (
        <p class="quiet">
          {words.devicesOffWords}
          {blankFormTexts.whenDark}
        </p>
      )}
      {devicesOff?.until ? <p>{words.wasDark(clock(devicesOff.from), clock(devicesOff.until))}</p> : null}
      <p class="toolbar">
        <BlankFormsLink />
      </p>
      {isDark ? (
        <Button variant="next" onPress={() => act('practice.endDevicesOff', {})}>
          {words.lighten}
        </Button>
      ) : (
        <Button onPress={() => act('practice.startDevicesOff', {})}>{words.darken}</Button>
      )}
    </section>
  )
}
