import { distanceMetres, metresFrom } from '#shared/places/distance.ts'
import type { Point } from '#shared/places/place.ts'
import { wardIslands, wardOutline } from '#shared/places/ward-outline.ts'

interface Flat {
  east: number
  north: number
}

/** How far the simplified outline may lie from the true border, with room for a pin set by hand. */
const defaultToleranceMetres = 100

/** True if a line from the point to the east crosses the edge from `a` to `b`. */
function crosses(a: Flat, b: Flat): boolean {
  if (a.north > 0 === b.north > 0) return false
  return a.east + ((b.east - a.east) * -a.north) / (b.north - a.north) > 0
}

/** The distance from the point (the origin) to the edge from `a` to `b`, in metres. */
function distanceToEdge(a: Flat, b: Flat): number {
  const east = b.east - a.east
  const north = b.north - a.north
  const length = east ** 2 + north ** 2
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(a.east * east + a.north * north) / length))
  return Math.hypot(a.east + along * east, a.north + along * north)
}

function isOnMainland(point: Point, toleranceMetres: number): boolean {
  const flat = wardOutline.map(([lat, lng]) => metresFrom(point, { lat, lng }))
  let inside = false
  let nearest = Number.POSITIVE_INFINITY
  for (const [index, b] of flat.entries()) {
    const a = flat[index - 1]
    if (!a) continue
    if (crosses(a, b)) inside = !inside
    nearest = Math.min(nearest, distanceToEdge(a, b))
  }
  return inside || nearest <= toleranceMetres
}

/**
 * Whether a point lies in the ward, or within the tolerance (metres) of its outline. The outline is simplified to 40 m and
 * the islands are circles, so the answer warns about a pin in another town; it refuses nobody.
 */
export function isInsideWard(point: Point, toleranceMetres: number = defaultToleranceMetres): boolean {
  const onIsland = wardIslands.some((island) => distanceMetres(point, island) <= island.reach)
  return onIsland || isOnMainland(point, toleranceMetres)
}
