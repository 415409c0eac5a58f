import type { Point } from '#shared/places/place.ts'

/** A building that everyone knows, with how well its point is known. */
export interface Facility {
  id: string
  name: string
  address: string
  point: Point
  /** The true entrance lies within this many metres of the point. */
  precisionMetres: number
}

/**
 * Where the center opens unless someone says otherwise. That it opens here is the council's own word
 * (kanazawa-shakyo.jp, 災害ボランティアネットワーク); the town is confirmed, the house number is not and is left out. The
 * point is that of the school next door (八景小学校), good to about 150 m.
 */
export const defaultCenter: Facility = {
  id: 'facility-ikiiki-center-kanazawa',
  name: 'いきいきセンター金沢',
  address: '泥亀',
  point: { lat: 35.3386, lng: 139.6222 },
  precisionMetres: 150,
}

/** The ward office. Address: 広報よこはま金沢区版; point good to about 30 m. */
export const wardOffice: Facility = {
  id: 'facility-ward-office',
  name: '金沢区役所',
  address: '泥亀2-9-1',
  point: { lat: 35.337278, lng: 139.6245 },
  precisionMetres: 30,
}
