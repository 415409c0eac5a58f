import { deskTitle } from '#shared/texts/desk-names.ts'
import { controllerInSight } from '#web/practice/dark-screen.tsx'
import { isSimulated, myDesks } from '#web/practice/drill.ts'
import { InjectCards } from '#web/practice/inject-cards.tsx'
import { drillNow } from '#web/practice/selectors.ts'
import { useSaying } from '#web/practice/use-saying.ts'
import { practiceTexts as words } from '#web/texts/practice.ts'
import { Button } from '#web/ui/button.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

/** A person sits down where a simulated player works: both at once would get in each other's way. */
function SimulatedDesks() {
  const { act, said } = useSaying()
  const desks = myDesks().filter(({ name }) => isSimulated(name))
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

/** What a desk in a drill must see whatever it does; nothing of it exists where records are real. */
export function DrillBanners() {
  const drill = drillNow()
  if (!drill) return null
  // The controller's page says all of this itself.
  if (controllerInSight.value) return null
  return (
    <section aria-label={words.ofDrill}>
      {drill.phase === 'over' ? (
        <NoticeBanner tone="information" title={words.over} />
      ) : (
        <>
          {drill.speed === 0 ? <NoticeBanner tone="information" title={words.clockStands} /> : null}
          <SimulatedDesks />
          <InjectCards />
        </>
      )}
    </section>
  )
}
