import { CompiledQuery } from 'kysely'
import { Migrator } from 'kysely/migration'
import { expect, test } from 'vitest'
import { up as initial } from '#server/database/migrations/0001-initial.ts'
import { up as withheld } from '#server/database/migrations/0013-withheld.ts'
import { up as survivorsConsent } from '#server/database/migrations/0023-survivors-consent.ts'
import { kyselyOver, openEmptyDatabase } from '#server/database/open.ts'

test('who agreed to the one sentence of before has agreed to what it named, and to nothing of health', async () => {
  const db = kyselyOver(openEmptyDatabase())
  const provider = { getMigrations: async () => ({ '0001': { up: initial }, '0013': { up: withheld } }) }
  expect((await new Migrator({ db, provider }).migrateToLatest()).error).toBeUndefined()
  const run = (text: string) => db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text))
  const columns = async (table: string) =>
    (await run(`select name, type, "notnull" as needed from pragma_table_info('${table}')`)).rows
  /** A row of which only some columns matter. */
  const add = async (table: string, values: Record<string, string | number | null>) => {
    const all = (await columns(table)).map(({ name, type, needed }) => {
      const given = values[String(name)]
      if (given !== undefined) return given === null ? 'null' : `'${given}'`
      return needed === 1 ? (type === 'TEXT' || type === 'text' ? "''" : '0') : 'null'
    })
    await run(`insert into ${table} values (${all.join(', ')})`)
  }
  const read = '2026-11-22T01:00:00.000Z'
  for (const [id, number, at, hidden] of [
    ['agreed', 1, read, 0],
    ['hidden', 2, read, 1],
    ['never', 3, null, 0],
  ] as const) {
    await add('need', { id, number, clerk: '勉', address_withheld: hidden })
    await add('need_contact', { id, relation: 'family', consent_read_at: at })
  }
  await survivorsConsent(db)
  const said = 'select id, version, asked_by, asked_at, answered_by, surname, address, work, health from need_consent'
  expect((await run(`${said} order by id`)).rows.map((row) => Object.values(row).join())).toEqual([
    `agreed,needs-2026-11,勉,${read},family,yes,yes,yes,notAsked`,
    `hidden,needs-2026-11,勉,${read},family,yes,no,yes,notAsked`,
    'never,,,,family,notAsked,notAsked,notAsked,notAsked',
  ])
  const asked = await run('select id, consent_asked from need order by id')
  expect(asked.rows.map(({ consent_asked: one }) => one)).toEqual([1, 1, 0])
  expect((await columns('need_contact')).map(({ name }) => name)).not.toContain('consent_read_at')
  await db.destroy()
})
