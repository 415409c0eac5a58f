import { describe, expect, test } from 'vitest'
import { planted, readSourceFiles } from './source-files.ts'
import { lengthProblems, nameProblems, strayWordProblems, wordProblems } from './writing-rules.ts'

const files = readSourceFiles()

describe('the project as it lies here', () => {
  test('has no file that is too long', () => {
    expect(lengthProblems(files)).toEqual([])
  })

  test('names its files for what they hold', () => {
    expect(nameProblems(files)).toEqual([])
  })

  test('keeps every word at its home', () => {
    expect(wordProblems(files)).toEqual([])
  })

  test('says what people read through its dictionaries', () => {
    expect(strayWordProblems(files)).toEqual([])
  })
})

describe('a planted violation is found:', () => {
  test.each([
    ['a file of 401 lines', 'server/core/door.ts', 401],
    ['a test of 601 lines', 'tests/core/door.test.ts', 601],
  ])('%s', (_name, path, lines) => {
    expect(lengthProblems([planted(path, 'x\n'.repeat(lines))])).toHaveLength(1)
    expect(lengthProblems([planted(path, 'x\n'.repeat(lines - 1))])).toEqual([])
  })

  test('a sentence in a screen, but not in a comment', () => {
    expect(strayWordProblems([planted('web/needs/needs-panel.tsx', '<p>受け付けました</p>')])).toHaveLength(1)
    expect(strayWordProblems([planted('web/needs/needs-panel.tsx', '/** 受付: the desk. */\n// 受付')])).toEqual([])
  })

  test.each([
    'server/needs/index.ts',
    'web/utils.ts',
    'shared/core/types.ts',
    'tests/support/helpers.ts',
    'web/ui/Button.tsx',
  ])('the name %s', (path) => {
    expect(nameProblems([planted(path)])).toHaveLength(1)
  })

  test.each([
    ['the time of the machine', 'server/needs/handlers.ts', 'const now = Date.now()'],
    ['a date out of nothing', 'web/core/link.ts', 'const now = new Date()'],
    ['a date without brackets', 'web/core/link.ts', 'const now = new Date'],
    ['chance', 'tests/needs/a.test.ts', 'const chance = Math.random()'],
    ['markup from text', 'web/ui/field.tsx', 'element.innerHTML = name'],
    ['markup beside', 'web/ui/field.tsx', "element.insertAdjacentHTML('beforeend', name)"],
    ['markup in Preact', 'web/ui/field.tsx', '<p dangerouslySetInnerHTML={{ __html: name }} />'],
    ['a popup from text', 'web/map/marker.ts', 'marker.bindPopup(`<b>name</b>`)'],
    ['an icon from text', 'web/map/marker.ts', 'divIcon({ html: `<b>name</b>` })'],
    ['which profile', 'server/needs/handlers.ts', "if (work.profile.name === 'small') return"],
    ['which profile, unpacked', 'web/needs/needs-panel.tsx', 'const { name } = center.profile'],
    ['the outer database', 'server/needs/needs.ts', 'await center.db.selectFrom(table)'],
    ['the opener', 'server/needs/needs.ts', "import { open } from '#server/database/open.ts'"],
    ['a setting', 'server/core/door.ts', 'const port = process.env.PORT'],
  ])('%s', (_name, path, text) => {
    expect(wordProblems([planted(path, text)])).toHaveLength(1)
  })

  test.each([
    ['a date from an instant', 'web/core/link.ts', 'const then = new Date(instant)'],
    ['the clock', 'server/core/clock.ts', 'const now = new Date()'],
    ['a comment', 'server/needs/handlers.ts', '// Date.now() would be the time of the machine'],
    ['the shell', 'web/shell/app.tsx', 'const title = profile.name'],
    ['a popup from an element', 'web/map/marker.ts', 'marker.bindPopup(element)'],
    ['start', 'server/env.ts', 'const port = process.env.SASAE_PORT'],
  ])('left in peace: %s', (_name, path, text) => {
    expect(wordProblems([planted(path, text)])).toEqual([])
  })
})
