import { html } from 'hono/html'
import type { Markup } from '#server/core/sheet-page.ts'
import type { SketchDot, SketchMap } from '#shared/places/sketch-map.ts'

/** A square for a 地域防災拠点, a circle for a station, a diamond for the ward office: told apart without colour. */
export function dotMarkup({ kind, x, y }: Pick<SketchDot, 'kind' | 'x' | 'y'>): Markup {
  if (kind === 'station') return html`<circle cx="${x}" cy="${y}" r="4" fill="#fff" stroke="#000" stroke-width="2"/>`
  const turn = kind === 'office' ? ` rotate(45 ${x} ${y})` : ''
  return html`<rect x="${x - 4}" y="${y - 4}" width="8" height="8" fill="#000"${turn === '' ? '' : html` transform="${turn.trim()}"`}/>`
}

function pinMarkup({ x, y, exact, radius }: SketchMap['pin']): Markup {
  if (!exact) {
    return html`<circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="#000" stroke-width="2.5" stroke-dasharray="6 4"/>`
  }
  return html`<path d="M${x} ${y}l-8 -18a9 9 0 1 1 16 0z" fill="#000"/><circle cx="${x}" cy="${y - 21}" r="3.5" fill="#fff"/>`
}

/** The neighbourhood as lines, dots and words, for a sheet that must be read without any device. */
export function sketchMarkup(map: SketchMap): Markup {
  const { width, height, scale } = map
  const barY = height - 10
  return html`<svg class="sketch" viewBox="0 0 ${width} ${height}" role="img" aria-label="周辺の略図">
  <rect width="${width}" height="${height}" fill="#fff"/>
  <path d="${map.outlinePath}" fill="none" stroke="#888" stroke-width="1.5"/>
  ${map.islands.map(({ x, y, radius }) => html`<circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="#888"/>`)}
  ${map.railwayPaths.map((path) => html`<path d="${path}" fill="none" stroke="#666" stroke-width="2" stroke-dasharray="8 4"/>`)}
  ${map.dots.map(dotMarkup)}
  ${map.labels.map(
    ({ x, y, size, text, kind }) =>
      html`<text x="${x}" y="${y}" font-size="${size}" text-anchor="middle" dominant-baseline="central" fill="${kind === 'town' ? '#444' : '#000'}">${text}</text>`,
  )}
  ${pinMarkup(map.pin)}
  <path d="M10 ${barY}h${scale.width}" stroke="#000" stroke-width="3"/>
  <text x="${14 + scale.width}" y="${barY}" font-size="11" dominant-baseline="central">${scale.metres} m</text>
  <text x="${width - 14}" y="16" font-size="12" text-anchor="middle">北↑</text>
</svg>`
}
