import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isKana,
  matches,
  searcher,
  searchKey,
  tidyLines,
  tidyText,
  toHalfWidthDigits,
  toHiragana,
} from '#shared/core/japanese-text.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 60 })
const mixedText = fc
  .array(fc.constantFrom(...'かカｶﾞヶぢ゛ー-‐− 　\t\n\u200b\u200d\ufeff①㈱髙𠮷神é\u3099\u0301Aa1１👩🚒\ud800'), {
    maxLength: 20,
  })
  .map((characters) => characters.join(''))
const typed = fc.oneof(anyText, mixedText)

describe('what is stored', () => {
  test.each([
    ['  山田　　太郎 ', '山田 太郎'],
    ['山田\u00a0太郎', '山田 太郎'],
    ['山田\t\n太郎', '山田 太郎'],
    ['\ufeff山\u200b田\u202e', '山田'],
    ['\u0000山\u0007田\u0085', '山田'],
    ['か\u3099くこう', 'がくこう'],
    ['e\u0301', 'é'],
    ['山田\ud800', '山田'],
    ['　', ''],
    ['\u200d\u200b', ''],
  ])('%j is tidied to %j', (text, tidy) => {
    expect(tidyText(text)).toBe(tidy)
  })

  test.each([
    '髙橋',
    '山﨑',
    '①号棟',
    '𠮷田',
    '濵田',
    '渡邉',
    '齋藤',
    '\ufa19田', // 神 as IBM's list has it; NFC alone would make it U+795E
    '\uf929',
    '\u{2f804}',
    '辻\u{e0100}',
    'ﾔﾏﾀﾞ',
    '㈱ささえ',
    '＝１＋１',
    '👩‍🚒',
    'ශ්‍රී',
    'می‌خواهم',
  ])('%s stays as it was typed', (name) => {
    expect(tidyText(name)).toBe(name)
  })

  test('several lines keep their breaks, and one empty line at most', () => {
    expect(tidyLines('\r\n 泥かき　 3人\r\n\r\n\r\n\n午後\u2028から\u200b \n')).toBe('泥かき 3人\n\n午後\nから')
  })

  test('tidying what is tidy changes nothing, whatever was typed', () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(tidyText(tidyText(text))).toBe(tidyText(text))
        expect(tidyLines(tidyLines(text))).toBe(tidyLines(text))
        expect(tidyText(text)).not.toMatch(/[\p{Cc}\p{Cs}]|^\s|\s$|\s\s/u)
      }),
      { numRuns: 1000 },
    )
  })

  test('full-width digits become ordinary, and nothing else does', () => {
    expect(toHalfWidthDigits('２０２６年１１月23日 Ａ①')).toBe('2026年11月23日 Ａ①')
  })
})

describe('kana', () => {
  test.each([
    ['ﾔﾏﾀﾞ ﾊﾙｺ', 'やまだ はるこ'],
    ['ヤマダ', 'やまだ'],
    ['ｶﾜﾊﾞﾀ ﾍﾟﾃﾛ', 'かわばた ぺてろ'],
    ['か゛く', 'がく'],
    ['タﾞ', 'だ'],
    ['か゛゛', 'が゛'],
    ['ヴィクトル', 'ゔぃくとる'],
    ['ﾛｰﾗ', 'ろーら'],
    ['ヽヾ', 'ゝゞ'],
    ['六浦ハ゜ーク', '六浦ぱーく'],
    ['Smith 山田', 'Smith 山田'],
  ])('%s is read %s', (text, hiragana) => {
    expect(toHiragana(text)).toBe(hiragana)
  })

  test.each([
    ['やまだ はるこ', true],
    ['ヤマダ　ハルコ', true],
    ['ﾔﾏﾀﾞ', true],
    ['マイケル・スミス', true],
    ['ローラ', true],
    ['山田', false],
    ['やまda', false],
    ['ー', false],
    [' ', false],
    ['', false],
  ])('%j as ふりがな: %s', (text, kana) => {
    expect(isKana(text)).toBe(kana)
  })

  test('reading kana twice gives the same', () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(toHiragana(toHiragana(text))).toBe(toHiragana(text))
      }),
    )
  })
})

describe('search', () => {
  test.each([
    ['髙﨑', '高崎'],
    ['𠮷田', '吉田'],
    ['濵田', '浜田'],
    ['濱田', '浜田'],
    ['渡邊', '渡辺'],
    ['渡邉', '渡辺'],
    ['齋藤', '斎藤'],
    ['齊藤', '斉藤'],
    ['\ufa19田', '神田'],
    ['辻\u{e0100}', '辻'],
    ['瀬ヶ崎', '瀬ケ崎'],
    ['瀨ｹ﨑', '瀬ヶ崎'],
    ['旭ヵ丘', '旭カ丘'],
    ['ﾔﾏﾀﾞ　ﾊﾙｺ', 'やまだはるこ'],
    ['しょうこ', 'シヨウコ'],
    ['ちづる', 'チズル'],
    ['ローラ', 'ろ−ら'],
    ['ﾛｰﾗ', 'ろ—ら'],
    ['１ー２‐３', '1-2–3'],
    ['１―２－３', '1‑2−3'],
    ['㈱ささえ', '(株)ささえ'],
    ['①', '1'],
    ['ＡＢＣ', 'abc'],
    ['José', 'jose'],
    ['Nguyễn Đức', 'nguyen duc'],
    ['マイケル・スミス', 'まいけるすみす'],
    ['か゛く', 'ガク'],
  ])('%s is found under the key of %s', (one, other) => {
    expect(searchKey(one)).toBe(searchKey(other))
  })

  test.each([
    ['1-23', '12-3'],
    ['はは', 'ばば'],
    ['山田', '山本'],
    ['ろら', 'ローラ'],
  ])('%s and %s remain two', (one, other) => {
    expect(searchKey(one)).not.toBe(searchKey(other))
  })

  test('a key is its own key, and no text makes it throw', () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(searchKey(searchKey(text))).toBe(searchKey(text))
      }),
    )
  })

  test.each([
    ['', true],
    ['　', true],
    ['やま', true],
    ['ﾔﾏﾀﾞ', true],
    ['やまd', true],
    ['やまｄ', true],
    ['太郎 山田', true],
    ['山田太郎', true],
    ['高橋', false],
    ['47', true],
    ['４７', true],
    ['090-1234', true],
    ['090ー１２３４', true],
    ['09012345678', true],
    ['090-9999', false],
    ['やまだ 090', true],
    ['やまだ 080', false],
    ['-', false],
  ])('the query %j finds Yamada: %s', (query, found) => {
    expect(matches(query, 47, '山田　太郎', 'やまだ たろう', '09012345678', null, undefined)).toBe(found)
  })

  test('each beginning of a name finds it, in hiragana as in katakana', () => {
    const kana = fc.array(fc.constantFrom(...'あいうかがきしょうっーんヴ'), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(kana, fc.nat(12), (letters, end) => {
        const name = letters.join('')
        expect(matches(toHiragana(name).slice(0, end), name)).toBe(true)
      }),
    )
  })

  test('no query and no field makes a search throw', () => {
    fc.assert(
      fc.property(typed, typed, (query, field) => {
        expect(searcher(query)(field)).toBeTypeOf('boolean')
      }),
    )
  })
})
