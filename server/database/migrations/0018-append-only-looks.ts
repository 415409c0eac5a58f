import { sql } from 'kysely'
import type { Db } from '#server/database/open.ts'

const refuse = (when: string, condition = '') =>
  `create trigger ${when.replaceAll(' ', '_')} before ${when} ${condition}
    begin select raise(abort, 'who looked at what is only ever added to'); end`

const statements = [
  // Up to which row the log was pruned once its time was over, with that row's hash, from which the chain goes on.
  `create table access_log_anchor (position integer primary key not null, hash text not null, seq integer not null,
    at text not null)`,
  refuse(
    'insert on access_log_anchor',
    `when not exists (select 1 from access_log
      where position = new.position and hash = new.hash and seq = new.seq)`,
  ),
  refuse('update on access_log_anchor'),
  refuse('delete on access_log_anchor'),
  refuse('update on access_log'),
  // The one way to prune: write the anchor first, then delete up to it.
  refuse('delete on access_log', 'when old.position > coalesce((select max(position) from access_log_anchor), 0)'),
]

/** Rows of who looked at what are neither changed nor taken away, except below an anchor. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
