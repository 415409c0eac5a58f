import { metresFrom } from '#shared/places/distance.ts'
import { wardOffice } from '#shared/places/facilities.ts'
import { type Box, boxAround, type LabelWish, layLabels } from '#shared/places/label-layout.ts'
import { localDisasterBases } from '#shared/places/local-disaster-bases.ts'
import { byDistance } from '#shared/places/nearest.ts'
import type { Place, Point } from '#shared/places/place.ts'
import { pointOfPlace } from '#shared/places/place.ts'
import { railways, stations } from '#shared/places/stations.ts'
import { towns } from '#shared/places/towns.ts'
import { wardIslands, wardOutline } from '#shared/places/ward-outline.ts'

/** A landmark on the sketch: a square for a 地域防災拠点, a circle for a station, a diamond for the ward office. */
export interface SketchDot {
  kind: 'base' | 'station' | 'office'
  x: number
  y: number
  name: string
  /** From the place of work, as the crow flies. */
  metres: number
}

interface SketchLabel {
  kind: 'town' | SketchDot['kind']
  text: string
  /** The middle of the word. */
  x: number
  y: number
  size: number
}

/** A sketch of the neighbourhood for the printed work order, ready for a template to draw as inline SVG. */
export interface SketchMap {
  width: number
  height: number
  /** The ward's outline as an SVG path; what lies outside the drawing is cut off by its viewBox. */
  outlinePath: string
  /** The ward's islands, as circles. */
  islands: { x: number; y: number; radius: number }[]
  railwayPaths: string[]
  labels: SketchLabel[]
  dots: SketchDot[]
  /** Where the work is. `exact` is false when only the town is known: then it is drawn as a circle, not as a pin. */
  pin: { x: number; y: number; exact: boolean; radius: number }
  /** A bar of `width` units stands for `metres`. */
  scale: { metres: number; width: number }
}

export interface SketchSize {
  width: number
  height: number
}

export interface Landmark extends Point {
  kind: SketchDot['kind']
  name: string
  label: string
}

export const landmarks: readonly Landmark[] = [
  { kind: 'office', name: wardOffice.name, label: wardOffice.name, ...wardOffice.point },
  ...stations.map(({ name, lat, lng }): Landmark => ({ kind: 'station', name, label: `${name}駅`, lat, lng })),
  ...localDisasterBases.map(
    ({ name, shortName, lat, lng }): Landmark => ({ kind: 'base', name, label: shortName, lat, lng }),
  ),
]

/** Letters of the sketch in its units: towns smaller than landmarks, which people ask the way by. */
const townSize = 11
const landmarkSize = 12

/** Half heights of the drawing in metres, from a few streets to a third of the ward. */
const reaches = [350, 500, 700, 1000, 1500, 2500] as const

type Projection = (point: Point) => { x: number; y: number }

function isOn(size: SketchSize, { x, y }: { x: number; y: number }, margin: number): boolean {
  return x > margin && y > margin && x < size.width - margin && y < size.height - margin
}

function projection(centre: Point, size: SketchSize, reach: number): Projection {
  const unitsPerMetre = size.height / 2 / reach
  const round = (value: number) => Math.round(value * 10) / 10
  return (point) => {
    const { east, north } = metresFrom(centre, point)
    return { x: round(size.width / 2 + east * unitsPerMetre), y: round(size.height / 2 - north * unitsPerMetre) }
  }
}

/** The closest view that still shows two landmarks and two towns to find one's way by. */
function chooseReach(centre: Point, size: SketchSize): number {
  const shows = (reach: number, points: readonly Point[]) => {
    const project = projection(centre, size, reach)
    return points.filter((point) => isOn(size, project(point), 24)).length
  }
  return reaches.find((reach) => shows(reach, landmarks) >= 2 && shows(reach, towns) >= 2) ?? 2500
}

function pathThrough(points: readonly Point[], project: Projection): string {
  const corners = points.map((point) => {
    const { x, y } = project(point)
    return `${x} ${y}`
  })
  return `M${corners.join('L')}`
}

