/** One record as it travels: its kind and its fields. */
export interface SentRecord {
  kind: string
  record: { id: string }
}

/** What one accepted command changed for one audience. */
export interface Patch {
  audience: string
  /** The last number that touched this audience before; a device that is behind it fetches what it missed. */
  previous: number
  seq: number
  records: SentRecord[]
  /** Records that this audience held and may no longer hold. */
  gone: { kind: string; id: string }[]
}

/** The answer of `GET /api/changes` and `GET /api/mine`: everything the audiences may hold, up to `seq`. */
export interface CatchUp {
  seq: number
  audiences: string[]
  records: SentRecord[]
  gone: { kind: string; id: string }[]
}

/** The center's clock at the moment of sending; a drill's runs faster. */
export interface ClockReading {
  now: string
  speed: number
  /** Whether what is sent now can be kept; a phone says it before anybody types. */
  writes: boolean
}
