import { html } from 'hono/html'
import type { Markup } from '#server/core/sheet-page.ts'
import type { Need } from '#shared/needs/need.ts'
import { statusMark } from '#shared/needs/status-marks.ts'
import { boxAround, layLabels } from '#shared/places/label-layout.ts'
import { townById } from '#shared/places/towns.ts'
import { wardOutline } from '#shared/places/ward-outline.ts'

const [width, height, margin] = [520, 420, 12]

const latitudes = wardOutline.map(([lat]) => lat)
const longitudes = wardOutline.map(([, lng]) => lng)
const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)]
const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)]
/** A degree of longitude is shorter than one of latitude. */
const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180)
const scale = Math.min((width - 2 * margin) / ((east - west) * narrowing), (height - 2 * margin) / (north - south))
const shift = (width - (east - west) * narrowing * scale) / 2

const tenths = (value: number) => Math.round(value * 10) / 10
const onPaper = (lat: number, lng: number) => ({
  x: tenths(shift + (lng - west) * narrowing * scale),
  y: tenths(margin + (north - lat) * scale),
})
const outline = wardOutline.map(([lat, lng]) => onPaper(lat, lng)).map(({ x, y }) => `${x} ${y}`)

/** A label stands half a letter beside its mark; it may touch the mark's line. */
const [letterSize, radius] = [9.5, 6.5]

const lettersOf = (needs: readonly Need[]) =>
  Object.entries(Object.groupBy(needs, ({ status }) => statusMark(status).letter))
    .map(([letter, some = []]) => `${letter}${some.length}`)
    .join(' ')

/** The towns in which something was asked for, the most asked for first: their names are laid first. */
function townsOf(needs: readonly Need[]) {
  const groups = Object.entries(Object.groupBy(needs, ({ townId }) => townId ?? ''))
  return groups
    .flatMap(([townId, own = []]) => {
      const town = townById(townId)
      const text = `${town?.name ?? ''} ${lettersOf(own)}`
      return town ? [{ ...onPaper(town.lat, town.lng), text, count: own.length }] : []
    })
    .toSorted((one, other) => other.count - one.count)
}

/** How many needs of which look stood in which town at the end: a town is as near as the paper comes to a house. */
export function wardMapMarkup(needs: readonly Need[]): Markup {
  const marks = townsOf(needs)
  const wishes = marks.map(({ x, y, text }) => ({
    text,
    x,
    y,
    size: letterSize,
    place: 'beside' as const,
  }))
  const spots = layLabels(
    wishes,
    marks.map(({ x, y }) => boxAround(x, y, radius - 2)),
  )
  return html`<svg class="ward-map" viewBox="0 0 ${width} ${height}" role="img" aria-label="この日の依頼の地図">
  <path d="M${outline.join('L')}Z" fill="#f2f2f2" stroke="#555" stroke-width="1.2"/>
  ${marks.map(
    ({ x, y, count }) => html`<circle cx="${x}" cy="${y}" r="${radius}" fill="#fff" stroke="#000" stroke-width="1.6"/>
  <text x="${x}" y="${y}" font-size="9" font-weight="700" text-anchor="middle" dominant-baseline="central">${count}</text>`,
  )}
  ${spots.map((spot, index) =>
    spot
      ? html`<text x="${tenths(spot.x)}" y="${tenths(spot.y)}" font-size="${letterSize}" text-anchor="middle" dominant-baseline="central">${wishes[index]?.text ?? ''}</text>`
      : '',
  )}
</svg>`
}
