import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { stateColours } from '#web/ui/state-colours.ts'

const folder = new URL('../../web/ui/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')

/** The custom properties of one block of tokens.css. */
function tokensOf(selector: string): Map<string, string> {
  const css = read('tokens.css')
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('}', start))
  return new Map(
    Array.from(block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]+)/g), ([, name = '', value = '']) => [name, value]),
  )
}

const light = tokensOf(':root')
const dark = new Map([...light, ...tokensOf(':root[data-ground="dark"]')])

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const long = hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(long.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const pairs: [string, string, number][] = [
  ['--ink', '--ground', 7],
  ['--ink', '--surface', 7],
  ['--ink', '--sunk', 7],
  ['--ink', '--accent-wash', 7],
  ['--ink', '--warning-wash', 7],
  ['--ink', '--paper', 7],
  ['--ink-quiet', '--ground', 7],
  ['--ink-quiet', '--surface', 7],
  ['--ink-quiet', '--sunk', 7],
  ['--ink-quiet', '--paper', 4.5],
  ['--accent-ink', '--accent', 4.5],
  ['--accent', '--ground', 4.5],
  ['--danger', '--surface', 4.5],
  ['--danger', '--danger-wash', 4.5],
  ['--stop-ink', '--stop', 4.5],
  ['--live', '--surface', 4.5],
  ['--line-strong', '--ground', 3],
  ['--warning-line', '--ground', 3],
  ['--focus', '--ground', 3],
  ['--state-outline', '--ground', 3],
]

describe.each([
  ['light', light],
  ['dark', dark],
])('on the %s ground', (_ground, tokens) => {
  test.each(pairs)('%s stands out from %s by %d : 1', (front, back, least) => {
    expect(contrast(tokens.get(front) ?? '', tokens.get(back) ?? '')).toBeGreaterThanOrEqual(least)
  })
})

test.each(Object.entries(stateColours))(
  'the letter on %s can be read, and CSS knows the same colour',
  (name, state) => {
    expect(contrast(state.fill, state.ink)).toBeGreaterThanOrEqual(4.5)
    const inCss = light.get(`--state-${name}`) ?? ''
    expect(luminance(inCss)).toBe(luminance(state.fill))
  },
)

test('the style of the reception page stays under 4 kB on the line', () => {
  const imports = Array.from(read('phone-page.css').matchAll(/@import "\.\/([\w-]+\.css)"/g), ([, name = '']) => name)
  expect(imports.length).toBeGreaterThan(0)
  expect(gzipSync(imports.map(read).join('')).length).toBeLessThan(4096)
})
