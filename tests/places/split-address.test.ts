import { describe, expect, test } from 'vitest'
import { splitAddress } from '#shared/places/split-address.ts'

describe('an address in one line is taken apart', () => {
  test.each([
    ['泥亀2-9-1', '泥亀二丁目', '9-1'],
    ['横浜市金沢区泥亀二丁目9番1号', '泥亀二丁目', '9番1号'],
    ['〒236-0037 神奈川県横浜市金沢区六浦東1-50-1 コーポ金沢 201', '六浦東一丁目', '50-1 コーポ金沢 201'],
    ['六浦東１ー５０ー１', '六浦東一丁目', '50-1'],
    ['六浦1の50の1', '六浦一丁目', '50-1'],
    ['六浦町12', '六浦町', '12'],
    ['金沢区 釡利谷東 6-37-1', '釜利谷東六丁目', '37-1'],
    ['釜利谷町123', '釜利谷町', '123'],
    ['長浜106-6', '長浜', '106-6'],
    ['長浜1番5号', '長浜', '1番5号'],
    ['長浜2-3', '長浜二丁目', '3'],
    ['能見台通4番1号', '能見台通', '4番1号'],
    ['能見台3-32-1', '能見台三丁目', '32-1'],
    ['野島町', '野島町', ''],
    ['野島24-1', '野島町', '24-1'],
    ['金沢町212', '金沢町', '212'],
  ])('%s', (typed, town, rest) => {
    expect(splitAddress(typed)).toMatchObject({ town: { name: town }, rest })
  })
})

describe('a person is asked where an address leaves a doubt', () => {
  test.each([
    ['a 丁目 that does not exist', '釜利谷東9-1'],
    ['a 丁目 that does not exist beside an undivided town', '長浜3丁目5'],
    ['no 丁目 where there must be one', '泥亀'],
    ['a house number without its 丁目', '泥亀9番1号'],
    ['another ward', '横浜市磯子区杉田1-1'],
    ['only the ward', '横浜市金沢区'],
    ['nothing', ''],
  ])('%s', (_doubt, typed) => {
    expect(splitAddress(typed)).toBeNull()
  })
})
