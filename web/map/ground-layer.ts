import * as L from 'leaflet'
import { wardOffice } from '#shared/places/facilities.ts'
import { localDisasterBases } from '#shared/places/local-disaster-bases.ts'
import type { Point } from '#shared/places/place.ts'
import { railways, stations } from '#shared/places/stations.ts'
import { wardIslands, wardOutline } from '#shared/places/ward-outline.ts'
import { addNames, type Names } from '#web/map/label-layer.ts'

/** The ward's bounds, for showing all of it. */
export const wardBounds = L.latLngBounds(wardOutline.map(([lat, lng]) => L.latLng(lat, lng)))

function signAt(point: Point, className: string): L.Marker {
  const icon = L.divIcon({ className: `map-sign ${className}`, iconSize: [10, 10] })
  return L.marker(point, { icon, interactive: false, keyboard: false, pane: 'signs' })
}

function railwayLines(): L.Polyline[] {
  const byId = new Map(stations.map((station) => [station.id, station]))
  return railways.map((railway) =>
    L.polyline(
      railway.stationIds.flatMap((stationId) => byId.get(stationId) ?? []),
      { className: 'map-railway', interactive: false, weight: 2 },
    ),
  )
}

/** The ward as it is drawn. */
export interface Ground {
  names: Names
  close: () => void
}

/**
 * Draws the ward from the product's own data: outline, islands, railways, stations, schools, names. Needs no line to
 * anywhere, so that the map is never grey.
 */
export function addGround(map: L.Map): Ground {
  for (const [pane, height] of [
    ['names', 450],
    ['signs', 440],
  ] as const) {
    map.createPane(pane).style.zIndex = String(height)
  }
  const group = L.layerGroup([
    L.polygon(
      wardOutline.map(([lat, lng]) => L.latLng(lat, lng)),
      { className: 'map-ward', interactive: false, weight: 2 },
    ),
    ...wardIslands.map((island) =>
      L.circle(island, { radius: island.radius, className: 'map-ward', interactive: false, weight: 2 }),
    ),
    ...railwayLines(),
    ...localDisasterBases.map((base) => signAt(base, 'map-sign-base')),
    ...stations.map((station) => signAt(station, 'map-sign-station')),
    signAt(wardOffice.point, 'map-sign-office'),
  ]).addTo(map)
  const names = addNames(map)
  return {
    names,
    close: () => {
      names.close()
      group.remove()
    },
  }
}
