import { describe, expect, test } from 'vitest'
import { addressKey, type Known, likenessTo, type Sought, soundsLike } from '#shared/households/alike.ts'

const nobody: Sought = { phones: [], names: [], kanas: [], townId: null, addressLine: '', lat: null, lng: null }

const tanaka: Known = {
  name: '髙﨑 ハナ',
  nameKana: 'たかさき はな',
  townId: 'deiki-2',
  addressLine: '9-1',
  lat: 35.3374,
  lng: 139.6249,
}

describe('in what two households are alike', () => {
  test.each([
    ['nothing typed', {}, null],
    ['kana in half width', { kanas: ['ﾀｶｻｷ ﾊﾅ'] }, ['kana']],
    ['kana in katakana without a space', { kanas: ['タカサキハナ'] }, ['kana']],
    ['the family name so far', { kanas: ['たかさき'] }, ['kana']],
    ['one kana so far', { kanas: ['た'] }, null],
    ['the name in everyday characters', { names: ['高崎ハナ'] }, ['name']],
    ['kana and town', { kanas: ['タカサキハナ'], townId: 'deiki-2' }, ['kana', 'town']],
    ['the house number in words', { townId: 'deiki-2', addressLine: '９番１号' }, ['address', 'town']],
    ['the house number in another town', { townId: 'deiki-1', addressLine: '9-1' }, null],
    ['the town alone', { townId: 'deiki-2' }, null],
    ['a pin at the same door', { lat: 35.33745, lng: 139.62495 }, ['near']],
    ['a pin two streets away', { lat: 35.3394, lng: 139.6249 }, null],
  ])('%s', (_name, typed, reasons) => {
    expect(likenessTo({ ...nobody, ...typed })(tanaka)?.reasons ?? null).toEqual(reasons)
  })

  test('only phone, or kana with town, must be looked at before another is made', () => {
    const strong = (typed: Partial<Sought>, samePhone = false) =>
      likenessTo({ ...nobody, ...typed })(tanaka, samePhone)?.strong
    expect(strong({}, true)).toBe(true)
    expect(strong({ kanas: ['ﾀｶｻｷ ﾊﾅ'], townId: 'deiki-2' })).toBe(true)
    expect(strong({ kanas: ['ﾀｶｻｷ ﾊﾅ'] })).toBe(false)
    expect(strong({ kanas: ['たかさき'], townId: 'deiki-2' })).toBe(false)
    expect(strong({ townId: 'deiki-2', addressLine: '9-1' })).toBe(false)
  })

  test('the distance is told, and the phone says more than the name', () => {
    const near = likenessTo({ ...nobody, lat: 35.33745, lng: 139.62495 })(tanaka)
    expect(near?.metres).toBeGreaterThan(5)
    expect(near?.metres).toBeLessThan(10)
    const likeness = likenessTo({ ...nobody, kanas: ['たかさきはな'] })
    const sameName = likeness({ ...tanaka, townId: 'seto' })
    expect(likeness(tanaka, true)?.score).toBeGreaterThan(sameName?.score ?? 99)
    expect(soundsLike(['ﾀｶｻｷ ﾊﾅ'])(tanaka.nameKana)).toBe(true)
    expect(soundsLike([''])('')).toBe(false)
  })

  test.each([
    ['9番1号', '9-1'],
    ['９ー１', '9-1'],
    ['9番地1', '9-1'],
    ['9の1', '9-1'],
  ])('%s is %s', (one, other) => expect(addressKey(one)).toBe(addressKey(other)))

  test('1-23 and 12-3 are two addresses', () => expect(addressKey('1-23')).not.toBe(addressKey('12-3')))
})
