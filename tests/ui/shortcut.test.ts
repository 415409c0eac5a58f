import { expect, test } from 'vitest'
import {
  ariaShortcut,
  isPlainEnter,
  type KeyPress,
  matchesShortcut,
  parseShortcut,
  writesCharacter,
} from '#web/ui/shortcut.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
  ...more,
})

test.each<[string, KeyPress, boolean]>([
  ['n', press('n'), true],
  ['n', press('N', { shiftKey: true }), false],
  ['n', press('n', { ctrlKey: true }), false],
  ['/', press('/'), true],
  ['?', press('?', { shiftKey: true }), true],
  ['?', press('?'), true],
  ['+', press('+', { shiftKey: true }), true],
  ['F2', press('F2'), true],
  ['Ctrl+Enter', press('Enter', { ctrlKey: true }), true],
  ['Ctrl+Enter', press('Enter', { metaKey: true }), true],
  ['Ctrl+Enter', press('Enter'), false],
  ['Alt+Z', press('z', { altKey: true }), true],
  ['Alt+Z', press('Ω', { altKey: true, code: 'KeyZ' }), true],
  ['Alt+1', press('¡', { altKey: true, code: 'Digit1' }), true],
])('the shortcut %s hears what it is meant to hear (%#)', (keys, pressed, expected) => {
  expect(matchesShortcut(parseShortcut(keys), pressed)).toBe(expected)
})

test.each([press('Enter', { isComposing: true }), press('Enter', { keyCode: 229 })])(
  'no key acts while an input method composes (%#)',
  (pressed) => {
    expect(matchesShortcut(parseShortcut('Enter'), pressed)).toBe(false)
  },
)

test.each([
  ['n', true],
  ['Enter', true],
  ['F2', false],
  ['Ctrl+Enter', false],
  ['Alt+1', false],
])('%s keeps quiet while someone types: %s', (keys, quiet) => {
  expect(writesCharacter(parseShortcut(keys))).toBe(quiet)
})

test('screen readers hear Ctrl by its full name', () => {
  expect(ariaShortcut('Ctrl+Enter')).toBe('Control+Enter')
  expect(ariaShortcut('?')).toBe('?')
})

test.each<[KeyPress, boolean]>([
  [press('Enter'), true],
  [press('Enter', { shiftKey: true }), true],
  [press('Enter', { ctrlKey: true }), false],
  [press('Enter', { metaKey: true }), false],
  [press('Enter', { altKey: true }), false],
  [press('Enter', { isComposing: true }), false],
  [press('Enter', { keyCode: 229 }), false],
  [press('a'), false],
])('a field takes Enter for itself, and leaves Ctrl+Enter to the screen (%#)', (pressed, expected) => {
  expect(isPlainEnter(pressed)).toBe(expected)
})
