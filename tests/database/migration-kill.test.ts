import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { CompiledQuery } from 'kysely'
import { Migrator } from 'kysely/migration'
import { expect, onTestFinished, test } from 'vitest'
import { checkFile } from '#server/database/check-file.ts'
import { migrate } from '#server/database/migrate.ts'
import { up } from '#server/database/migrations/0001-initial.ts'
import { kyselyOver, openDatabaseFile } from '#server/database/open.ts'

const key = 'ab'.repeat(32)
const root = resolve(import.meta.dirname, '../..')

/** Brings a file up to date in a process that is killed before its n-th statement; prints how many there were. */
const program = `
  import { migrate } from '#server/database/migrate.ts'
  import { kyselyOver, openDatabaseFile } from '#server/database/open.ts'
  const [file, at] = process.argv.slice(1)
  const driver = openDatabaseFile(file, '${key}')
  const prepare = driver.prepare.bind(driver)
  let statements = 0
  driver.prepare = (sql) => {
    if (++statements === Number(at)) process.kill(process.pid, 'SIGKILL')
    return prepare(sql)
  }
  await migrate(kyselyOver(driver))
  console.log(statements)
`

function migrateUntil(file: string, statement: number) {
  const args = ['--input-type=module-typescript', '-e', program, file, String(statement)]
  return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
}

/** The form of a file, and what its log holds. */
async function formOf(file: string) {
  const db = kyselyOver(openDatabaseFile(file, key))
  const ask = async (text: string) => (await db.executeQuery(CompiledQuery.raw(text))).rows
  const form = await ask("select name, sql from sqlite_master where name not like 'sqlite_%' order by name")
  const lines = await ask('select seq, type from event_log')
  const steps = await ask('select name from kysely_migration order by name')
  await db.destroy()
  return { form, lines, steps }
}

/** A file as the first version left it. */
async function oldFile(file: string): Promise<void> {
  const db = kyselyOver(openDatabaseFile(file, key))
  const first = new Migrator({ db, provider: { getMigrations: async () => ({ '0001-initial': { up } }) } })
  await first.migrateToLatest()
  const line = `insert into event_log (seq, at, command_id, type, actor_kind, actor_id, actor_name, device, ago_ms,
    happened_at, record_ids, details, body_hash, answer) values (1, '2026-11-20T01:00:00.000Z', 'x', 'center.openDay',
    'system', null, '', '', null, null, '[]', '{}', '', 'null')`
  await db.executeQuery(CompiledQuery.raw(line))
  await db.destroy()
}

test('an upgrade that is killed at any statement leaves the old form or the new, and the next start is an ordinary one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sasae-upgrade-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const old = join(folder, 'old.db')
  await oldFile(old)
  const before = await formOf(old)
  const whole = join(folder, 'whole.db')
  copyFileSync(old, whole)
  const statements = Number(migrateUntil(whole, -1).stdout.trim())
  expect(statements).toBeGreaterThan(10)
  const after = await formOf(whole)
  expect(after.steps.length).toBeGreaterThan(before.steps.length)
  const kills = 12
  for (let kill = 1; kill <= kills; kill++) {
    const file = join(folder, `${kill}.db`)
    copyFileSync(old, file)
    const at = Math.ceil((kill * statements) / kills)
    expect(migrateUntil(file, at).signal).toBe('SIGKILL')
    expect(checkFile(file, key)).toBe('sound')
    const found = await formOf(file)
    expect([before.form, after.form]).toContainEqual(found.form)
    const db = kyselyOver(openDatabaseFile(file, key))
    await migrate(db)
    await db.destroy()
    expect(await formOf(file)).toEqual(after)
  }
})
