import type { PinCost } from '#server/access/credentials.ts'
import { profileOf } from '#server/center/desks.ts'
import { Center } from '#server/core/center.ts'
import type { Clock } from '#server/core/clock.ts'
import { migrate } from '#server/database/migrate.ts'
import { kyselyOver, openDatabaseFile, openEmptyDatabase } from '#server/database/open.ts'
import { slices } from '#server/slices.ts'

/** What a center is opened with. */
export interface Opening {
  driver: ReturnType<typeof openDatabaseFile>
  clock: Clock
  kind: 'live' | 'drill'
  /** A copy of a migrated template needs no migration. */
  migrated?: boolean
  /** Tests open hundreds of centers; a real one leaves this out and takes the full cost. */
  pinCost?: PinCost
}

/** Opens a center on a database: the live one, a drill's or a test's. */
export async function openCenter({ driver, clock, kind, migrated, pinCost }: Opening): Promise<Center> {
  const db = kyselyOver(driver)
  if (!migrated) await migrate(db)
  return Center.open({
    db,
    clock,
    kind,
    slices: slices(kind, pinCost),
    profileOf,
  })
}

type World = Pick<Opening, 'clock' | 'kind'>

/** Opens a center on a file of its own, which is made if it is not there. */
export function openCenterOnFile({ file, key, ...world }: World & { file: string; key: string }): Promise<Center> {
  return openCenter({ driver: openDatabaseFile(file, key), ...world })
}

/** Opens a center that is gone with its process. */
export function openCenterInMemory(world: World): Promise<Center> {
  return openCenter({ driver: openEmptyDatabase(), ...world })
}
