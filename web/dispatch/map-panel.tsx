import './dispatch.css'
import { useMemo, useState } from 'preact/hooks'
import type { Panel } from '#shared/center/profile.ts'
import type { Need } from '#shared/needs/need.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { statusMark } from '#shared/needs/status-marks.ts'
import { type PlacePoint, pointOfPlace } from '#shared/places/place.ts'
import type { Team } from '#shared/teams/team.ts'
import { store } from '#web/core/store.ts'
import { type MapWork, mapWorkBeside } from '#web/dispatch/map-work.ts'
import { townName } from '#web/dispatch/selectors.ts'
import type { MapMarker } from '#web/map/map-marker.ts'
import { MapView } from '#web/map/map-view.tsx'
import { dispatchTexts as t } from '#web/texts/dispatch.ts'
import { CheckField } from '#web/ui/check-field.tsx'
import { deviceMemory } from '#web/ui/device-memory.ts'
import { stateColours } from '#web/ui/state-colours.ts'

/** Where a need is: the pin of the requester, else the town's representative point. */
function pointOf(need: Need): PlacePoint | null {
  const contact = store.get('needContact', need.id)
  const townOnly = { townId: need.townId, addressLine: '', lat: null, lng: null }
  return (contact ? pointOfPlace(contact) : null) ?? pointOfPlace(townOnly)
}

const townWords = (need: Need, { precision }: PlacePoint) =>
  `${townName(need.townId)}${precision === 'town' ? t.approximate : ''}`

/** The day of a planned visit, `11/24 午前`. */
const visitOn = ({ status, surveyOn, surveyTime }: Need) =>
  status === 'surveyScheduled' && surveyOn !== null ? `${surveyOn.slice(5).replace('-', '/')} ${surveyTime}`.trim() : ''

function needMarker(need: Need, at: PlacePoint, work: MapWork): MapMarker {
  const { shape, colour, letter, word } = statusMark(need.status)
  return {
    id: need.id,
    kind: 'need',
    point: at.point,
    shape,
    colour: stateColours[colour].fill,
    mark: letter,
    title: t.mapNeed(needNumberText(need.number), townWords(need, at), word, visitOn(need)),
    emphasis: need.urgent || need.crisis ? 'urgent' : 'none',
    dimmed: !work.inView(need),
  }
}

function teamMarker(team: Team, need: Need, at: PlacePoint, work: MapWork): MapMarker {
  return {
    id: `team ${team.id}`,
    kind: 'team',
    point: at.point,
    shape: 'bar',
    colour: stateColours.navy.fill,
    mark: String(team.number % 100),
    title: t.mapTeam(team.number, needNumberText(need.number), townWords(need, at)),
    dimmed: !work.inView(need),
  }
}

/** Everything on the map, needs first, and what could not be put there. */
function drawn(work: MapWork) {
  const needs = work.needs()
  const placed = needs.flatMap((need) => {
    const at = pointOf(need)
    return at ? [{ need, at }] : []
  })
  const placedById = new Map(placed.map((one) => [one.need.id, one]))
  const teams = (work.withTeams ? store.all('team') : []).flatMap((team) => {
    const there = team.status === 'out' ? placedById.get(team.needId ?? '') : undefined
    return there ? [teamMarker(team, there.need, there.at, work)] : []
  })
  return {
    markers: [...placed.map(({ need, at }) => needMarker(need, at, work)), ...teams],
    unplaced: needs.length - placed.length,
    approximate: placed.filter(({ at }) => at.precision === 'town').length,
  }
}

const keptAs = 'baseMap'

/** The national map through the center's own server; the page itself asks no third party for anything. */
const baseMap = { url: '/tiles/{z}/{x}/{y}.png', attribution: t.baseMapSource, maxNativeZoom: 18 }

/** Where the work of this screen lies, with the selection of the list beside it. */
export function MapPanel({ beside }: { beside: readonly Panel[] }) {
  const work = mapWorkBeside(beside)
  const [online, setOnline] = useState(deviceMemory.read(keptAs) === 'on')
  const { markers, unplaced, approximate } = drawn(work)
  const drawing = JSON.stringify(markers)
  const steady = useMemo(() => markers, [drawing])
  const choose = (id: string) => {
    const team = id.startsWith('team ') ? store.get('team', id.slice(5)) : undefined
    work.choose(team ? team.needId : id)
  }
  const switchBaseMap = (on: boolean) => {
    deviceMemory.write(keptAs, on ? 'on' : 'off')
    setOnline(on)
  }
  return (
    <section class="panel map-panel" aria-label={t.map}>
      <div class="map-panel-line">
        <h2 class="visually-hidden">{t.map}</h2>
        <CheckField label={t.baseMap} checked={online} onChange={switchBaseMap} />
        {unplaced > 0 ? <span class="quiet">{t.unplaced(unplaced)}</span> : null}
        {approximate > 0 ? <span class="quiet">{t.approximateCount(approximate)}</span> : null}
      </div>
      <MapView
        label={work.label}
        markers={steady}
        selectedId={work.selectedId()}
        onSelect={choose}
        baseMap={online ? baseMap : null}
        height="100%"
      />
    </section>
  )
}
