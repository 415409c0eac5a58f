import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CompiledQuery } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { RecordTable } from '#server/database/record-table.ts'
import { type RecordKind, records } from '#shared/records.ts'
import { emptyCenter } from '#tests/support/center.ts'

type Table = RecordTable<RecordKind>

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && 'kind' in value && 'columns' in value
}

/** Every `recordTable` of the server, found where the slices keep their nouns. */
async function allTables(): Promise<Table[]> {
  const root = resolve(import.meta.dirname, '../..')
  const files = globSync('server/*/*.ts', { cwd: root }).filter(
    (file) => !/server\/(core|database|transport)\//.test(file),
  )
  const found: unknown[] = []
  for (const file of files) {
    const module: unknown = await import(pathToFileURL(resolve(root, file)).href)
    if (typeof module === 'object' && module !== null)
      found.push(...Object.keys(module).map((name) => Reflect.get(module, name) as unknown))
  }
  return [...new Set(found.filter(isTable))]
}

const tables = await allTables()

/** The log's lines are records for devices, but lie in a table of their own. */
const withoutTable: readonly string[] = ['logEntry']

describe('the tables of records', () => {
  test('there is one for every kind', () => {
    const kinds = tables.map(({ kind }): string => kind)
    expect([...kinds, ...withoutTable].toSorted()).toEqual(Object.keys(records).toSorted())
  })

  test.each(tables.map((table) => [table.kind, table] as const))(
    '%s has a column for each field',
    async (kind, table) => {
      const { center } = await emptyCenter()
      const query = CompiledQuery.raw(`select name from pragma_table_info('${table.name}')`)
      const { rows } = await center.db.executeQuery<{ name: string }>(query)
      expect(table.columns.map(({ field }) => field).toSorted()).toEqual(Object.keys(records[kind].shape).toSorted())
      const columns = [...table.columns.map(({ column }) => column), 'changed_seq']
      expect(rows.map(({ name }) => name).toSorted()).toEqual(columns.toSorted())
    },
  )
})
