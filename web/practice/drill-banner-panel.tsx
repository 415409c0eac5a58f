import { useState } from 'preact/hooks'
import { clockOf, minutesBetween, timeZone } from '#shared/core/time.ts'
import type { DrillState } from '#shared/practice/drill-state.ts'
import { deskTitle } from '#shared/texts/desk-names.ts'
import { instantNow } from '#web/core/clock.ts'
import { CoachCard } from '#web/practice/coach-card.tsx'
import { controllerInSight } from '#web/practice/dark-screen.tsx'
import { isSimulated, myDesks } from '#web/practice/drill.ts'
import { InjectCards } from '#web/practice/inject-cards.tsx'
import { RoundOver } from '#web/practice/round-over.tsx'
import { drillNow } from '#web/practice/selectors.ts'
import { useSaying } from '#web/practice/use-saying.ts'
import { DrillWeather } from '#web/practice/weather-panel.tsx'
import { practiceTexts as words } from '#web/texts/practice.ts'
import { Button } from '#web/ui/button.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

/** A person sits down where a simulated player works: both at once would get in each other's way. */
function SimulatedDesks() {
  const { act, said } = useSaying()
  const desks = myDesks().filter(isSimulated)
  if (desks.length === 0) return null
  const take = (deskName: string) => act('practice.handSeat', { deskName, player: 'human' })
  return (
    <NoticeBanner
      tone="information"
      title={words.simulatedDesk(desks.map(deskTitle).join('・'))}
      action={
        <div class="toolbar">
          {desks.map((desk) => (
            <Button key={desk.name} onPress={() => take(desk.name)}>
              {words.takeDesk(deskTitle(desk))}
            </Button>
          ))}
        </div>
      }
    >
      <span>{said || words.simulatedWords}</span>
    </NoticeBanner>
  )
}

/** So long after the dark time people are reminded of their sheets. */
const remindedMinutes = 45

/** The screens are back: what was written meanwhile is keyed in, each sheet with the time that stands on it. */
function PapersLeft({ devicesOff }: Pick<DrillState, 'devicesOff'>) {
  if (!devicesOff?.until || myDesks().every(isSimulated)) return null
  const passed = minutesBetween(devicesOff.until, instantNow())
  if (passed > remindedMinutes) return null
  const clock = (at: string) => clockOf(at, timeZone)
  return (
    <NoticeBanner tone="information" title={words.papersLeft(clock(devicesOff.from), clock(devicesOff.until))}>
      {words.papersHow}
    </NoticeBanner>
  )
}

/** A round for one person ends with what became of it; the screen beneath can be looked at. */
function Over({ isRound }: { isRound: boolean }) {
  const [isLooking, setIsLooking] = useState(false)
  if (isRound && !isLooking) return <RoundOver onLook={() => setIsLooking(true)} />
  return (
    <NoticeBanner
      tone="information"
      title={words.over}
      action={isRound ? <Button onPress={() => setIsLooking(false)}>{words.result}</Button> : null}
    />
  )
}

/** What a desk in a drill must see whatever it does; nothing of it exists where records are real. */
export function DrillBanners() {
  const drill = drillNow()
  if (!drill) return null
  // The controller's page says all of this itself.
  if (controllerInSight.value) return null
  const practises = myDesks().some((desk) => desk.name === drill.soloDesk && !isSimulated(desk))
  return (
    <section aria-label={words.ofDrill}>
      {drill.phase === 'over' ? (
        <Over isRound={practises} />
      ) : (
        <>
          <DrillWeather />
          {drill.speed === 0 ? <NoticeBanner tone="information" title={words.clockStands} /> : null}
          <SimulatedDesks />
          {practises ? <CoachCard /> : null}
          <PapersLeft devicesOff={drill.devicesOff} />
          <InjectCards />
        </>
      )}
    </section>
  )
}
