import type * as L from 'leaflet'

/** Pixels that one press of an arrow key moves the map; with Shift three times as far. */
const step = 80

const arrows: Record<string, readonly [number, number] | undefined> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
}

const zooms: Record<string, number | undefined> = { '+': 1, '=': 1, ';': 1, '-': -1, _: -1 }

/**
 * Moves the map by keys wherever the focus is inside it, on a marker too; Leaflet's own handler stops working there.
 * Returns whether the key was one of the map's.
 */
export function moveByKey(
  map: L.Map,
  event: KeyboardEvent,
  animate: boolean,
  zoomBy: (levels: number) => void,
): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey) return false
  const arrow = arrows[event.key]
  if (arrow) {
    const times = event.shiftKey ? 3 : 1
    map.panBy([arrow[0] * times, arrow[1] * times], { animate })
    return true
  }
  const zoom = zooms[event.key]
  if (zoom === undefined) return false
  zoomBy(zoom)
  return true
}
