import { distanceMetres } from '#shared/places/distance.ts'
import type { Point } from '#shared/places/place.ts'
import { type Town, towns } from '#shared/places/towns.ts'

/** Something near a point, and how far away it is as the crow flies. */
export interface Near<T> {
  item: T
  metres: number
}

/** The places of a list by their distance from a point, the nearest first. */
export function byDistance<T extends Point>(point: Point, places: readonly T[]): Near<T>[] {
  return places
    .map((item) => ({ item, metres: distanceMetres(point, item) }))
    .sort((one, other) => one.metres - other.metres)
}

/**
 * The town whose representative point lies nearest, and its distance in metres. Near a border it may be the neighbour:
 * a proposal for the person at the desk, never a decision. Far outside the ward it says nothing; ask `isInsideWard`.
 */
export function nearestTown(point: Point): { town: Town; metres: number } {
  let best: { town: Town; metres: number } | null = null
  for (const town of towns) {
    const metres = distanceMetres(point, town)
    if (best === null || metres < best.metres) best = { town, metres }
  }
  if (best === null) throw new Error('The ward has no towns.')
  return best
}
