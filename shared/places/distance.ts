import type { Point } from '#shared/places/place.ts'

/** Mean radius of the earth in metres (IUGG). */
const earthRadius = 6_371_008.8

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** The distance between two points in metres, as the crow flies (haversine). */
export function distanceMetres(a: Point, b: Point): number {
  const halfLat = Math.sin(radians(b.lat - a.lat) / 2)
  const halfLng = Math.sin(radians(b.lng - a.lng) / 2)
  const h = halfLat ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * halfLng ** 2
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Metres east and north of an origin, on a plane that touches the earth there: exact to a metre within the ward. */
export function metresFrom(origin: Point, point: Point): { east: number; north: number } {
  const perDegree = radians(1) * earthRadius
  return {
    east: (point.lng - origin.lng) * perDegree * Math.cos(radians(origin.lat)),
    north: (point.lat - origin.lat) * perDegree,
  }
}
