import * as L from 'leaflet'
import { wardOffice } from '#shared/places/facilities.ts'
import { type Box, boxAround, type LabelWish, layLabels } from '#shared/places/label-layout.ts'
import { localDisasterBases } from '#shared/places/local-disaster-bases.ts'
import type { Point } from '#shared/places/place.ts'
import { type Station, stations } from '#shared/places/stations.ts'
import { townBases } from '#shared/places/town-bases.ts'
import { towns } from '#shared/places/towns.ts'
import { remScale } from '#web/map/rem-scale.ts'

/** From this zoom on each 丁目 has its name; below it only the 44 town names, which do not fit any closer together. */
const chomeZoom = 14.5
const stationZoom = 12.9
const baseZoom = 14.5
const roomyZoom = 15.5

/** A name on the ground, and from which zoom to which it is wanted. */
interface GroundName {
  text: string
  point: Point
  kind: 'town' | 'station' | 'base' | 'office'
  from: number
  to: number
}

/** Letter heights in rem. */
const letterSize: Record<GroundName['kind'], number> = { town: 0.8125, station: 0.75, base: 0.75, office: 0.75 }

function middle(points: readonly Point[]): Point {
  const sum = points.reduce((total, { lat, lng }) => ({ lat: total.lat + lat, lng: total.lng + lng }), {
    lat: 0,
    lng: 0,
  })
  return { lat: sum.lat / points.length, lng: sum.lng / points.length }
}

/** The two where most people arrive: named from afar too. */
const isMain = ({ name }: Station) => name === '金沢文庫' || name === '金沢八景'
const mainStations = stations.filter(isMain)
const otherStations = stations.filter((station) => !isMain(station))

function stationName({ name, lat, lng }: Station, from: number): GroundName {
  return { text: `${name}駅`, point: { lat, lng }, kind: 'station', from, to: 99 }
}

/** In the order in which they may keep their place: towns from afar, then the ways in, then each 丁目 and school. */
const groundNames: readonly GroundName[] = [
  ...mainStations.map((station) => stationName(station, 0)),
  ...townBases
    .map((base) => ({ base, members: towns.filter((town) => town.base === base.name) }))
    .sort((one, other) => other.members.length - one.members.length)
    .map(
      ({ base, members }): GroundName => ({
        text: base.name,
        point: middle(members),
        kind: 'town',
        from: 0,
        to: chomeZoom,
      }),
    ),
  { text: wardOffice.name, point: wardOffice.point, kind: 'office', from: chomeZoom, to: 99 },
  ...otherStations.map((station) => stationName(station, stationZoom)),
  ...towns.map(({ name, lat, lng }): GroundName => {
    return { text: name, point: { lat, lng }, kind: 'town', from: chomeZoom, to: 99 }
  }),
  ...localDisasterBases.map(({ shortName, lat, lng }): GroundName => {
    return { text: shortName, point: { lat, lng }, kind: 'base', from: baseZoom, to: 99 }
  }),
]

/** Stations, schools and the ward office keep a small sign of their own, which no name may cover. */
const signs: readonly Point[] = [...stations, ...localDisasterBases, wardOffice.point]

interface Label {
  name: GroundName
  marker: L.Marker
  word: HTMLElement
}

function createLabel(name: GroundName): Label {
  const word = document.createElement('span')
  word.className = `map-name map-name-${name.kind}`
  word.textContent = name.text
  const icon = L.divIcon({ html: word, className: 'map-name-holder', iconSize: [0, 0] })
  const marker = L.marker(name.point, { icon, interactive: false, keyboard: false, pane: 'names' })
  return { name, marker, word }
}

/** The label's letters in rem at this zoom: close by there is room to read without glasses. */
function letterRem(kind: GroundName['kind'], zoom: number): number {
  return letterSize[kind] * (zoom >= roomyZoom ? 1.2 : 1)
}

/** How each wanted name would stand at this zoom, in the pixels of the whole world at that zoom. */
function wishFor(map: L.Map, zoom: number, rem: number, { text, point, kind }: GroundName): LabelWish {
  const { x, y } = map.project(point, zoom)
  const place = kind === 'town' ? 'around' : 'beside'
  return { text, x, y, size: letterRem(kind, zoom) * rem, place }
}

/** Half the width and height of a marker in pixels at standard letter size. */
const markerHalf = { across: 18, down: 16 }

/** From afar a name may lie over the small signs, which are many; it always keeps clear of markers. */
function takenBoxes(map: L.Map, zoom: number, markers: readonly Point[]): Box[] {
  const scale = remScale()
  const signBoxes = (zoom < chomeZoom ? [] : signs).map((point) => {
    const { x, y } = map.project(point, zoom)
    return boxAround(x, y, 6)
  })
  const markerBoxes = markers.map((point): Box => {
    const { x, y } = map.project(point, zoom)
    const across = markerHalf.across * scale
    const down = markerHalf.down * scale
    return { left: x - across, right: x + across, top: y - down, bottom: y + down }
  })
  return [...signBoxes, ...markerBoxes]
}

function layAll(map: L.Map, group: L.LayerGroup, labels: readonly Label[], markers: readonly Point[]): void {
  const zoom = map.getZoom()
  const rem = 16 * remScale()
  const wanted = labels.filter(({ name }) => zoom >= name.from && zoom < name.to)
  const wishes = wanted.map(({ name }) => wishFor(map, zoom, rem, name))
  const spots = layLabels(wishes, takenBoxes(map, zoom, markers))
  const shown = new Set<Label>()
  for (const [index, label] of wanted.entries()) {
    const spot = spots[index]
    const wish = wishes[index]
    if (!spot || !wish) continue
    shown.add(label)
    label.word.style.fontSize = `${letterRem(label.name.kind, zoom)}rem`
    label.word.style.translate = `calc(-50% + ${spot.x - wish.x}px) calc(-50% + ${spot.y - wish.y}px)`
  }
  for (const label of labels) {
    if (shown.has(label)) group.addLayer(label.marker)
    else group.removeLayer(label.marker)
  }
}

/** The names on the map. */
export interface Names {
  /** Writes them anew for this zoom, clear of each other and of these markers. Nothing happens if neither has changed. */
  lay: (markers: readonly Point[]) => void
  close: () => void
}

export function addNames(map: L.Map): Names {
  const labels = groundNames.map(createLabel)
  const group = L.layerGroup().addTo(map)
  let laid = ''
  return {
    lay: (markers) => {
      const now = JSON.stringify([map.getZoom(), markers])
      if (now === laid) return
      laid = now
      map.getContainer().classList.toggle('map-canvas-far', map.getZoom() < chomeZoom)
      layAll(map, group, labels, markers)
    },
    close: () => group.remove(),
  }
}
