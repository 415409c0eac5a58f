import { html } from 'hono/html'
import type { Markup } from '#server/core/sheet-page.ts'
import { dotMarkup } from '#server/dispatch/sketch-markup.ts'
import { type Box, boxAround, type LabelWish } from '#shared/places/label-layout.ts'
import type { Point } from '#shared/places/place.ts'
import { landmarks } from '#shared/places/sketch-map.ts'
import { railways, stations } from '#shared/places/stations.ts'
import { towns } from '#shared/places/towns.ts'
import { wardIslands, wardOutline } from '#shared/places/ward-outline.ts'

const [width, margin] = [620, 14]

const latitudes = wardOutline.map(([lat]) => lat)
const longitudes = wardOutline.map(([, lng]) => lng)
const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)]
const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)]
/** A degree of longitude is shorter than one of latitude. */
const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180)
const scale = (width - 2 * margin) / ((east - west) * narrowing)
const height = Math.ceil((north - south) * scale + 2 * margin)

const metresInADegree = 111_000
export const unitsPerMetre = scale / metresInADegree

/** The whole ward on a page of its own, about 35 metres to the millimetre. */
export const wardPaper: Box = { left: 0, top: 0, right: width, bottom: height }

const tenths = (value: number) => Math.round(value * 10) / 10

export const onPaper = ({ lat, lng }: Point) => ({
  x: tenths(margin + (lng - west) * narrowing * scale),
  y: tenths(margin + (north - lat) * scale),
})

const pathThrough = (points: readonly Point[]) =>
  `M${points
    .map(onPaper)
    .map(({ x, y }) => `${x} ${y}`)
    .join('L')}`

const byId = new Map(stations.map((station) => [station.id, station]))

/** What is on the ground whatever happened: the ward's shape, railways, and the places by which people ask the way. */
export function groundMarkup(): Markup {
  const outline = wardOutline.map(([lat, lng]) => ({ lat, lng }))
  return html`<path d="${pathThrough(outline)}Z" fill="#f4f4f2" stroke="#555" stroke-width="1.2"/>
  ${wardIslands.map((island) => {
    const { x, y } = onPaper(island)
    return html`<circle cx="${x}" cy="${y}" r="${tenths(island.radius * unitsPerMetre)}" fill="#f4f4f2" stroke="#555" stroke-width="1.2"/>`
  })}
  ${railways.map(({ stationIds }) => {
    const path = pathThrough(stationIds.flatMap((id) => byId.get(id) ?? []))
    return html`<path d="${path}" fill="none" stroke="#888" stroke-width="1.4" stroke-dasharray="7 3"/>`
  })}
  ${landmarks.map(({ kind, lat, lng }) => dotMarkup({ kind, ...onPaper({ lat, lng }) }))}`
}

const [landmarkSize, townSize] = [9, 8]

/** Where the signs stand: no word covers them. */
export const landmarkBoxes: readonly Box[] = landmarks.map((one) => {
  const { x, y } = onPaper(one)
  return boxAround(x, y, 4)
})

/** The words of the ground: the towns that matter first, then the places by which people ask the way. */
export function groundWishes(ownTowns: ReadonlySet<string | null>): LabelWish[] {
  const wished = towns.map((one) => ({
    own: ownTowns.has(one.id),
    wish: { text: one.name, ...onPaper(one), size: townSize, place: 'around' as const },
  }))
  return [
    ...wished.flatMap(({ own, wish }) => (own ? wish : [])),
    ...landmarks.map((one) => ({ text: one.label, ...onPaper(one), size: landmarkSize, place: 'beside' as const })),
    ...wished.flatMap(({ own, wish }) => (own ? [] : wish)),
  ]
}
