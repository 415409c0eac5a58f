import { signal } from '@preact/signals'
import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import type { ClockDoubt } from '#shared/keeping/keeping-state.ts'
import { spanWords } from '#shared/texts/health.ts'
import { send } from '#web/core/send.ts'
import { may } from '#web/core/session.ts'
import { CardLink } from '#web/keeping/card-link.tsx'
import { healthPageTexts } from '#web/texts/keeping-health.ts'
import { Button } from '#web/ui/button.tsx'
import { deviceMemory } from '#web/ui/device-memory.ts'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

/** With its day where that is another one: a clock that lost nine days shows a likely hour. */
function shownTime(at: string, beside: string): string {
  const day = dateOf(at, timeZone)
  return day === dateOf(beside, timeZone) ? clockOf(at, timeZone) : `${day} ${clockOf(at, timeZone)}`
}

/** The laptop's clock leapt: what both clocks say, and who decides. */
export function ClockBanner({ doubt }: { doubt: ClockDoubt }) {
  const { byMs, wall, kept, answered } = doubt
  const answer = (trust: boolean) => () => send('keeping.answerClock', { trust })
  if (answered)
    return (
      <NoticeBanner
        tone="warning"
        title={healthPageTexts.clockAnswered(spanWords(byMs))}
        action={<CardLink name="clock" />}
      />
    )
  return (
    <NoticeBanner
      tone="warning"
      live
      title={healthPageTexts.clockTitle(spanWords(byMs), byMs < 0)}
      action={
        may('center.lead') ? (
          <>
            <Button onPress={answer(true)}>{healthPageTexts.trustClock}</Button>
            <Button onPress={answer(false)}>{healthPageTexts.keepClock}</Button>
            <CardLink name="clock" />
          </>
        ) : (
          <CardLink name="clock" />
        )
      }
    >
      {healthPageTexts.clockWords(shownTime(wall, kept), shownTime(kept, wall))}
      {may('center.lead') ? '' : ` ${healthPageTexts.clockLead}`}
    </NoticeBanner>
  )
}

const seenSleep = signal(deviceMemory.read('seen-sleep') ?? '')

/** The laptop slept: from when to when, until somebody at this desk has seen it. */
export function SleepBanner({ slept: { from, to } }: { slept: { from: string; to: string } }) {
  if (seenSleep.value === to) return null
  const close = () => {
    deviceMemory.write('seen-sleep', to)
    seenSleep.value = to
  }
  return (
    <NoticeBanner
      tone="information"
      live
      title={healthPageTexts.slept(clockOf(from, timeZone), clockOf(to, timeZone))}
      action={
        <>
          <Button onPress={close}>{healthPageTexts.seen}</Button>
          <CardLink name="closedLaptop" />
        </>
      }
    >
      {healthPageTexts.sleptWords}
    </NoticeBanner>
  )
}
