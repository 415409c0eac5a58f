import * as L from 'leaflet'
import type { Point } from '#shared/places/place.ts'
import { mapWords } from '#web/map/map-words.ts'
import { svgElement } from '#web/map/marker-face.ts'

export interface PinLayer {
  show: (pin: Point | null) => void
  /** Sets the pin where the cross stands: the way without a mouse. */
  placeAtCentre: () => void
  close: () => void
}

function drawPin(): HTMLElement {
  const svg = svgElement('svg', { viewBox: '0 0 32 44', width: 32, height: 44, 'aria-hidden': 'true' })
  svg.append(
    svgElement('path', { d: 'M16 42C16 42 30 25 30 15A14 14 0 1 0 2 15C2 25 16 42 16 42Z', class: 'map-pin-shape' }),
    svgElement('circle', { cx: 16, cy: 15, r: 5, class: 'map-pin-eye' }),
  )
  const holder = document.createElement('div')
  holder.append(svg)
  return holder
}

/** Six decimals are a tenth of a metre; more would only look more certain. */
function pointOf({ lat, lng }: L.LatLng): Point {
  const round = (value: number) => Math.round(value * 1e6) / 1e6
  return { lat: round(lat), lng: round(lng) }
}

/** The pin that says where a need is: set by a press, moved by dragging. With `onMove` null it is only shown. */
export function addPinLayer(map: L.Map, onMove: ((point: Point) => void) | null): PinLayer {
  const icon = L.divIcon({ html: drawPin(), className: 'map-pin', iconSize: [32, 44], iconAnchor: [16, 42] })
  const marker = L.marker(map.getCenter(), {
    icon,
    keyboard: false,
    draggable: onMove !== null,
    autoPan: true,
    zIndexOffset: 3000,
  })
  marker.on('add', () => {
    marker.getElement()?.setAttribute('role', 'img')
    marker.getElement()?.setAttribute('aria-label', mapWords.pin)
  })
  marker.on('dragend', () => onMove?.(pointOf(marker.getLatLng())))
  const press = ({ latlng }: L.LeafletMouseEvent) => onMove?.(pointOf(latlng))
  if (onMove) map.on('click', press)

  return {
    show: (pin) => {
      if (!pin) {
        marker.remove()
        return
      }
      marker.setLatLng(pin)
      if (!map.hasLayer(marker)) marker.addTo(map)
    },
    placeAtCentre: () => onMove?.(pointOf(map.getCenter())),
    close: () => {
      map.off('click', press)
      marker.remove()
    },
  }
}
