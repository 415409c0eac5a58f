import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newSecret } from '#shared/core/ids.ts'
import { readOwnJson } from '#shared/core/json.ts'
import type { Score } from '#shared/lookback/figure.ts'
import type { BroughtAlong } from '#shared/readiness/brought-along.ts'

/** What stands beside a drill's file: what it is, and what became of it. */
export interface DrillNote {
  drillId: string
  scenarioName: string
  title: string
  heldOn: string
  /** When it was begun, by the clock on the wall; older notes have none. */
  begunAt?: string
  speed: number
  /** null while it goes on: whoever finds it so takes it up again. */
  ended: 'kept' | 'sealed' | null
  /** The scenario as it is played, the seed included. */
  scenario: unknown
  /** What it began with from the center that holds it, while it goes on: one more round begins with the same. */
  brought?: BroughtAlong
  /** What it came to, written down when it was sealed: figures, and nobody in them. */
  score?: Score
}

/**
 * One drill's own folder, `<data>/drills/<drillId>`: its file `drill.db`, the key of that file in `key` beside it
 * (a drill's records are practice), and `drill.json`.
 */
export class DrillFolder {
  readonly path: string
  readonly file: string

  private constructor(path: string) {
    this.path = path
    this.file = join(path, 'drill.db')
  }

  static make(dataFolder: string, note: DrillNote): DrillFolder {
    const folder = new DrillFolder(join(drillsIn(dataFolder), note.drillId))
    mkdirSync(folder.path, { recursive: true })
    writeFileSync(join(folder.path, 'key'), newSecret() + newSecret(), { mode: 0o600 })
    folder.write(note)
    return folder
  }

  /** Every drill that lies there, the last one first. */
  static all(dataFolder: string): { folder: DrillFolder; note: DrillNote }[] {
    const within = drillsIn(dataFolder)
    const names = existsSync(within) ? readdirSync(within) : []
    return names
      .map((name) => new DrillFolder(join(within, name)))
      .flatMap((folder) => folder.entry() ?? [])
      .toSorted((one, other) => (begunAtOf(one.note) > begunAtOf(other.note) ? -1 : 1))
  }

  static find(dataFolder: string, drillId: string) {
    return DrillFolder.all(dataFolder).find(({ note }) => note.drillId === drillId)
  }

  get key(): string {
    return readFileSync(join(this.path, 'key'), 'utf8')
  }

  write({ brought, ...note }: DrillNote): void {
    const written = note.ended === null ? { ...note, brought } : note
    writeFileSync(join(this.path, 'drill.json'), JSON.stringify(written), { mode: 0o600 })
  }

  erase(): void {
    rmSync(this.path, { recursive: true, force: true })
  }

  /** A folder that was broken off while it was made is none. */
  private entry(): { folder: DrillFolder; note: DrillNote } | undefined {
    try {
      return { folder: this, note: readOwnJson<DrillNote>(readFileSync(join(this.path, 'drill.json'), 'utf8')) }
    } catch {
      return undefined
    }
  }
}

const begunAtOf = ({ begunAt, heldOn }: DrillNote) => begunAt ?? heldOn

const drillsIn = (dataFolder: string) => join(dataFolder, 'drills')
