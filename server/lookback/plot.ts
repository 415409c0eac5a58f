import { html } from 'hono/html'
import type { Markup } from '#server/core/sheet-page.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import type { Line } from '#shared/lookback/day-lines.ts'

interface Series {
  label: string
  line: Line
}

const [width, height] = [640, 190]
const [left, right, top, bottom] = [34, 20, 10, 22]

/** Lines are told apart by their strokes: the paper has no colours. */
const strokes = ['', '7 3', '2 3', '10 3 2 3', '1 5'] as const

/** A round number above all values, so that the scale can be read. */
function roundAbove(value: number): number {
  const steps = [4, 8, 12, 20, 40, 60, 80, 120, 160, 200, 240, 300, 400, 600, 800, 1200, 2000, 4000, 8000]
  return steps.find((one) => one >= value) ?? Math.ceil(value / 1000) * 1000
}

interface Scale {
  x: (at: string) => number
  y: (value: number) => number
  most: number
  from: number
  to: number
}

/** The hours that a report tells of: the same beneath each of its plots, so that they can be read one above the other. */
interface Hours {
  startsAt: string
  endsAt: string
}

function scaleOf(series: readonly Series[], { startsAt, endsAt }: Hours): Scale {
  const points = series.flatMap(({ line }) => line)
  const times = [startsAt, endsAt, ...points.map(({ at }) => at)].filter((at) => at !== '').map((at) => Date.parse(at))
  const [from, to] = [Math.min(...times), Math.max(...times)]
  const most = roundAbove(Math.max(1, ...points.map(({ value }) => value)))
  const across = (width - left - right) / Math.max(1, to - from)
  const down = (height - top - bottom) / most
  return {
    x: (at) => Math.round((left + (Date.parse(at) - from) * across) * 10) / 10,
    y: (value) => Math.round((height - bottom - value * down) * 10) / 10,
    most,
    from,
    to,
  }
}

/** Full hours, at most ten of them. */
function hoursOn({ from, to }: Scale): string[] {
  const hourMs = 3_600_000
  const count = Math.floor((to - from) / hourMs) + 1
  const every = Math.ceil(count / 10) * hourMs
  const first = Math.ceil(from / every) * every
  const marks = Array.from({ length: 12 }, (_, index) => first + index * every).filter((at) => at <= to)
  return marks.map((at) => new Date(at).toISOString())
}

/** What was measured once is a dot. */
function lineMarkup({ line }: Series, index: number, scale: Scale): Markup {
  const [only] = line.length === 1 ? line : []
  if (only) return html`<circle cx="${scale.x(only.at)}" cy="${scale.y(only.value)}" r="2.5"/>`
  const points = line.map(({ at, value }) => `${scale.x(at)},${scale.y(value)}`).join(' ')
  return html`<polyline points="${points}" fill="none" stroke="#000" stroke-width="1.8" stroke-dasharray="${strokes[index % strokes.length] ?? ''}"/>`
}

interface Plot {
  title: string
  unit: string
  hours: Hours
}

/** Values over the hours of a day, to be read on paper. */
export function plotMarkup({ title, unit, hours }: Plot, all: readonly Series[]): Markup {
  const series = all.filter(({ line }) => line.length > 0)
  if (series.length === 0)
    return html`<figure class="plot"><figcaption>${title}</figcaption><p>記録がありません。</p></figure>`
  const scale = scaleOf(series, hours)
  const steps = [0, scale.most / 4, scale.most / 2, (scale.most * 3) / 4, scale.most]
  return html`<figure class="plot">
  <figcaption>${title}（${unit}）</figcaption>
  <svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">
    ${steps.map(
      (value) => html`<path d="M${left} ${scale.y(value)}H${width - right}" stroke="#bbb" stroke-width="0.6"/>
    <text x="${left - 5}" y="${scale.y(value)}" font-size="10" text-anchor="end" dominant-baseline="central">${value}</text>`,
    )}
    ${hoursOn(scale).map(
      (at) => html`<path d="M${scale.x(at)} ${top}V${height - bottom}" stroke="#ddd" stroke-width="0.6"/>
    <text x="${scale.x(at)}" y="${height - 8}" font-size="10" text-anchor="middle">${clockOf(at, timeZone)}</text>`,
    )}
    ${series.map((one, index) => lineMarkup(one, index, scale))}
  </svg>
  <p class="plot-key">${series.map(
    ({ label }, index) =>
      html`<span><svg viewBox="0 0 40 8" width="40" height="8" aria-hidden="true"><path d="M0 4H40" stroke="#000" stroke-width="1.8" stroke-dasharray="${strokes[index % strokes.length] ?? ''}"/></svg> ${label}</span>`,
  )}</p>
</figure>`
}
