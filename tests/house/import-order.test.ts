import { describe, expect, test } from 'vitest'
import { importCycles } from './import-cycles.ts'
import { importProblems, sliceOrder } from './import-rules.ts'
import { planted, readSourceFiles } from './source-files.ts'

const files = readSourceFiles()

describe('the project as it lies here', () => {
  test('imports only what the order allows', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(importProblems(files)).toEqual([])
  })

  test('has no import cycle, type imports included', () => {
    expect(importCycles(files)).toEqual([])
  })
})

function problemsOf(path: string, text: string): string[] {
  return importProblems([planted(path, text)])
}

describe('a planted violation is found:', () => {
  test.each([
    ['shared imports server', 'shared/needs/need.ts', "import { a } from '#server/needs/needs.ts'"],
    ['shared imports web by type', 'shared/core/ids.ts', "import type { A } from '#web/core/store.ts'"],
    ['web imports server', 'web/needs/needs-panel.tsx', "import { a } from '#server/needs/needs.ts'"],
    ['server imports web', 'server/transport/http.ts', "import { a } from '#web/core/store.ts'"],
    ['server imports drills', 'server/app.ts', "import { a } from '#drills/open-drill.ts'"],
    ['server imports tests', 'server/app.ts', "import { a } from '#tests/support/center.ts'"],
    ['drills imports web', 'drills/main.ts', "import { a } from '#web/core/store.ts'"],
    ['drills reaches into a slice', 'drills/main.ts', "import { a } from '#server/needs/needs.ts'"],
    ['core knows a slice', 'server/core/door.ts', "import { a } from '#server/needs/needs.ts'"],
    ['core knows a slice by type', 'web/core/store.ts', "import type { A } from '#shared/needs/need.ts'"],
    ['core knows a slice by inline type', 'shared/core/ids.ts', "let a: import('#shared/needs/need.ts').A"],
    ['access knows a slice', 'shared/access/audiences.ts', "import { a } from '#shared/needs/need.ts'"],
    ['database knows a slice of the server', 'server/database/open.ts', "import { a } from '#server/needs/needs.ts'"],
    ['transport knows a slice', 'server/transport/http.ts', "import { a } from '#server/needs/needs.ts'"],
    ['ui knows a domain', 'web/ui/button.tsx', "import { a } from '#shared/needs/need.ts'"],
    ['ui knows the store', 'web/ui/button.tsx', "import { a } from '#web/core/store.ts'"],
    ['a slice imports a later one', 'server/needs/needs.ts', "import { a } from '#server/teams/teams.ts'"],
    ['a later one by type', 'shared/needs/need.ts', "import type { A } from '#shared/dispatch/work-order.ts'"],
    ['a later one by re-export', 'web/needs/selectors.ts', "export { a } from '#web/teams/selectors.ts'"],
    ['a later one by relative path', 'server/needs/needs.ts', "import { a } from '../teams/teams.ts'"],
    ['a later one at run time', 'web/needs/needs-panel.tsx', "const a = import('#web/teams/team-panel.tsx')"],
    ['a slice imports the shell', 'web/needs/needs-panel.tsx', "import { a } from '#web/shell/app.tsx'"],
    ['a slice imports transport', 'server/needs/routes.ts', "import { a } from '#server/transport/http.ts'"],
    ['a slice imports the app', 'server/needs/routes.ts', "import { a } from '#server/app.ts'"],
    ['a slice imports a list', 'shared/needs/rules.ts', "import type { A } from '#shared/records.ts'"],
    ['a slice loads a list', 'web/needs/needs-panel.tsx', "import { a } from '#shared/commands.ts'"],
    ['another slice’s handlers', 'server/teams/teams.ts', "import { a } from '#server/needs/handlers.ts'"],
    ['another slice’s slice.ts', 'server/teams/teams.ts', "import { a } from '#server/needs/slice.ts'"],
    ['another slice’s routes', 'server/teams/teams.ts', "import { a } from '#server/needs/routes.ts'"],
    ['another slice’s screen', 'web/teams/team-panel.tsx', "import { a } from '#web/needs/needs-screen.tsx'"],
    ['another slice’s inner file', 'web/teams/team-panel.tsx', "import { a } from '#web/needs/need-card.tsx'"],
    ['another slice’s problems', 'shared/teams/rules.ts', "import { a } from '#shared/needs/problems.ts'"],
    ['the app takes a slice past the list', 'server/app.ts', "import { a } from '#server/needs/slice.ts'"],
    ['the shell takes an inner file', 'web/shell/app.tsx', "import { a } from '#web/needs/need-card.tsx'"],
    ['climbing', 'server/needs/needs.ts', "import { a } from '../../shared/needs/need.ts'"],
    ['climbing in a test', 'tests/needs/a.test.ts', "import { a } from '../../shared/needs/need.ts'"],
    ['a rule with zod', 'shared/needs/rules.ts', "import { z } from 'zod'"],
    ['shared with Node', 'shared/core/ids.ts', "import { randomUUID } from 'node:crypto'"],
    ['web with Node', 'web/core/store.ts', "import { join } from 'node:path'"],
    ['Leaflet outside the map', 'web/needs/needs-panel.tsx', "import { map } from 'leaflet'"],
    ['the driver outside the database', 'server/needs/needs.ts', "import Database from 'better-sqlite3'"],
    ['a page that takes an inner file', 'web/desk.html', '<script type="module" src="./needs/need-card.tsx"></script>'],
  ])('%s', (_name, path, text) => {
    expect(problemsOf(path, text)).not.toEqual([])
  })
})

