import { expect, test } from 'vitest'
import { line, requiredLine, text } from '#shared/core/fields.ts'

test('signs that turn the direction of a line are left out; joiners of emoji and scripts stay', () => {
  expect(line(60).parse('\u202e逆さ\u2066 1-2\u2069')).toBe('逆さ 1-2')
  expect(text(60).parse('一行\n\u202d二行\u202c')).toBe('一行\n二行')
  expect(line(60).parse('👨‍👩‍👧 家族')).toBe('👨‍👩‍👧 家族')
  expect(requiredLine(60).safeParse('\u202e ').success).toBe(false)
})

test('control characters are refused', () => {
  for (const typed of ['一\u0000二', '一\u001b[2J', '一\u0085二']) {
    expect(line(60).safeParse(typed).success).toBe(false)
    expect(text(60).safeParse(typed).success).toBe(false)
  }
  expect(line(60).safeParse('一\n二').success).toBe(false)
})
