import { expect, test } from 'vitest'
import { narrowDigits } from '#web/ui/typed-digits.ts'
import { uiWords } from '#web/ui/ui-words.ts'

test.each([
  ['０９０－１２３４－５６７８', '090-1234-5678'],
  ['090ー1234ー5678', '090-1234-5678'],
  ['１２人', '12人'],
  ['センター', 'センター'],
])('%s becomes %s', (typed, narrow) => {
  expect(narrowDigits(typed)).toBe(narrow)
})

test('a date is read back in the language of the page, in Japanese with its era', () => {
  expect(uiWords.ja.dateUnderstood('1970-04-01')).toBe('1970年4月1日(昭和45年)ですね')
  expect(uiWords.ja.dateUnderstood('2019-05-01')).toBe('2019年5月1日(令和元年)ですね')
  expect(uiWords.easy.dateUnderstood('1970-04-01')).toBe('1970年 4月 1日 ですね')
  expect(uiWords.en.dateUnderstood('1970-04-01')).toBe('Read as 1 April 1970')
})