function railwayPaths(project: Projection): string[] {
  const byId = new Map(stations.map((station) => [station.id, station]))
  return railways.map((railway) =>
    pathThrough(
      railway.stationIds.flatMap((stationId) => byId.get(stationId) ?? []),
      project,
    ),
  )
}

interface Drawing {
  size: SketchSize
  project: Projection
  place: Place
  dots: readonly SketchDot[]
  dotLabels: readonly string[]
}

type SketchWish = LabelWish & { kind: SketchLabel['kind'] }

/** The town of the work comes first and keeps clear of the pin; then the landmarks, then the other towns. */
function wishesOf({ size, project, place, dots, dotLabels }: Drawing): SketchWish[] {
  const townsHere = towns
    .map((town): SketchWish & { own: boolean } => {
      const own = town.id === place.townId
      const { x, y } = project(town)
      return { kind: 'town', text: town.name, x, y, size: townSize, place: own ? 'around' : 'centre', own }
    })
    .filter((town) => isOn(size, town, 0))
  const landmarkWishes = dots.map(({ kind, name, x, y }, index): SketchWish => {
    return { kind, text: dotLabels[index] ?? name, x, y, size: landmarkSize, place: 'beside' }
  })
  return [...townsHere.filter((town) => town.own), ...landmarkWishes, ...townsHere.filter((town) => !town.own)]
}

/** Where no word may stand: the pin, the signs, the scale bar in the lower left corner. */
function takenBoxes({ size, dots }: Drawing, pin: SketchMap['pin'], scale: SketchMap['scale']): Box[] {
  return [
    boxAround(pin.x, pin.y, pin.exact ? 12 : 0),
    { left: 0, top: size.height - 26, right: scale.width + 20, bottom: size.height },
    ...dots.map((dot) => boxAround(dot.x, dot.y, 5)),
  ]
}

function layTexts(drawing: Drawing, pin: SketchMap['pin'], scale: SketchMap['scale']): SketchLabel[] {
  const wishes = wishesOf(drawing)
  const paper = { left: 2, top: 2, right: drawing.size.width - 2, bottom: drawing.size.height - 2 }
  const spots = layLabels(wishes, takenBoxes(drawing, pin, scale), paper)
  return wishes.flatMap(({ kind, text, size }, index): SketchLabel[] => {
    const spot = spots[index]
    return spot ? [{ kind, text, x: spot.x, y: spot.y, size }] : []
  })
}

/** A round length that takes up to a quarter of the drawing. */
function scaleBar(size: SketchSize, reach: number): SketchMap['scale'] {
  const unitsPerMetre = size.height / 2 / reach
  const longest = size.width / 4 / unitsPerMetre
  const metres = [1000, 500, 200, 100].find((candidate) => candidate <= longest) ?? 50
  return { metres, width: Math.round(metres * unitsPerMetre * 10) / 10 }
}

/**
 * The neighbourhood of a place as lines, dots and words, or null if neither pin nor town is known. `size` is in units of
 * the drawing (1 unit = 0.25 mm prints well: 400 × 280 is 10 × 7 cm). North is up.
 */
export function sketchMap(place: Place, size: SketchSize = { width: 400, height: 280 }): SketchMap | null {
  const known = pointOfPlace(place)
  if (!known) return null
  const reach = chooseReach(known.point, size)
  const project = projection(known.point, size, reach)
  const shown = byDistance(known.point, landmarks).filter(({ item }) => isOn(size, project(item), 6))
  const dots = shown.map(({ item, metres }) => ({
    kind: item.kind,
    name: item.name,
    metres: Math.round(metres),
    ...project(item),
  }))
  const exact = known.precision === 'pin'
  const pin = { ...project(known.point), exact, radius: exact ? 8 : 36 }
  const scale = scaleBar(size, reach)
  const dotLabels = shown.map(({ item }) => item.label)
  return {
    ...size,
    outlinePath: `${pathThrough(
      wardOutline.map(([lat, lng]) => ({ lat, lng })),
      project,
    )}Z`,
    islands: wardIslands.map((island) => ({ ...project(island), radius: (island.radius * size.height) / 2 / reach })),
    railwayPaths: railwayPaths(project),
    labels: layTexts({ size, project, place, dots, dotLabels }, pin, scale),
    dots,
    pin,
    scale,
  }
}
