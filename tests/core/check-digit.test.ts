import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readShortCode, readTagCode, shortCode, tagCode } from '#shared/core/check-digit.ts'

const days = fc.integer({ min: 1, max: 400 })
const numbers = fc.integer({ min: 1, max: 99_999 })

function swapped(digits: string, at: number): string {
  return digits.slice(0, at) + (digits[at + 1] ?? '') + (digits[at] ?? '') + digits.slice(at + 2)
}

describe('the code on a name tag', () => {
  test('is the number, a hyphen and a letter that is taken for no digit', () => {
    for (let number = 1; number <= 300; number++) expect(tagCode(3, number)).toMatch(/^[1-9]\d*-[ACDEFHJKMNPRTVWXY]$/)
    expect(tagCode(1, 47)).toBe('47-K')
  })

  test.each(['47-K', '47k', '47 - K', '４７－Ｋ', '４７ーｋ', ' 047K ', '4 7 K'])('%j is read as number 47', (text) => {
    expect(readTagCode(text, 1)).toBe(47)
  })

  test.each(['', '47', 'K', '47-', '47-A', '4K7', '47-KK', '0-W', '-47-K2', '1234567-A', 'あ'])(
    '%j is no code',
    (text) => {
      expect(readTagCode(text, 1)).toBeNull()
    },
  )

  test('letters that an input method turned into kana are understood', () => {
    const endings = { A: 'あ', E: 'え', N: 'ん' }
    for (let number = 1; number <= 60; number++) {
      const kana = tagCode(2, number).replace(/[AEN]/, (letter) => endings[letter as keyof typeof endings])
      expect(readTagCode(kana, 2)).toBe(number)
    }
  })

  test('every code leads back to its number, on its day', () => {
    fc.assert(
      fc.property(days, numbers, (day, number) => {
        expect(readTagCode(tagCode(day, number), day)).toBe(number)
      }),
    )
  })

  test('no wrong digit passes, none of the numbers up to 2000', () => {
    for (let number = 1; number <= 2000; number++) {
      const [digits = '', letter = ''] = tagCode(5, number).split('-')
      for (let at = 0; at < digits.length; at++)
        for (let digit = 0; digit <= 9; digit++) {
          const wrong = digits.slice(0, at) + digit + digits.slice(at + 1)
          if (wrong !== digits) expect(readTagCode(wrong + letter, 5)).toBeNull()
        }
    }
  })

  test('no two swapped neighbours pass, and no wrong letter', () => {
    fc.assert(
      fc.property(days, numbers, fc.nat(3), fc.constantFrom(...'ACDEFHJKMNPRTVWXY'), (day, number, at, other) => {
        const [digits = '', letter = ''] = tagCode(day, number).split('-')
        const wrong = swapped(digits, at)
        if (wrong !== digits) expect(readTagCode(wrong + letter, day)).toBeNull()
        if (other !== letter) expect(readTagCode(digits + other, day)).toBeNull()
      }),
      { numRuns: 2000 },
    )
  })

  test("no tag of the sixteen days before is taken for today's", () => {
    fc.assert(
      fc.property(days, numbers, fc.integer({ min: 1, max: 16 }), (day, number, later) => {
        expect(readTagCode(tagCode(day, number), day + later)).toBeNull()
      }),
    )
  })

  test('no text makes reading throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        readTagCode(text, 1)
        readShortCode(text)
      }),
    )
  })
})

describe('the short code on a sheet', () => {
  test('has no sign that is confused with another digit or letter', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 5, maxLength: 5 }), (bytes) => {
        expect(shortCode(bytes)).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]$/)
        expect(shortCode(bytes)).not.toMatch(/[01ILOU]/)
      }),
    )
  })

  test('differs where the bytes differ', () => {
    const codes = new Set<string>()
    for (let number = 0; number < 65_536; number++) codes.add(shortCode(new Uint8Array([number >> 8, number & 255])))
    expect(codes.size).toBe(65_536)
  })

  test('the smallest and the largest have the same length', () => {
    expect(shortCode(new Uint8Array(5))).toBe('2222-2222-2')
    expect(shortCode(new Uint8Array(5).fill(255))).toHaveLength(11)
  })

  test('is read back however it was typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 16 }), (bytes) => {
        const code = shortCode(bytes)
        expect(readShortCode(code)).toBe(code)
        expect(readShortCode(` ${code.toLowerCase().replaceAll('-', 'ー')} `)).toBe(code)
      }),
    )
    expect(readShortCode('ＡＢＣＤ　２３４５')).toBe('ABCD-2345')
    expect(readShortCode('ABCD-0345')).toBeNull()
    expect(readShortCode('')).toBeNull()
  })
})
