import { describe, expect, test } from 'vitest'
import { distanceMetres, metresFrom } from '#shared/places/distance.ts'
import { defaultCenter, wardOffice } from '#shared/places/facilities.ts'
import { isInsideWard } from '#shared/places/inside-ward.ts'
import { localDisasterBases } from '#shared/places/local-disaster-bases.ts'
import { byDistance, nearestTown } from '#shared/places/nearest.ts'
import { placeText, pointOfPlace } from '#shared/places/place.ts'
import { place } from '#shared/places/place-record.ts'
import { railways, stations } from '#shared/places/stations.ts'
import { townBases } from '#shared/places/town-bases.ts'
import { townById, towns } from '#shared/places/towns.ts'
import { wardOutline } from '#shared/places/ward-outline.ts'

describe('the ward is complete', () => {
  test('101 towns in 44 bases, each town with its reading', () => {
    expect(towns).toHaveLength(101)
    expect(townBases).toHaveLength(44)
    expect(new Set(towns.map((town) => town.base))).toEqual(new Set(townBases.map((base) => base.name)))
    expect(towns.filter((town) => !/^[ぁ-ん]+$/u.test(town.kana))).toEqual([])
  })

  test('26 local disaster bases, 19 stations, 128 points of the outline', () => {
    expect(localDisasterBases).toHaveLength(26)
    expect(stations).toHaveLength(19)
    expect(wardOutline).toHaveLength(128)
    expect(wardOutline.at(-1)).toEqual(wardOutline[0])
  })

  test('every id is used once and fits a url', () => {
    const ids = [...towns, ...localDisasterBases, ...stations].map((each) => each.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((each) => !/^[a-z0-9-]{1,40}$/u.test(each))).toEqual([])
  })

  test('every railway runs through stations that exist', () => {
    const known = new Set(stations.map((station) => station.id))
    expect(railways.flatMap((railway) => railway.stationIds).filter((stationId) => !known.has(stationId))).toEqual([])
  })
})

describe('inside the ward', () => {
  test('lie all towns, all local disaster bases, the ward office and the center', () => {
    const places = [...towns, ...localDisasterBases, wardOffice.point, defaultCenter.point]
    expect(places.filter((each) => !isInsideWard(each))).toEqual([])
  })

  test.each([
    ['追浜駅 in 横須賀', { lat: 35.315461, lng: 139.624905 }, false],
    ['新杉田駅 in 磯子', { lat: 35.386863, lng: 139.619483 }, false],
    ['the sea off 八景島', { lat: 35.33, lng: 139.66 }, false],
    ['Yokohama station', { lat: 35.4658, lng: 139.6223 }, false],
    ['nowhere', { lat: 0, lng: 0 }, false],
    ['a corner of the outline', { lat: 35.3315, lng: 139.6225 }, true],
  ])('%s: %o is %s', (_name, point, inside) => {
    expect(isInsideWard(point)).toBe(inside)
  })

  test('the tolerance decides for a point beyond the quay', () => {
    const beyondTheQuay = { lat: 35.348, lng: 139.6569 + 0.001 }
    expect(isInsideWard(beyondTheQuay, 50)).toBe(false)
    expect(isInsideWard(beyondTheQuay, 150)).toBe(true)
  })
})

describe('distances', () => {
  test.each([
    ['the same point', { lat: 35.34, lng: 139.62 }, { lat: 35.34, lng: 139.62 }, 0, 0],
    ['a degree of latitude', { lat: 35, lng: 139 }, { lat: 36, lng: 139 }, 111_195, 5],
    ['ward office to 金沢八景駅', wardOffice.point, { lat: 35.331223, lng: 139.62018 }, 779, 10],
  ])('%s', (_name, one, other, metres, within) => {
    expect(Math.abs(distanceMetres(one, other) - metres)).toBeLessThanOrEqual(within)
    expect(distanceMetres(other, one)).toBeCloseTo(distanceMetres(one, other), 6)
  })

  test('the flat plane agrees with the sphere across the ward to two metres', () => {
    const { east, north } = metresFrom(towns[0] ?? wardOffice.point, wardOffice.point)
    expect(Math.hypot(east, north)).toBeCloseTo(distanceMetres(towns[0] ?? wardOffice.point, wardOffice.point), -0.3)
  })

  test('the nearest town of every town is itself', () => {
    expect(towns.filter((town) => nearestTown(town).town.id !== town.id)).toEqual([])
  })

  test('the ward office is in 泥亀二丁目, and 八景小学校 is its nearest base', () => {
    expect(nearestTown(wardOffice.point).town.name).toBe('泥亀二丁目')
    expect(byDistance(wardOffice.point, localDisasterBases)[0]?.item.name).toBe('八景小学校')
  })
})

describe('a place', () => {
  const unknown = { townId: null, addressLine: '', lat: null, lng: null }

  test('is drawn at its pin, else at its town, else not at all', () => {
    expect(pointOfPlace({ ...unknown, townId: 'deiki-2', lat: 35.34, lng: 139.63 })?.precision).toBe('pin')
    expect(pointOfPlace({ ...unknown, townId: 'deiki-2' })).toEqual({
      point: { lat: townById('deiki-2')?.lat, lng: townById('deiki-2')?.lng },
      precision: 'town',
    })
    expect(pointOfPlace(unknown)).toBeNull()
    expect(pointOfPlace({ ...unknown, townId: 'no-such-town' })).toBeNull()
  })

  test('reads as people write it', () => {
    expect(placeText({ townId: 'deiki-2', addressLine: '9-1' })).toBe('泥亀二丁目 9-1')
    expect(placeText({ townId: null, addressLine: '逗子市沼間' })).toBe('逗子市沼間')
    expect(placeText(unknown)).toBe('')
  })

  test.each([
    ['nothing known', unknown, true],
    ['a town', { ...unknown, townId: 'deiki-2', addressLine: '9-1' }, true],
    ['a pin', { ...unknown, lat: 35.34, lng: 139.63 }, true],
    ['half a pin', { ...unknown, lat: 35.34 }, false],
    ['a town that does not exist', { ...unknown, townId: 'deiki-9' }, false],
    ['a pin in another country', { ...unknown, lat: 51.5, lng: 0 }, false],
    ['an address with a control character', { ...unknown, addressLine: '9-1\u0007' }, false],
  ])('is accepted or refused: %s', (_name, value, accepted) => {
    expect(place.safeParse(value).success).toBe(accepted)
  })
})
