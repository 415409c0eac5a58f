import * as L from 'leaflet'
import { wardOffice } from '#shared/places/facilities.ts'
import { type Box, boxAround, type LabelWish, layLabels } from '#shared/places/label-layout.ts'
import { localDisasterBases } from '#shared/places/local-disaster-bases.ts'
import type { Point } from '#shared/places/place.ts'
import { stations } from '#shared/places/stations.ts'
import { townBases } from '#shared/places/town-bases.ts'
import { towns } from '#shared/places/towns.ts'

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
const mainStations: ReadonlySet<string> = new Set(['金沢文庫', '金沢八景'])

/** In the order in which they may keep their place: towns from afar, then the ways in, then each 丁目 and school. */
const groundNames: readonly GroundName[] = [
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
  ...stations.map(({ name, lat, lng }): GroundName => {
    return {
      text: `${name}駅`,
      point: { lat, lng },
      kind: 'station',
      from: mainStations.has(name) ? 0 : stationZoom,
      to: 99,
    }
  }),
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

/** From afar a name may lie over the small signs, which are many; close by it keeps clear of them. */
function takenBySigns(map: L.Map, zoom: number): Box[] {
  if (zoom < chomeZoom) return []
  return signs.map((point) => {
    const { x, y } = map.project(point, zoom)
    return boxAround(x, y, 6)
  })
}

function layAll(map: L.Map, group: L.LayerGroup, labels: readonly Label[]): void {
  const zoom = map.getZoom()
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
  const wanted = labels.filter(({ name }) => zoom >= name.from && zoom < name.to)
  const wishes = wanted.map(({ name }) => wishFor(map, zoom, rem, name))
  const spots = layLabels(wishes, takenBySigns(map, zoom))
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

/** Writes the names; at every zoom anew, so that none covers another. Answers how to take them away. */
export function addNames(map: L.Map): () => void {
  const labels = groundNames.map(createLabel)
  const group = L.layerGroup().addTo(map)
  const container = map.getContainer()
  const lay = () => {
    container.classList.toggle('map-canvas-far', map.getZoom() < chomeZoom)
    layAll(map, group, labels)
  }
  lay()
  map.on('zoomend', lay)
  return () => {
    map.off('zoomend', lay)
    group.remove()
  }
}
