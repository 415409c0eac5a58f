import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Desk, Panel } from '#shared/center/profile.ts'
import { centerDesks } from '#web/center/desks.ts'
import { wantedPanel } from '#web/center/go-to-panel.ts'
import { openDay } from '#web/center/selectors.ts'
import { linkState } from '#web/core/link.ts'
import { seatedStaff } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { AddressBanner } from '#web/shell/address-banner.tsx'
import { DeskBanners } from '#web/shell/desk-banners.tsx'
import { ElsewhereBanner, elsewhere } from '#web/shell/elsewhere-banner.tsx'
import { panelComponents } from '#web/shell/panels.tsx'
import { PartTabs, partsOf } from '#web/shell/part-tabs.tsx'
import { SecondLine } from '#web/shell/second-line.tsx'
import { TopBar } from '#web/shell/top-bar.tsx'
import { dayTexts } from '#web/texts/center.ts'
import { deviceMemory } from '#web/ui/device-memory.ts'
import { EmptyState } from '#web/ui/empty-state.tsx'

const chosenDesk = signal(deviceMemory.read('desk') ?? '')
const chosenPart = signal(deviceMemory.read('part') ?? '')

function chooseDesk(name: string): void {
  deviceMemory.write('desk', name)
  chosenDesk.value = name
}

function choosePart(name: string): void {
  deviceMemory.write('part', name)
  chosenPart.value = name
}

/**
 * The panel that was in sight last. When the center takes another form, its desk may be gone: whoever was typing goes on
 * at the desk that has this panel.
 */
let lastPanel: Panel | undefined

interface Seat {
  desks: readonly Desk[]
  hasDay: boolean
}

/** The desks that the person at this device staffs now, and whether there is a day to work on. */
function mySeat(): Seat {
  const [center] = store.all('center')
  const me = store.get('staff', seatedStaff.value?.staffId)
  if (!center || !me) return { desks: [], hasDay: false }
  return { desks: centerDesks().filter(({ name }) => me.deskNames.includes(name)), hasDay: openDay() !== undefined }
}

/** Panels that also make sense before the first day and after the last. */
const betweenDays: readonly Panel[] = [
  'lead',
  'lookback',
  'allReturned',
  'affairs',
  'doubles',
  'reservations',
  'roster',
  'privacy',
  'readiness',
  'practice',
]

function Panels({ desk, shown }: { desk: Desk; shown: readonly Panel[] }) {
  const arrangement = shown.includes('dispatch') ? 'dispatch' : shown.includes('return') ? 'return' : desk.name
  return (
    <main class={`panels panels-${shown.length === 1 ? 'single' : arrangement}`}>
      {shown.map((panel) => {
        const Component = panelComponents[panel]
        return <Component key={panel} beside={shown} />
      })}
    </main>
  )
}

const inSightBefore = (panels: readonly Panel[]) => lastPanel !== undefined && panels.includes(lastPanel)

function DeskPanels({ desk, alone, hasDay }: { desk: Desk; alone: boolean; hasDay: boolean }) {
  const open = (panel: Panel) => desk.panels.includes(panel) && (hasDay || betweenDays.includes(panel))
  const whole = partsOf(desk)
  const groups = whole.map((group) => group.filter(open)).filter(({ length }) => length > 0)
  // Where the day has just been closed, a part may have lost its first panel; what is left of it stays in view.
  const chosen = whole.find((group) => group[0] === chosenPart.value) ?? whole.find(inSightBefore) ?? []
  const shown = groups.find((group) => group[0] !== undefined && chosen.includes(group[0])) ?? groups[0]
  useEffect(() => {
    if (shown) [lastPanel] = shown
  }, [shown])
  if (!shown) {
    return (
      <main class="page">
        <EmptyState title={dayTexts.notYet}>{dayTexts.notYetWords}</EmptyState>
      </main>
    )
  }
  return (
    <>
      {groups.length > 1 ? (
        <PartTabs all={whole} open={groups} current={shown} withKeys={alone} onChoose={choosePart} />
      ) : null}
      <Panels desk={desk} shown={shown} />
    </>
  )
}

/** Follows a link to a panel of another desk or part of this person's. */
function useWantedPanel(desks: readonly Desk[], current: Desk | undefined): void {
  const wanted = wantedPanel.value
  useEffect(() => {
    // While the records are on their way there is no desk yet: the wish waits for it.
    if (wanted === null || desks.length === 0) return
    const has = ({ panels }: Desk) => panels.includes(wanted)
    const desk = current && has(current) ? current : desks.find(has)
    if (desk) {
      chooseDesk(desk.name)
      const part = partsOf(desk).find((panels) => panels.includes(wanted))
      if (part?.[0]) choosePart(part[0])
    }
    elsewhere.value = desk ? null : wanted
    wantedPanel.value = null
  }, [wanted, desks.length])
}

/** One desk's screen: the panels that the profile lists, arranged by the desk's name. */
export function DeskScreen() {
  const now = mySeat()
  const before = useRef(now)
  // While the line is made anew nothing is held for a moment; what is being typed must not vanish with its panel.
  if (linkState.value !== 'connecting') before.current = now
  const { desks, hasDay } = before.current
  const desk =
    desks.find(({ name }) => name === chosenDesk.value) ?? desks.find(({ panels }) => inSightBefore(panels)) ?? desks[0]
  useWantedPanel(desks, desk)
  return (
    <>
      <TopBar desks={desks} current={desk} onChoose={chooseDesk} />
      <SecondLine deskName={desk?.work?.[0] ?? desk?.name} />
      <AddressBanner />
      <ElsewhereBanner />
      <DeskBanners />
      {desk ? (
        <DeskPanels key={desk.name} desk={desk} alone={desks.length === 1} hasDay={hasDay} />
      ) : (
        <main class="page">
          <EmptyState title={dayTexts.noDesk}>{dayTexts.noDeskWords}</EmptyState>
        </main>
      )}
    </>
  )
}
