import type { Point } from '#shared/places/place.ts'
import type { MarkShape } from '#web/ui/mark-shapes.ts'

/** One thing on the map, ready to be drawn. What its colour, shape and mark mean is known to whoever hands it in. */
export interface MapMarker {
  id: string
  kind: 'need' | 'team' | 'base' | 'station' | 'center'
  point: Point
  shape: MarkShape
  /** Hex colour, `#rrggbb`. */
  colour: string
  /** One letter, so that colour is never alone. */
  mark: string
  /** What a screen reader says and what a list shows: number, town, state. */
  title: string
  /** Urgency is a thicker outline, never another colour. */
  emphasis?: 'urgent' | 'none' | undefined
  /** Left in place but stepped back, for what a filter leaves out. */
  dimmed?: boolean | undefined
}

/** A picture beneath everything, from the center's own server or from outside; the map never depends on it. */
export interface BaseMap {
  /** With {z}, {x} and {y}. */
  url: string
  attribution: string
  maxNativeZoom: number
}
