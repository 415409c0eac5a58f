export type MarkShape = 'circle' | 'square' | 'diamond' | 'triangle' | 'check' | 'bar'

export interface MarkOutline {
  /** Units of the drawing; a mark is as high as its height and as wide as its width. */
  width: number
  height: number
  /** The outline as an SVG path, one unit inside the edge so that its stroke is not cut. */
  path: string
  letterX: number
  letterY: number
  letterSize: number
  /** A second stroke in the letter's colour, where the shape has one. */
  tick?: string
}

/** Each state's shape, wide enough for one Japanese letter; silhouettes differ even without colour and letter. */
const outlines: Record<MarkShape, MarkOutline> = {
  circle: {
    width: 28,
    height: 28,
    path: 'M14 2a12 12 0 1 1 0 24a12 12 0 1 1 0-24z',
    letterX: 14,
    letterY: 14,
    letterSize: 15,
  },
  square: { width: 28, height: 28, path: 'M3 3h22v22h-22z', letterX: 14, letterY: 14, letterSize: 16 },
  diamond: { width: 32, height: 28, path: 'M16 1L31 14L16 27L1 14z', letterX: 16, letterY: 14, letterSize: 14 },
  triangle: { width: 34, height: 28, path: 'M17 1L33 27H1z', letterX: 17, letterY: 19, letterSize: 13 },
  check: {
    width: 40,
    height: 28,
    path: 'M14 3h12a11 11 0 0 1 0 22h-12a11 11 0 0 1 0-22z',
    letterX: 14,
    letterY: 14,
    letterSize: 14,
    tick: 'M24 14l4 5l7-10',
  },
  bar: { width: 42, height: 28, path: 'M1 5h40v18h-40z', letterX: 21, letterY: 14, letterSize: 14 },
}

/** How to draw a shape; the wall, the map and the printed sheet all draw from here. */
export function statusMarkPath(shape: MarkShape): MarkOutline {
  return outlines[shape]
}
