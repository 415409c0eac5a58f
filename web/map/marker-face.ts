import { inkOn } from '#web/map/ink-on.ts'
import type { MapMarker } from '#web/map/map-marker.ts'
import { statusMarkPath } from '#web/ui/mark-shapes.ts'

const svgNamespace = 'http://www.w3.org/2000/svg'

/** An SVG element with its attributes; the map never parses HTML strings, which the page's security policy forbids. */
export function svgElement<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Record<string, string | number>,
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(svgNamespace, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  return element
}

/** Widths of the line around a mark; urgency is the thicker one. The white halo stands two pixels beyond either. */
const plainLine = 1.5
const urgentLine = 4.5
const halo = 2

/** The mark as a drawing: halo, shape, letter. `size` is its height in pixels, the lines included. */
export function drawMark(marker: MapMarker, size: number): SVGSVGElement {
  const outline = statusMarkPath(marker.shape)
  const ink = inkOn(marker.colour)
  const line = marker.emphasis === 'urgent' ? urgentLine : plainLine
  const edge = urgentLine / 2 + halo
  const width = outline.width + edge * 2
  const height = outline.height + edge * 2
  const svg = svgElement('svg', {
    viewBox: `${-edge} ${-edge} ${width} ${height}`,
    width: (size * width) / height,
    height: size,
    'aria-hidden': 'true',
  })
  svg.append(
    svgElement('path', { d: outline.path, class: 'map-mark-halo', 'stroke-width': line + halo * 2 }),
    svgElement('path', { d: outline.path, class: 'map-mark-shape', 'stroke-width': line, fill: marker.colour }),
  )
  if (outline.tick) {
    svg.append(svgElement('path', { d: outline.tick, fill: 'none', stroke: ink, 'stroke-width': 2.5 }))
  }
  const letter = svgElement('text', {
    x: outline.letterX,
    y: outline.letterY,
    class: 'map-mark-letter',
    'font-size': outline.letterSize,
    fill: ink,
  })
  letter.textContent = marker.mark
  svg.append(letter)
  return svg
}

/** How one stack looks now. */
interface FaceLook {
  marker: MapMarker
  count: number
  selected: boolean
  label: string
}

/** All that is drawn; a filter that steps a mark back changes its class alone, and there are two thousand. */
function drawingOf({ marker, count }: FaceLook): string {
  const { shape, colour, mark, emphasis } = marker
  return JSON.stringify([shape, colour, mark, emphasis === 'urgent', count])
}

function classOf({ marker, selected }: FaceLook): string {
  const { kind, dimmed } = marker
  return ['map-face', `map-face-${kind}`, selected ? 'map-face-selected' : '', dimmed ? 'map-face-dimmed' : ''].join(
    ' ',
  )
}

function draw(element: HTMLElement, { marker, count }: FaceLook): void {
  element.replaceChildren(drawMark(marker, faceHeight))
  if (count <= 1) return
  const badge = document.createElement('span')
  badge.className = 'map-face-count'
  badge.textContent = String(count)
  element.append(badge)
}

/** The element of one marker; `show` touches the page only if something to be seen has changed, and says so. */
export interface MarkerFace {
  element: HTMLElement
  show: (look: FaceLook) => boolean
}

/** In pixels; the element around it is larger, so that a gloved finger finds it. */
const faceHeight = 34

export function createFace(): MarkerFace {
  const element = document.createElement('div')
  const shown = { drawing: '', look: '', label: '' }
  return {
    element,
    show: (look) => {
      const [drawing, classes] = [drawingOf(look), classOf(look)]
      const changed = drawing !== shown.drawing || classes !== shown.look || look.label !== shown.label
      if (drawing !== shown.drawing) draw(element, look)
      if (classes !== shown.look) element.className = classes
      Object.assign(shown, { drawing, look: classes, label: look.label })
      return changed
    },
  }
}
