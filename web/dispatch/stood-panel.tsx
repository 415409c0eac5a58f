import './stood-panel.css'
import { useMemo } from 'preact/hooks'
import type { Need } from '#shared/needs/need.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { waitsForTeam } from '#shared/needs/rules.ts'
import { statusMark } from '#shared/needs/status-marks.ts'
import type { Store } from '#web/core/store.ts'
import { drawnOnMap } from '#web/dispatch/need-markers.ts'
import { sorted, teamsAt, townName } from '#web/dispatch/selectors.ts'
import { wallStates } from '#web/dispatch/wall-view.ts'
import { MapView } from '#web/map/map-view.tsx'
import { dispatchTexts as t } from '#web/texts/dispatch.ts'
import { SlotRow } from '#web/ui/slot-row.tsx'
import { StatusMark } from '#web/ui/status-mark.tsx'

const ofWall = (held: Store) => held.all('need').filter(({ status }) => waitsForTeam(status))

/** The map by what any store holds; nothing on it can be chosen. */
export function StoodMap({ held }: { held: Store }) {
  const { markers } = drawnOnMap(held, { needs: () => ofWall(held), inView: () => true, withTeams: true })
  const drawing = JSON.stringify(markers)
  const steady = useMemo(() => markers, [drawing])
  return (
    <section aria-label={t.stoodMap}>
      <h3>{t.stoodMap}</h3>
      <MapView label={t.stoodMap} markers={steady} height="300px" />
    </section>
  )
}

function Card({ held, need }: { held: Store; need: Need }) {
  return (
    <li class="stood-card">
      <span class="number">{needNumberText(need.number)}</span> <span>{townName(need.townId)}</span>
      <SlotRow filled={need.assignedCount} wanted={need.headcount} />
      {teamsAt(held, need.id).map((team) => (
        <span key={team.id} class="quiet">
          {t.stoodTeam(team.number, team.members.length)} {t.teamState[team.status]}
        </span>
      ))}
    </li>
  )
}

const shownCards = 40

/** The wall of needs by what any store holds; nothing on it can be pressed. */
export function StoodWall({ held }: { held: Store }) {
  const needs = sorted(ofWall(held), 'urgency')
  const filled = wallStates.filter((state) => needs.some(({ status }) => status === state))
  return (
    <section aria-label={t.stoodWall}>
      <h3>{t.stoodWall}</h3>
      {filled.length === 0 ? <p class="quiet">{t.empty}</p> : null}
      <div class="stood-columns">
        {filled.map((state) => {
          const own = needs.filter(({ status }) => status === state)
          return (
            <div key={state}>
              <h4>
                <StatusMark {...statusMark(state)} word={t.sections[state]} /> <span class="number">{own.length}</span>
              </h4>
              <ul class="stood-cards">
                {own.slice(0, shownCards).map((need) => (
                  <Card key={need.id} held={held} need={need} />
                ))}
              </ul>
            </div>
          )
        })}
      </div>
    </section>
  )
}