describe('what the order allows is left in peace:', () => {
  test.each([
    ['main opens a drill', 'server/main.ts', "const a = import('#drills/open-drill.ts')"],
    ['the audience table', 'shared/access/audiences.ts', "import type { A } from '#shared/records.ts'"],
    ['the list of records', 'shared/records.ts', "import type { A } from '#shared/reports/report.ts'"],
    ['the list of slices', 'server/slices.ts', "import { a } from '#server/reports/slice.ts'"],
    ['an earlier slice', 'server/dispatch/handlers.ts', "import { a } from '#server/teams/teams.ts'"],
    ['an earlier panel', 'web/dispatch/dispatch-screen.tsx', "import { a } from '#web/needs/needs-panel.tsx'"],
    ['its own problems', 'shared/needs/rules.ts', "import { a } from './problems.ts'"],
    ['row types', 'server/database/schema.ts', "import type { A } from '#shared/reports/report.ts'"],
    ['dictionaries', 'shared/texts/needs.ts', "import type { A } from '#shared/needs/problems.ts'"],
    ['the shell', 'web/shell/app.tsx', "import { a } from '#web/reports/report-screen.tsx'"],
    ['tests', 'tests/needs/a.test.ts', "import { a } from '#server/reports/handlers.ts'"],
    ['a command with zod', 'shared/needs/commands.ts', "import { z } from 'zod'"],
  ])('%s', (_name, path, text) => {
    expect(problemsOf(path, text)).toEqual([])
  })

  test.each(sliceOrder)('%s may import itself', (slice) => {
    expect(problemsOf(`server/${slice}/handlers.ts`, `import { a } from './rows.ts'`)).toEqual([])
  })
})

describe('cycles', () => {
  test('a circle of type imports over three files is found once', () => {
    const circle = [
      planted('shared/core/a.ts', "import type { B } from './b.ts'"),
      planted('shared/core/b.ts', "import type { C } from './c.ts'"),
      planted('shared/core/c.ts', "import type { A } from './a.ts'"),
      planted('shared/core/d.ts', "import type { A } from './a.ts'"),
    ]

    expect(importCycles(circle)).toEqual(['shared/core/a.ts ↔ shared/core/b.ts ↔ shared/core/c.ts'])
  })

  test('two ways to the same file are no circle', () => {
    const diamond = [
      planted('shared/core/a.ts', "import './b.ts'\nimport './c.ts'"),
      planted('shared/core/b.ts', "import './d.ts'"),
      planted('shared/core/c.ts', "import './d.ts'"),
      planted('shared/core/d.ts'),
    ]

    expect(importCycles(diamond)).toEqual([])
  })
})
