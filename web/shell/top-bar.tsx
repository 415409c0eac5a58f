import { useState } from 'preact/hooks'
import type { Desk } from '#shared/center/profile.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { deskTitle } from '#shared/texts/desk-names.ts'
import { SwitchDialog } from '#web/access/switch-dialog.tsx'
import { HandOverDialog } from '#web/center/hand-over-dialog.tsx'
import { chooseLane, laneAt } from '#web/center/lane.ts'
import { openDay } from '#web/center/selectors.ts'
import { centerTime } from '#web/core/clock.ts'
import { heardAgoSeconds, linkState, shownAsOf } from '#web/core/link.ts'
import { seatedStaff } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { HealthLight } from '#web/keeping/health-light.tsx'
import { DeskTab } from '#web/shell/desk-tab.tsx'
import { shellTexts } from '#web/texts/shell.ts'
import { Button } from '#web/ui/button.tsx'
import { Freshness } from '#web/ui/freshness.tsx'

function LaneChoice({ desk }: { desk: Desk }) {
  const lane = Math.min(laneAt(desk.name).value, desk.lanes)
  return (
    <label class="top-bar-lane">
      <span class="visually-hidden">{shellTexts.lane}</span>
      <select
        class="field-input"
        value={String(lane)}
        onChange={(event) => chooseLane(desk.name, Number(event.currentTarget.value))}
      >
        {Array.from({ length: desk.lanes }, (_, index) => (
          <option key={index} value={String(index + 1)}>
            {shellTexts.laneNumber(index + 1)}
          </option>
        ))}
      </select>
    </label>
  )
}

function LineState() {
  const state = linkState.value
  if (state === 'live') return <Freshness state="live" since={shellTexts.secondsAgo(heardAgoSeconds.value)} />
  const since = shownAsOf.value > 0 ? { since: shellTexts.asOf(clockOf(shownAsOf.value, timeZone)) } : {}
  return <Freshness state={state === 'offline' ? 'offline' : 'stale'} {...since} />
}

interface TopBarProps {
  desks: readonly Desk[]
  current: Desk | undefined
  onChoose: (name: string) => void
}

/** The bar that never changes place: center, day, this person's desks, freshness, the center's clock, who acts. */
export function TopBar({ desks, current, onChoose }: TopBarProps) {
  const [switching, setSwitching] = useState(false)
  const [handingOver, setHandingOver] = useState(false)
  const [center] = store.all('center')
  const day = openDay()
  return (
    <header class="top-bar">
      <h1 class="visually-hidden">{current ? deskTitle(current) : shellTexts.noDay}</h1>
      <p class="top-bar-center">
        <strong>{center?.name}</strong>
        <span class="top-bar-day">{day ? shellTexts.day(day.number) : shellTexts.noDay}</span>
      </p>
      <nav class="top-bar-desks" aria-label={shellTexts.desks}>
        {desks.map((desk, index) => (
          <DeskTab
            key={desk.name}
            label={deskTitle(desk)}
            keys={desks.length > 1 ? `Alt+${index + 1}` : undefined}
            current={desk.name === current?.name}
            onChoose={() => onChoose(desk.name)}
          />
        ))}
        {current && current.lanes > 1 ? <LaneChoice desk={current} /> : null}
      </nav>
      <span class="top-bar-fresh">
        <LineState />
      </span>
      <HealthLight />
      <time class="top-bar-clock">{centerTime.value === 0 ? '--:--' : clockOf(centerTime.value, timeZone)}</time>
      <span class="top-bar-who">
        <span>
          {shellTexts.now} <strong>{seatedStaff.value?.name}</strong>
        </span>
        <Button shortcut="F2" onPress={() => setSwitching(true)}>
          {shellTexts.switch}
        </Button>
      </span>
      <SwitchDialog
        open={switching}
        onClose={() => setSwitching(false)}
        onHandOver={
          current
            ? () => {
                setSwitching(false)
                setHandingOver(true)
              }
            : null
        }
      />
      {current && handingOver ? <HandOverDialog desk={current} onClose={() => setHandingOver(false)} /> : null}
    </header>
  )
}
