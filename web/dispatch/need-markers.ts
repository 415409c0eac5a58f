import type { Need } from '#shared/needs/need.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { statusMark } from '#shared/needs/status-marks.ts'
import { type PlacePoint, pointOfPlace } from '#shared/places/place.ts'
import type { Team } from '#shared/teams/team.ts'
import type { Store } from '#web/core/store.ts'
import { townName } from '#web/dispatch/selectors.ts'
import type { MapMarker } from '#web/map/map-marker.ts'
import { dispatchTexts as t } from '#web/texts/dispatch.ts'
import { stateColours } from '#web/ui/state-colours.ts'

/** Which needs are drawn, which of them step back, and whether teams stand at them. */
export interface DrawnWork {
  needs(): readonly Need[]
  inView(need: Need): boolean
  readonly withTeams: boolean
}

/** Where a need is: the pin of the requester, else the town's representative point. */
function pointOf(held: Store, need: Need): PlacePoint | null {
  const contact = held.get('needContact', need.id)
  const townOnly = { townId: need.townId, addressLine: '', lat: null, lng: null }
  return (contact ? pointOfPlace(contact) : null) ?? pointOfPlace(townOnly)
}

const townWords = (need: Need, { precision }: PlacePoint) =>
  `${townName(need.townId)}${precision === 'town' ? t.approximate : ''}`

/** The day of a planned visit, `11/24 午前`. */
const visitOn = ({ status, surveyOn, surveyTime }: Need) =>
  status === 'surveyScheduled' && surveyOn !== null ? `${surveyOn.slice(5).replace('-', '/')} ${surveyTime}`.trim() : ''

function needMarker(need: Need, at: PlacePoint, work: DrawnWork): MapMarker {
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

function teamMarker(team: Team, need: Need, at: PlacePoint, work: DrawnWork): MapMarker {
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

/** Everything on the map by what a store holds, needs first, and what could not be put there. */
export function drawnOnMap(held: Store, work: DrawnWork) {
  const needs = work.needs()
  const placed = needs.flatMap((need) => {
    const at = pointOf(held, need)
    return at ? [{ need, at }] : []
  })
  const placedById = new Map(placed.map((one) => [one.need.id, one]))
  const teams = (work.withTeams ? held.all('team') : []).flatMap((team) => {
    const there = team.status === 'out' ? placedById.get(team.needId ?? '') : undefined
    return there ? [teamMarker(team, there.need, there.at, work)] : []
  })
  return {
    markers: [...placed.map(({ need, at }) => needMarker(need, at, work)), ...teams],
    unplaced: needs.length - placed.length,
    approximate: placed.filter(({ at }) => at.precision === 'town').length,
  }
}
