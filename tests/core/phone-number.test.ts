import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatPhone, normalisePhone, samePhone } from '#shared/core/phone-number.ts'

describe('telephone numbers', () => {
  test.each([
    ['09012345678', '09012345678', '090-1234-5678'],
    ['０９０－１２３４－５６７８', '09012345678', '090-1234-5678'],
    ['０９０ー１２３４ー５６７８', '09012345678', '090-1234-5678'],
    ['090‐1234−5678', '09012345678', '090-1234-5678'],
    ['090 1234 5678', '09012345678', '090-1234-5678'],
    ['090　1234　5678', '09012345678', '090-1234-5678'],
    ['+81 90 1234 5678', '09012345678', '090-1234-5678'],
    ['+81 (0)90-1234-5678', '09012345678', '090-1234-5678'],
    ['tel:+819012345678', '09012345678', '090-1234-5678'],
    ['\u202a090-1234-5678\u202c', '09012345678', '090-1234-5678'],
    ['(045)780-1150', '0457801150', '045-780-1150'],
    ['（０４５）７８０−１１５０', '0457801150', '045-780-1150'],
    ['045.780.1150', '0457801150', '045-780-1150'],
    ['℡ 045-780-1150', '0457801150', '045-780-1150'],
    ['+81-45-780-1150', '0457801150', '045-780-1150'],
    ['0120-123-456', '0120123456', '0120-123-456'],
    ['0570-01-2345', '0570012345', '0570-012-345'],
    ['0800-123-4567', '08001234567', '0800-123-4567'],
    ['050-1234-5678', '05012345678', '050-1234-5678'],
    ['03-1234-5678', '0312345678', '03-1234-5678'],
    ['06-1234-5678', '0612345678', '06-1234-5678'],
    ['0466-12-3456', '0466123456', '0466-12-3456'],
    ['046-123-4567', '0461234567', '046-123-4567'],
  ])('%s is %s and read %s', (text, digits, readable) => {
    expect(normalisePhone(text)).toBe(digits)
    expect(formatPhone(text)).toBe(readable)
  })

  test.each([
    '',
    'なし',
    '110',
    '090-1234-567',
    '090-1234-56789',
    '045-780-115',
    '045-780-11500',
    '0000000000',
    '9012345678',
    '+1 202 555 0143',
    '090-1234-5678 / 045-780-1150',
    '内線12',
  ])('%j is no number, and is shown as it was typed', (text) => {
    expect(normalisePhone(text)).toBeNull()
    expect(formatPhone(text)).toBe(text)
  })

  test('one number typed in two ways is the same; what is no number is the same as nothing', () => {
    expect(samePhone('０９０−１２３４−５６７８', '+81 90 1234 5678')).toBe(true)
    expect(samePhone('09012345678', '09012345679')).toBe(false)
    expect(samePhone('', '')).toBe(false)
    expect(samePhone('なし', 'なし')).toBe(false)
  })

  test('a number read aloud and typed again is the same number', () => {
    const digits = fc.stringMatching(/^0([1-9][1-9]\d{7}|[5-9]0\d{8})$/)
    fc.assert(
      fc.property(digits, (number) => {
        expect(normalisePhone(formatPhone(number))).toBe(number)
      }),
    )
  })

  test('no text makes it throw, and only ten or eleven digits come out', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.stringMatching(/^[+0-9０-９ー() -]{0,16}$/))
    fc.assert(
      fc.property(text, (typed) => {
        expect(normalisePhone(typed) ?? '0312345678').toMatch(/^0\d{9,10}$/)
        expect(formatPhone(typed)).toBeTypeOf('string')
      }),
    )
  })
})
