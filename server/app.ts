import type { PinCost } from '#server/access/credentials.ts'
import { profileOf } from '#server/center/desks.ts'
import { Center, type OpenAgain } from '#server/core/center.ts'
import type { Clock } from '#server/core/clock.ts'
import { migrate, stepsAhead } from '#server/database/migrate.ts'
import { type Db, kyselyOver, openDatabaseFile, openEmptyDatabase } from '#server/database/open.ts'
import type { Archive } from '#server/keeping/archive.ts'
import { makeBackup } from '#server/keeping/backup.ts'
import { Vitals } from '#server/keeping/vitals.ts'
import { type Beside, slices } from '#server/slices.ts'

/** What a center is opened with. */
export interface Opening {
  driver: ReturnType<typeof openDatabaseFile>
  clock: Clock
  kind: 'live' | 'drill'
  /** A copy of a migrated template needs no migration. */
  migrated?: boolean
  /** Tests open hundreds of centers; a real one leaves this out and takes the full cost. */
  pinCost?: PinCost
  /** Looks after the copies of the file; a drill and a test have none. */
  archive?: Archive
  /** Where drills are held beside this center: the live one's alone. */
  drillRoom?: Beside['drillRoom']
  /** What a drill is held against when it is looked back at. */
  comparedWith?: Beside['comparedWith']
}

/** A newer version changes the file's form: a copy of how it was comes first. */
async function bringUpToDate(db: Db, archive: Archive | undefined): Promise<void> {
  if (archive && (await stepsAhead(db)) > 0) {
    const { file, key, clock } = archive.kept
    const parts = { file, key, folder: archive.folder, secondFolder: '', at: clock.now() }
    makeBackup({ ...parts, reason: 'migration', emptierIsMeant: true })
  }
  await migrate(db)
}

/** Opens a center on a database: the live one, a drill's or a test's. */
export async function openCenter(opening: Opening): Promise<Center> {
  const { driver, clock, kind, migrated, pinCost, archive, drillRoom, comparedWith } = opening
  let opened: Center | null = null
  const db = kyselyOver(driver, (error) => opened?.noticeFault(error))
  if (!migrated) await bringUpToDate(db, archive)
  const vitals = new Vitals()
  const center = await Center.open({
    db,
    clock,
    kind,
    slices: slices(kind, pinCost, { archive, vitals, drillRoom, comparedWith }),
    vitals,
    profileOf,
  })
  opened = center
  archive?.watch(center)
  return center
}

/** A center in memory in which the log of another one is carried out once more; its PINs are nobody's. */
export const openAgain =
  (kind: Opening['kind']): OpenAgain =>
  (clock) =>
    openCenter({ driver: openEmptyDatabase(), clock, kind, pinCost: { N: 2, r: 8, p: 1 } })

type World = Pick<Opening, 'clock' | 'kind' | 'comparedWith'>

/** Opens a center on a file of its own, which is made if it is not there. */
export function openCenterOnFile({ file, key, ...world }: World & { file: string; key: string }): Promise<Center> {
  return openCenter({ driver: openDatabaseFile(file, key), ...world })
}

/** Opens a center that is gone with its process. */
export function openCenterInMemory(world: World): Promise<Center> {
  return openCenter({ driver: openEmptyDatabase(), ...world })
}
