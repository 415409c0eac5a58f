import { Migrator } from 'kysely/migration'
import { up as initial } from '#server/database/migrations/0001-initial.ts'
import { up as photosOfTeamsOut } from '#server/database/migrations/0002-photos-of-teams-out.ts'
import { up as reservationsAtReception } from '#server/database/migrations/0003-reservations-at-reception.ts'
import { up as keepingState } from '#server/database/migrations/0004-keeping-state.ts'
import { up as erasures } from '#server/database/migrations/0005-erasures.ts'
import { up as signIn } from '#server/database/migrations/0007-sign-in.ts'
import { up as picturesOfLists } from '#server/database/migrations/0008-pictures-of-lists.ts'
import { up as reveals } from '#server/database/migrations/0009-reveals.ts'
import { up as retention } from '#server/database/migrations/0010-retention.ts'
import { up as heartbeat } from '#server/database/migrations/0012-heartbeat.ts'
import { up as withheld } from '#server/database/migrations/0013-withheld.ts'
import { up as waitingActs } from '#server/database/migrations/0015-waiting-acts.ts'
import { up as appendOnlyLooks } from '#server/database/migrations/0018-append-only-looks.ts'
import { up as notesOnDemand } from '#server/database/migrations/0019-notes-on-demand.ts'
import { up as looksAndPapers } from '#server/database/migrations/0021-looks-and-papers.ts'
import { up as survivorsConsent } from '#server/database/migrations/0023-survivors-consent.ts'
import { up as practice } from '#server/database/migrations/0030-practice.ts'
import { up as readiness } from '#server/database/migrations/0031-readiness.ts'
import { up as issuesOfDrills } from '#server/database/migrations/0032-issues-of-drills.ts'
import { up as toldPhones } from '#server/database/migrations/0034-told-phones.ts'
import { up as saidOfNeeds } from '#server/database/migrations/0036-said-of-needs.ts'
import { up as soloRound } from '#server/database/migrations/0038-solo-round.ts'
import { up as weatherOfDrills } from '#server/database/migrations/0040-weather-of-drills.ts'
import { up as injectsOnPhones } from '#server/database/migrations/0041-injects-on-phones.ts'
import type { Db } from '#server/database/open.ts'

const migrations = {
  '0001-initial': { up: initial },
  '0002-photos-of-teams-out': { up: photosOfTeamsOut },
  '0003-reservations-at-reception': { up: reservationsAtReception },
  '0004-keeping-state': { up: keepingState },
  '0005-erasures': { up: erasures },
  '0007-sign-in': { up: signIn },
  '0008-pictures-of-lists': { up: picturesOfLists },
  '0009-reveals': { up: reveals },
  '0012-heartbeat': { up: heartbeat },
  '0010-retention': { up: retention },
  '0013-withheld': { up: withheld },
  '0015-waiting-acts': { up: waitingActs },
  '0018-append-only-looks': { up: appendOnlyLooks },
  '0019-notes-on-demand': { up: notesOnDemand },
  '0021-looks-and-papers': { up: looksAndPapers },
  '0023-survivors-consent': { up: survivorsConsent },
  '0030-practice': { up: practice },
  '0031-readiness': { up: readiness },
  '0032-issues-of-drills': { up: issuesOfDrills },
  '0034-told-phones': { up: toldPhones },
  '0036-said-of-needs': { up: saidOfNeeds },
  '0038-solo-round': { up: soloRound },
  '0040-weather-of-drills': { up: weatherOfDrills },
  '0041-injects-on-phones': { up: injectsOnPhones },
}

/** The schema's steps that this version knows; a file that went through another one is a newer version's. */
export const knownMigrations: readonly string[] = Object.keys(migrations)

/** How many steps a database that is in use already still has before it; 0 also for an empty one. */
export async function stepsAhead(db: Db): Promise<number> {
  const steps = await migratorOf(db).getMigrations()
  const ahead = steps.filter(({ executedAt }) => executedAt === undefined).length
  return ahead === steps.length ? 0 : ahead
}

function migratorOf(db: Db): Migrator {
  return new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    // Numbers are given out beforehand; one that lands late is carried out all the same.
    allowUnorderedMigrations: true,
  })
}

/** Brings a database to the newest schema; forward only, everything in one transaction. */
export async function migrate(db: Db): Promise<void> {
  const { error } = await migratorOf(db).migrateToLatest()
  if (error) throw error
}
