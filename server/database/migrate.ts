import { Migrator } from 'kysely/migration'
import { up as initial } from '#server/database/migrations/0001-initial.ts'
import { up as photosOfTeamsOut } from '#server/database/migrations/0002-photos-of-teams-out.ts'
import { up as reservationsAtReception } from '#server/database/migrations/0003-reservations-at-reception.ts'
import { up as signIn } from '#server/database/migrations/0007-sign-in.ts'
import { up as picturesOfLists } from '#server/database/migrations/0008-pictures-of-lists.ts'
import type { Db } from '#server/database/open.ts'

const migrations = {
  '0001-initial': { up: initial },
  '0002-photos-of-teams-out': { up: photosOfTeamsOut },
  '0003-reservations-at-reception': { up: reservationsAtReception },
  '0007-sign-in': { up: signIn },
  '0008-pictures-of-lists': { up: picturesOfLists },
}

/** What this version knows; a file that has been through more is of a later one. */
export const knownMigrations = Object.keys(migrations)

/** Brings a database to the newest schema; forward only, everything in one transaction. */
export async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    // Numbers are given out beforehand; one that lands late is carried out all the same.
    allowUnorderedMigrations: true,
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
