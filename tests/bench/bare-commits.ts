import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabaseFile } from '#server/database/open.ts'
import { newId } from '#shared/core/ids.ts'
import { monotonic } from '#tests/bench/line.ts'

/** The rows that one check-in writes, by table, as column counts and bytes; text of the same length stands in. */
const tables: readonly (readonly [name: string, columns: number, bytes: number])[] = [
  ['person', 9, 120],
  ['person_contact', 8, 70],
  ['emergency_contact', 5, 40],
  ['attendance', 28, 420],
  ['attendance_health', 6, 20],
  ['personal_link', 4, 130],
  ['event_log', 13, 420],
  ['event_input', 1, 700],
]

/** Durable commits per second by the bare driver: the same rows, the same encryption, the same grouping. */
export function bareCommitsPerSecond(groupSize: number, seconds: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'sasae-bare-'))
  const driver = openDatabaseFile(join(folder, 'bare.db'), 'bench')
  const inserts = tables.map(([name, columns, bytes]) => {
    const names = Array.from({ length: columns }, (_, index) => `c${index}`)
    driver.exec(`create table ${name} (id text primary key, ${names.join(', ')}, changed_seq integer)`)
    driver.exec(`create index ${name}_changed on ${name} (changed_seq)`)
    const places = [...names, 'id', 'seq'].map(() => '?').join(', ')
    const filler = names.map(() => 'x'.repeat(Math.ceil(bytes / columns)))
    return { insert: driver.prepare(`insert into ${name} values (${places})`), filler }
  })
  driver.exec('create unique index event_log_command on event_log (c0)')
  const [begin, commit, savepoint, release] = ['begin', 'commit', 'savepoint c', 'release c'].map((text) =>
    driver.prepare(text),
  )
  let done = 0
  const started = monotonic()
  while (monotonic() - started < seconds * 1000) {
    begin?.run()
    for (let index = 0; index < groupSize; index++) {
      savepoint?.run()
      done++
      for (const { insert, filler } of inserts) insert.run(newId(), newId(), ...filler.slice(1), done)
      release?.run()
    }
    commit?.run()
  }
  const perSecond = done / ((monotonic() - started) / 1000)
  driver.close()
  rmSync(folder, { recursive: true, force: true })
  return perSecond
}
