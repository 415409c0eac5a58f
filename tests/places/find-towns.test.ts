import { describe, expect, test } from 'vitest'
import { findTowns } from '#shared/places/find-towns.ts'

const namesFor = (typed: string) => findTowns(typed).map((town) => town.name)

describe('a town is found first', () => {
  test.each([
    ['泥亀二丁目', '泥亀二丁目'],
    ['泥亀2丁目', '泥亀二丁目'],
    ['泥亀２', '泥亀二丁目'],
    ['泥亀二', '泥亀二丁目'],
    ['泥亀2-9-1', '泥亀二丁目'],
    ['泥亀 2 - 9', '泥亀二丁目'],
    ['〒236-0021 神奈川県横浜市金沢区泥亀2-9-1', '泥亀二丁目'],
    ['236-0021 横浜市 金沢区 泥亀2', '泥亀二丁目'],
    ['金沢区泥亀２丁目９番１号', '泥亀二丁目'],
    ['でいき', '泥亀一丁目'],
    ['デイキ2', '泥亀二丁目'],
    ['でいk', '泥亀一丁目'],
    ['deiki', '泥亀一丁目'],
    ['釡利谷東六丁目', '釜利谷東六丁目'],
    ['釜利谷', '釜利谷町'],
    ['かまりやひがし6', '釜利谷東六丁目'],
    ['おっとも', '乙舳町'],
    ['おつともちょう', '乙舳町'],
    ['乙舳', '乙舳町'],
    ['しょうわ', '昭和町'],
    ['金沢町', '金沢町'],
    ['金沢区金沢町', '金沢町'],
    ['金沢', '金沢町'],
    ['長浜', '長浜'],
    ['長浜106-6', '長浜'],
    ['長浜2', '長浜二丁目'],
    ['六浦町', '六浦町'],
    ['六浦東', '六浦東一丁目'],
    ['六浦3', '六浦三丁目'],
    ['能見台森', '能見台森'],
    ['能見台通4', '能見台通'],
    ['柳', '柳町'],
    ['八景', '八景島'],
  ])('by typing %s: %s', (typed, name) => {
    expect(namesFor(typed)[0]).toBe(name)
  })
})

test('六浦 itself comes before 六浦町, and that before 六浦東 and 六浦南', () => {
  expect(namesFor('六浦').join(' ')).toBe(
    '六浦一丁目 六浦二丁目 六浦三丁目 六浦四丁目 六浦五丁目 六浦町 ' +
      '六浦東一丁目 六浦東二丁目 六浦東三丁目 ' +
      '六浦南一丁目 六浦南二丁目 六浦南三丁目 六浦南四丁目 六浦南五丁目',
  )
})

test('六浦町 means that town alone', () => {
  expect(namesFor('六浦町')).toEqual(['六浦町'])
})

test('a number narrows every town that the beginning of a name leaves', () => {
  expect(namesFor('富岡2')).toEqual(['富岡西二丁目', '富岡東二丁目'])
})

test('a name beginning with the words comes before one that contains them', () => {
  expect(namesFor('朝比奈')).toEqual(['朝比奈町', '東朝比奈一丁目', '東朝比奈二丁目', '東朝比奈三丁目'])
})

test('長浜 with the number of a 丁目 offers the undivided town as well', () => {
  expect(namesFor('長浜1')).toEqual(['長浜一丁目', '長浜'])
})

test('a 丁目 that does not exist offers those that do', () => {
  expect(namesFor('泥亀9')).toEqual(['泥亀一丁目', '泥亀二丁目'])
})

test.each(['', '  ', '2', '横浜市金沢区', '鎌倉', '磯子区杉田'])('nothing is found by typing "%s"', (typed) => {
  expect(namesFor(typed)).toEqual([])
})
