import type { Autostart } from '#server/keeping/autostart.ts'

/** What a running center knows of its own file. A drill and a center in memory have no keeper. */
export interface Keeper {
  /** The encrypted file itself, in the data folder. */
  readonly file: string
  readonly dataFolder: string
  /** Where this user's key and the sentinel lie, never beside the data. */
  readonly configFolder: string
  readonly key: string
  /** Whether this laptop starts the center by itself. */
  readonly autostart: Autostart
  /** Ends this process so that the supervisor starts it anew; the file is then verified. False: nobody would restart it. */
  restart(): boolean
  /** Ends this program in good order, soon: the answer to whoever asked goes out first. */
  end(): void
  /** Gives the reserved room on the disk free. */
  releaseReserve(): void
}
