import { describe, expect, test } from 'vitest'
import { layLabels, textWidth } from '#shared/places/label-layout.ts'
import { type SketchMap, sketchMap } from '#shared/places/sketch-map.ts'
import { towns } from '#shared/places/towns.ts'

const inTown = (townId: string) => ({ townId, addressLine: '', lat: null, lng: null })

const overlaps = (map: SketchMap) =>
  map.labels.flatMap((one, index) =>
    map.labels.slice(index + 1).filter((other) => {
      const nearAcross =
        Math.abs(one.x - other.x) < (textWidth(one.text, one.size) + textWidth(other.text, other.size)) / 2
      return nearAcross && Math.abs(one.y - other.y) < (one.size + other.size) / 2
    }),
  )

describe('the sketch on the work order', () => {
  test.each(towns.map((town) => [town.name, town] as const))('of %s names it and shows the way', (name, town) => {
    const map = sketchMap(inTown(town.id))
    expect(map?.labels.map((label) => label.text)).toContain(name)
    expect(map?.dots.length).toBeGreaterThanOrEqual(2)
    expect(map && overlaps(map)).toEqual([])
  })

  test('stands around the pin where there is one, and says when there is none', () => {
    const pinned = sketchMap({ townId: 'deiki-2', addressLine: '', lat: 35.337278, lng: 139.6245 })
    expect(pinned?.pin).toMatchObject({ x: 200, y: 140, exact: true })
    expect(pinned?.dots[0]).toMatchObject({ name: '金沢区役所', metres: 0 })
    expect(sketchMap(inTown('deiki-2'))?.pin.exact).toBe(false)
  })

  test('draws north at the top and keeps its scale', () => {
    const map = sketchMap({ townId: null, addressLine: '', lat: 35.337278, lng: 139.6245 }, { width: 600, height: 400 })
    const school = map?.dots.find((dot) => dot.name === '八景小学校')
    expect(school && school.y < 200 && school.x < 300).toBe(true)
    expect(map && map.scale.width <= 150).toBe(true)
    const drawn = school && map ? (Math.hypot(school.x - 300, school.y - 200) / map.scale.width) * map.scale.metres : 0
    expect(Math.abs(drawn - (school?.metres ?? 0))).toBeLessThan(5)
  })

  test('is none where nothing is known', () => {
    expect(sketchMap({ townId: null, addressLine: '泥亀のどこか', lat: null, lng: null })).toBeNull()
  })
})

test('of two words at one point the first is written, the second left out', () => {
  const wish = { text: '泥亀', x: 50, y: 50, size: 12, place: 'centre' as const }
  expect(layLabels([wish, wish], []).map((spot) => spot !== null)).toEqual([true, false])
})

test('a word beneath its dot moves above it before it is left out', () => {
  const wish = { text: '八景小', x: 50, y: 50, size: 12, place: 'beside' as const }
  const spots = layLabels([wish, wish, wish], [])
  expect(spots.map((spot) => (spot ? Math.sign(spot.y - wish.y) : null))).toEqual([1, -1, null])
})
