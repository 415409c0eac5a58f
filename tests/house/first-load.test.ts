import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { firstLoadFiles, heavyFirstLoads, heavyMarks, phoneEntries } from './first-load.ts'
import { planted, projectRoot, readSourceFiles } from './source-files.ts'

const builtWeb = join(projectRoot, 'dist/web')
const manifestPath = join(builtWeb, '.vite/manifest.json')
const built = existsSync(manifestPath)
const manifestShape = z.record(z.string(), z.object({ file: z.string(), imports: z.array(z.string()).optional() }))

function heavyPackagesIn(text: string): string[] {
  return Object.entries(heavyMarks).flatMap(([name, mark]) => (text.includes(mark) ? [name] : []))
}

describe('what a phone loads first', () => {
  test('no page carries zod: lists that screens need stand in files without it', () => {
    const ways = heavyFirstLoads(readSourceFiles(), ['web/desk.html', 'web/board.html', ...phoneEntries])
    expect(ways.filter((way) => way.endsWith('→ zod'))).toEqual([])
  })

  test('reaches no zod, no Leaflet and no socket.io in the sources', () => {
    expect(heavyFirstLoads(readSourceFiles(), phoneEntries)).toEqual([])
  })

  test.runIf(built)('holds no zod, no Leaflet and no socket.io in the built files', () => {
    const manifest = manifestShape.parse(JSON.parse(readFileSync(manifestPath, 'utf8')))
    const entries = phoneEntries.map((entry) => entry.replace('web/', '')).filter((entry) => entry in manifest)
    const found = entries.flatMap((entry) =>
      firstLoadFiles(
        Object.fromEntries(
          Object.entries(manifest).map(([key, { file, imports }]) => [key, { file, imports: imports ?? [] }]),
        ),
        entry,
      ).flatMap((file) =>
        heavyPackagesIn(readFileSync(join(builtWeb, file), 'utf8')).map((name) => `${entry}: ${name}`),
      ),
    )

    expect(found).toEqual([])
  })
})

describe('a planted violation is found', () => {
  test('through two files and a re-export', () => {
    const files = [
      planted('web/me.html', '<script type="module" src="/me.tsx"></script>'),
      planted('web/me.tsx', "export * from './core/link.ts'"),
      planted('web/core/link.ts', "import { io } from 'socket.io-client'"),
    ]

    expect(heavyFirstLoads(files, ['web/me.html'])).toEqual([
      'web/me.html → web/me.tsx → web/core/link.ts → socket.io-client',
    ])
  })

  test('but types, and what is loaded later, are free', () => {
    const files = [
      planted('web/reception.ts', "import type { z } from 'zod'\nconst link = () => import('./core/link.ts')"),
      planted('web/core/link.ts', "import { io } from 'socket.io-client'"),
    ]

    expect(heavyFirstLoads(files, ['web/reception.ts'])).toEqual([])
  })

  test('in a built file that another one loads', () => {
    const manifest = { 'me.html': { file: 'me.js', imports: ['_core.js'] }, '_core.js': { file: 'core.js' } }

    expect(firstLoadFiles(manifest, 'me.html')).toEqual(['me.js', 'core.js'])
  })

  test.each([
    ['leaflet', 'leaflet/dist/leaflet.js'],
    ['zod', 'zod/v4/core/schemas.js'],
    ['socket.io-client', 'engine.io-client/build/esm/socket.js'],
  ])('%s bears the mark by which it is recognised', (name, file) => {
    expect(heavyPackagesIn(readFileSync(join(projectRoot, 'node_modules', file), 'utf8'))).toEqual([name])
  })
})
