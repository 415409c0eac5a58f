import { townById } from '#shared/places/towns.ts'

/** A point on the earth in degrees, JGD2011 or WGS 84: the ward is small enough for the difference not to matter. */
export interface Point {
  lat: number
  lng: number
}

/** A place as people give it: a town of the ward, the rest of the address, a pin on the map, each of them optional. */
export interface Place {
  townId: string | null
  /** What follows the town: 番地, 号, building, room. Outside the ward, or with no town chosen, the whole address. */
  addressLine: string
  /** The pin, if one was set. Without it the town's representative point stands in. */
  lat: number | null
  lng: number | null
}

/** Where to draw a place, and whether that is the pin itself or only the town's representative point. */
export interface PlacePoint {
  point: Point
  precision: 'pin' | 'town'
}

/** The best known point of a place, or null if neither pin nor town is known. */
export function pointOfPlace(place: Place): PlacePoint | null {
  if (place.lat !== null && place.lng !== null) {
    return { point: { lat: place.lat, lng: place.lng }, precision: 'pin' }
  }
  const town = place.townId === null ? undefined : townById(place.townId)
  return town ? { point: { lat: town.lat, lng: town.lng }, precision: 'town' } : null
}

/** The place in one line as people write it: 泥亀二丁目 9-1. Empty if nothing is known. */
export function placeText(place: Pick<Place, 'townId' | 'addressLine'>): string {
  const town = place.townId === null ? undefined : townById(place.townId)
  return [town?.name ?? '', place.addressLine].filter((part) => part !== '').join(' ')
}
